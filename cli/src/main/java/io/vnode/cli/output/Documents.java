package io.vnode.cli.output;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Report records as JSON or YAML: the very records that the text is made from. */
public final class Documents {

    private Documents() {}

    /** As JSON. */
    public static String json(Object report) {
        return write(
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build(), report);
    }

    /** As YAML. */
    public static String yaml(Object report) {
        return write(
                YAMLMapper.builder()
                        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                        .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                        .build(),
                report);
    }

    private static String write(ObjectMapper mapper, Object report) {
        return mapper.writeValueAsString(report);
    }
}
