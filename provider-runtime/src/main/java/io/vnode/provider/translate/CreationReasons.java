package io.vnode.provider.translate;

/**
 * ECI's error codes for a create in the words of condition {@code ContainerInstanceCreated}, which users' tools read. A
 * code that has no such word stands for itself.
 */
final class CreationReasons {

    private CreationReasons() {}

    static String of(String code) {
        if (code.contains("NoStock") || code.startsWith("Spot.NotMatched") || code.startsWith("RecommendEmpty")) {
            return "ContainerGroup.NoStock";
        }
        if (code.startsWith("Zone.NotOnSale")) {
            return "StockClose";
        }
        if (code.startsWith("QuotaExceeded")) {
            return "QuotaFull";
        }
        if (code.endsWith("IpNotEnough")) {
            return "IpNotEnough";
        }
        if (code.contains("InsufficientBalance") || code.startsWith("Account.Arrearage")) {
            return "InsufficientBalance";
        }
        return code.startsWith("Throttling") ? "Throttling" : code;
    }
}
