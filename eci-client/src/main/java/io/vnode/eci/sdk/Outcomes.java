package io.vnode.eci.sdk;

import io.vnode.eci.ChangeOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.json.Fields;

/** Sorts answers to changing calls into what the caller has to handle and what is an exception. */
final class Outcomes {

    private Outcomes() {}

    static String requestId(Fields answer) {
        return answer.textOrEmpty("RequestId");
    }

    static CreateOutcome.Accepted created(Fields answer) {
        return new CreateOutcome.Accepted(answer.text("ContainerGroupId"), requestId(answer));
    }

    static CreateOutcome create(String action, Answer<CreateOutcome.Accepted> answer) {
        return switch (answer) {
            case Answer.Good<CreateOutcome.Accepted>(CreateOutcome.Accepted accepted) -> accepted;
            case Answer.Refused<CreateOutcome.Accepted>(Answer.Refusal refusal) ->
                switch (refusal.meaning()) {
                    case OUT_OF_STOCK -> outOfStock(refusal);
                    case INVALID, NOT_FOUND, UNKNOWN -> rejected(refusal);
                    case DRY_RUN_PASSED, CONFLICT, BAD_CREDENTIALS, NOT_PERMITTED, THROTTLED, SERVER_TROUBLE ->
                        throw refusal.toException(action);
                };
        };
    }

    static CreateOutcome.OutOfStock outOfStock(Answer.Refusal refusal) {
        return new CreateOutcome.OutOfStock(refusal.code(), refusal.detail(), refusal.requestId());
    }

    static CreateOutcome.Rejected rejected(Answer.Refusal refusal) {
        return new CreateOutcome.Rejected(refusal.code(), refusal.detail(), refusal.requestId());
    }

    static ChangeOutcome change(String action, Answer<String> answer) {
        return switch (answer) {
            case Answer.Good<String>(String requestId) -> new ChangeOutcome.Accepted(requestId);
            case Answer.Refused<String>(Answer.Refusal refusal) -> change(action, refusal);
        };
    }

    private static ChangeOutcome change(String action, Answer.Refusal refusal) {
        if (refusal.code().equals("NoNeedUpdate")) {
            return new ChangeOutcome.Unchanged(refusal.requestId());
        }
        return switch (refusal.meaning()) {
            case NOT_FOUND -> new ChangeOutcome.NotFound(refusal.requestId());
            case INVALID, UNKNOWN -> new ChangeOutcome.Rejected(refusal.code(), refusal.detail(), refusal.requestId());
            case OUT_OF_STOCK, DRY_RUN_PASSED, CONFLICT, BAD_CREDENTIALS, NOT_PERMITTED, THROTTLED, SERVER_TROUBLE ->
                throw refusal.toException(action);
        };
    }

    static DeleteOutcome delete(String action, Answer<String> answer) {
        if (answer instanceof Answer.Refused<String>(Answer.Refusal refusal)
                && refusal.meaning() == ErrorMeaning.NOT_FOUND) {
            return new DeleteOutcome.NotFound(refusal.requestId());
        }
        return new DeleteOutcome.Accepted(answer.orThrow(action));
    }
}
