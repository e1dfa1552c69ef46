package io.vnode.eci.sdk;

import io.vnode.eci.EciException;

/**
 * What an error answer means to us. ECI documents hundreds of codes and uses others besides, so they are told apart by
 * what they begin with, end with or contain.
 */
enum ErrorMeaning {
    /** The dry run found nothing wrong; ECI says so by an error. */
    DRY_RUN_PASSED(EciException.Kind.UNKNOWN),
    /** Too many calls. */
    THROTTLED(EciException.Kind.RETRY_LATER),
    /** ECI has trouble. */
    SERVER_TROUBLE(EciException.Kind.RETRY_LATER),
    /** No stock, no addresses, no quota. */
    OUT_OF_STOCK(EciException.Kind.RETRY_LATER),
    CONFLICT(EciException.Kind.CONFLICT),
    BAD_CREDENTIALS(EciException.Kind.BAD_CREDENTIALS),
    NOT_PERMITTED(EciException.Kind.NOT_PERMITTED),
    NOT_FOUND(EciException.Kind.NOT_FOUND),
    INVALID(EciException.Kind.INVALID),
    UNKNOWN(EciException.Kind.UNKNOWN);

    private final EciException.Kind kind;

    ErrorMeaning(EciException.Kind kind) {
        this.kind = kind;
    }

    EciException.Kind kind() {
        return kind;
    }

    /** Whether the very next attempt may succeed. */
    boolean worthRepeating() {
        return this == THROTTLED || this == SERVER_TROUBLE;
    }

    /** Whether ECI may have done, in spite of the error, what it was asked to. */
    boolean mayHaveBegun() {
        return this == SERVER_TROUBLE;
    }

    // The order matters: InvalidAccessKeyId.NotFound is about the key, Throttling.Vcpu.PerDay lasts until tomorrow.
    static ErrorMeaning of(int status, String code) {
        if (isOneOf(code, "DryRunOperation", "DryRun.Success")) {
            return DRY_RUN_PASSED;
        }
        if (outOfStock(code)) {
            return OUT_OF_STOCK;
        }
        if (status == 429 || begins(code, "Throttling") || code.contains("FlowControl")) {
            return THROTTLED;
        }
        if (badCredentials(code)) {
            return BAD_CREDENTIALS;
        }
        if (conflict(code)) {
            return CONFLICT;
        }
        if (notPermitted(code)) {
            return NOT_PERMITTED;
        }
        if (serverTrouble(status, code)) {
            return SERVER_TROUBLE;
        }
        if (begins(code, "InvalidAction", "MissingAction", "InvalidVersion")) {
            return INVALID;
        }
        // RAM says EntityNotExist.User, PrivateZone Zone.NotExists
        if (code.endsWith("NotFound") || code.contains("NotExist")) {
            return NOT_FOUND;
        }
        return begins(code, "Invalid", "Missing", "OperationDenied") ? INVALID : UNKNOWN;
    }

    private static boolean outOfStock(String code) {
        return code.contains("NoStock")
                || code.contains("IpNotEnough")
                || begins(code, "Quota", "Throttling.Vcpu", "RecommendEmpty", "StockExhaust", "ResourceInsufficient")
                || isOneOf(code, "Zone.NotOnSale", "Spot.NotMatched");
    }

    private static boolean badCredentials(String code) {
        return begins(
                        code,
                        "InvalidAccessKey",
                        "InvalidSecurityToken",
                        "InvalidTimeStamp",
                        "MissingAccessKey",
                        "MissingSecurityToken")
                || isOneOf(code, "SignatureDoesNotMatch", "IncompleteSignature");
    }

    private static boolean conflict(String code) {
        return code.contains("IncorrectStatus")
                || code.contains("Idempotent")
                || code.contains("AlreadyExist")
                || isOneOf(
                        code,
                        "IncorrectOperation",
                        "OperationConflict",
                        "Zone.VpcExists", // PrivateZone, of a zone that is still bound
                        "Record.Invalid.Conflict")
                || begins(code, "DeleteConflict"); // RAM, of what is still attached
    }

    private static boolean notPermitted(String code) {
        return begins(
                        code,
                        "Forbidden",
                        "NoPermission",
                        "Unauthorized",
                        "Account.",
                        "InvalidPaymentMethod",
                        "Payfor",
                        "SecurityRisk",
                        "ServiceNotEnabled",
                        "FeatureAccessRestricted")
                || code.endsWith("Forbidden")
                || code.endsWith(".Denied")
                || code.contains("RiskControl")
                || code.contains("InsufficientBalance");
    }

    private static boolean serverTrouble(int status, String code) {
        return status >= 500
                || status == 408
                || begins(code, "ServiceUnavailable", "InternalError")
                || code.equals("SignatureNonceUsed"); // every attempt has a nonce of its own
    }

    private static boolean begins(String code, String... beginnings) {
        for (String beginning : beginnings) {
            if (code.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(String code, String... codes) {
        for (String one : codes) {
            if (code.equals(one)) {
                return true;
            }
        }
        return false;
    }
}
