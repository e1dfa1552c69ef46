package io.vnode.emulator.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A word of a script before its variables are filled in. */
record Word(List<Part> parts) {

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("[ \\t\\n]+");

    Word {
        parts = List.copyOf(parts);
    }

    /** Whether it sets a variable, when it stands before a command. */
    boolean assigns() {
        return !parts.isEmpty()
                && parts.getFirst() instanceof Text text
                && !text.quoted()
                && ASSIGNMENT.matcher(text.text()).matches();
    }

    /** A word that stands for itself. */
    static Word literal(String text) {
        return new Word(List.of(new Text(text, true)));
    }

    /** The words that this one becomes: none for an empty variable, several for one with blanks in it. */
    List<String> expand(Expansion expansion) throws SyntaxException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean any = false;
        for (Part part : parts) {
            switch (part) {
                case Text text -> {
                    word.append(text.text());
                    any |= text.quoted() || !text.text().isEmpty();
                }
                case Variable variable
                when variable.quoted() -> {
                    word.append(variable.value(expansion));
                    any = true;
                }
                case Variable variable -> any = split(variable.value(expansion), word, any, words);
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean split(String value, StringBuilder word, boolean begun, List<String> words) {
        String[] fields = SPACE.split(value, -1);
        boolean any = begun;
        for (int i = 0; i < fields.length; i++) {
            if (i > 0 && any) {
                words.add(word.toString());
                word.setLength(0);
                any = false;
            }
            word.append(fields[i]);
            any |= !fields[i].isEmpty();
        }
        return any;
    }

    /** The text with all variables filled in and nothing split, as on the right of an assignment. */
    String joined(Expansion expansion) throws SyntaxException {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Text it -> text.append(it.text());
                case Variable it -> text.append(it.value(expansion));
            }
        }
        return text.toString();
    }

    /** A piece of a word. */
    sealed interface Part {}

    /** What stands for itself. */
    record Text(String text, boolean quoted) implements Part {}

    /** What is replaced by a variable's value, or by another text when that is empty. */
    record Variable(String name, String otherwise, boolean quoted) implements Part {

        private String value(Expansion expansion) throws SyntaxException {
            String value = expansion.value(name);
            return value.isEmpty() ? otherwise : value;
        }
    }
}
