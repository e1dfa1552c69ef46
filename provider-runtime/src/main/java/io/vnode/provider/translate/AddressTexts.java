package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Texts of a container that name its address, which nobody knows when the container group is asked for. */
final class AddressTexts {

    private AddressTexts() {}

    /** The fields with such texts, for example {@code args}. */
    static List<String> in(Container container) {
        List<String> fields = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        for (EnvVar variable : container.getEnv()) {
            if (isAddress(variable)) {
                addresses.add(variable.getName());
            } else {
                addresses.remove(variable.getName());
            }
            if (variable.getValue() != null && names(variable.getValue(), addresses)) {
                fields.add("env[" + variable.getName() + "].value");
            }
        }
        if (container.getCommand().stream().anyMatch(text -> names(text, addresses))) {
            fields.add("command");
        }
        if (container.getArgs().stream().anyMatch(text -> names(text, addresses))) {
            fields.add("args");
        }
        return fields;
    }

    /** The variables of the container that end up as its address. */
    static Set<String> namesOfAddresses(Container container) {
        Set<String> addresses = new HashSet<>();
        for (EnvVar variable : container.getEnv()) {
            if (isAddress(variable)) {
                addresses.add(variable.getName());
            } else {
                addresses.remove(variable.getName());
            }
        }
        return addresses;
    }

    private static boolean isAddress(EnvVar variable) {
        return variable.getValueFrom() != null
                && variable.getValueFrom().getFieldRef() != null
                && FieldPaths.address(variable.getValueFrom().getFieldRef().getFieldPath());
    }

    private static boolean names(String text, Set<String> addresses) {
        return VariableExpansion.namesIn(text).stream().anyMatch(addresses::contains);
    }
}
