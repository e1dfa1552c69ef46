package io.vnode.emulator.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * A name such as {@code Container.1.Port.2.Protocol}, taken apart.
 *
 * @param text the name
 * @param pattern the same with {@code N} for each index: {@code Container.N.Port.N.Protocol}
 * @param elements the list elements on the way to it: {@code Container.1} and {@code Container.1.Port.2}
 */
record ParameterName(String text, String pattern, List<Element> elements) {

    private static final int LONGEST_INDEX = 6;

    static ParameterName of(String text) {
        StringBuilder pattern = new StringBuilder(text.length());
        List<Element> elements = new ArrayList<>();
        int begin = 0;
        while (begin <= text.length()) {
            int dot = text.indexOf('.', begin);
            int end = dot < 0 ? text.length() : dot;
            boolean index = begin > 0 && isIndex(text, begin, end);
            if (index) {
                elements.add(new Element(
                        text.substring(0, begin - 1),
                        pattern.substring(0, pattern.length() - 1),
                        Integer.parseInt(text.substring(begin, end))));
            }
            pattern.append(index ? "N" : text.substring(begin, end));
            if (dot < 0) {
                break;
            }
            pattern.append('.');
            begin = end + 1;
        }
        return new ParameterName(text, pattern.toString(), List.copyOf(elements));
    }

    private static boolean isIndex(String text, int begin, int end) {
        if (begin == end || end - begin > LONGEST_INDEX || text.charAt(begin) == '0') {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * An element of a list.
     *
     * @param list the list's name: {@code Container.1.Port}
     * @param listPattern the same with {@code N} for each index
     * @param index counted from 1
     */
    record Element(String list, String listPattern, int index) {

        String prefix() {
            return list + "." + index + ".";
        }
    }
}
