package io.vnode.emulator.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers as the service does: capital field names, and markup characters escaped as in the Go services. */
final class JsonText {

    private static final JsonMapper ANSWERS = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new MarkupEscapes()).build())
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.ALL_NON_NULL)
            .build();
    private static final JsonMapper PAGES = JsonMapper.builder().build();

    private JsonText() {}

    static byte[] answer(Object answer) {
        return ANSWERS.writeValueAsBytes(content(answer));
    }

    static ObjectNode tree(Object answer) {
        return ANSWERS.valueToTree(content(answer));
    }

    private static Object content(Object answer) {
        return answer instanceof DelayedAnswer delayed ? delayed.answer() : answer;
    }

    static byte[] page(Object page) {
        return PAGES.writeValueAsBytes(page);
    }

    private static final class MarkupEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private static final int[] ASCII = withMarkup(standardAsciiEscapesForJSON());

        private static int[] withMarkup(int[] escapes) {
            escapes['<'] = ESCAPE_STANDARD;
            escapes['>'] = ESCAPE_STANDARD;
            escapes['&'] = ESCAPE_STANDARD;
            return escapes;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII.clone();
        }

        @Override
        public @org.jspecify.annotations.Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
