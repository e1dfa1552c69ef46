package io.vnode.eci.sdk;

import io.vnode.eci.EciException;
import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;

/**
 * What ECI answered to one call.
 *
 * @param <A> what was asked for
 */
sealed interface Answer<A> {

    /** What was asked for. */
    record Good<A>(A value) implements Answer<A> {}

    /** An error that repeating the call at once would not mend. */
    record Refused<A>(Refusal refusal) implements Answer<A> {}

    /** What was asked for; for callers to whom no error is an ordinary outcome. */
    default A orThrow(String action) {
        return switch (this) {
            case Good<A>(var value) -> value;
            case Refused<A>(var refusal) -> throw refusal.toException(action);
        };
    }

    /**
     * An error answer.
     *
     * @param meaning what it means to us
     * @param httpStatus its status
     * @param code ECI's code
     * @param detail ECI's sentence
     * @param requestId id of the request
     */
    record Refusal(ErrorMeaning meaning, int httpStatus, String code, String detail, String requestId) {

        /** What follows shows all parameters of the call: environment values, file contents, passwords. */
        private static final String BEFORE_THE_PARAMETERS = "string to sign is:";

        /** Reads an error answer. Whatever stands between ECI and us may answer with something that is not JSON. */
        static Refusal read(int status, byte[] body) {
            Fields fields;
            try {
                fields = Fields.of(body);
            } catch (UnreadableAnswerException e) {
                if (status < 500) {
                    throw e;
                }
                return new Refusal(ErrorMeaning.SERVER_TROUBLE, status, "Http" + status, "no error of ECI's", "");
            }
            String code = fields.textOrEmpty("Code");
            String known = code.isEmpty() ? "Http" + status : code;
            return new Refusal(
                    ErrorMeaning.of(status, known),
                    status,
                    known,
                    withoutParameters(fields.textOrEmpty("Message")),
                    fields.textOrEmpty("RequestId"));
        }

        private static String withoutParameters(String message) {
            int end = message.indexOf(BEFORE_THE_PARAMETERS);
            return end < 0 ? message : message.substring(0, end) + "string to sign is: (not shown)";
        }

        EciException toException(String action) {
            return new EciException(meaning.kind(), action, code, detail, requestId, httpStatus, null);
        }
    }
}
