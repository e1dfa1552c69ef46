package io.vnode.provider.diagnostics;

import io.vnode.provider.http.HttpReply;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers in JSON, indented for people. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static HttpReply reply(int status, Object value) {
        byte[] text = (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        return new HttpReply.Whole(status, "application/json", text);
    }
}
