package io.vnode.cli.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What counts of a Secret of the addon. Its text form shows nothing of it.
 *
 * @param content its values, decoded
 * @param annotations its annotations
 */
public record InstalledSecret(Map<String, String> content, Map<String, String> annotations) {

    public InstalledSecret {
        content = Map.copyOf(content);
        annotations = Map.copyOf(annotations);
    }

    static InstalledSecret of(JsonNode secret) {
        Map<String, String> content = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : secret.path("data").properties()) {
            byte[] value = Base64.getDecoder().decode(entry.getValue().asString());
            content.put(entry.getKey(), new String(value, StandardCharsets.UTF_8));
        }
        return new InstalledSecret(content, ApiReader.texts(secret.at("/metadata/annotations")));
    }

    @Override
    public String toString() {
        return "InstalledSecret[...]";
    }
}
