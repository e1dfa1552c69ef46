package io.vnode.e2e.provider.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One event of a watch of pods.
 *
 * @param deleted whether the pod is gone
 * @param name the pod's name; empty for events that are about none
 * @param resourceVersion where a watch goes on after this event
 * @param phase its phase; empty if it has none yet
 */
record PodSeen(boolean deleted, String name, String resourceVersion, String phase) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> OBJECTS = Set.of("/object", "/object/metadata", "/object/status");

    static PodSeen of(String line) {
        Map<String, String> found = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            read(parser, "", found);
        }
        return new PodSeen(
                "DELETED".equals(found.get("/type")),
                found.getOrDefault("/object/metadata/name", ""),
                found.getOrDefault("/object/metadata/resourceVersion", ""),
                found.getOrDefault("/object/status/phase", ""));
    }

    /** Reads the texts of the object that the parser is at the beginning of, and of the few objects in it that matter. */
    private static void read(JsonParser parser, String path, Map<String, String> found) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = path + "/" + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && OBJECTS.contains(key)) {
                read(parser, key, found);
            } else if (value == JsonToken.VALUE_STRING) {
                found.put(key, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }
}
