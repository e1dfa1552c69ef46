package io.vnode.provider.translate;

import io.vnode.provider.translate.Unsupported.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What the owner of a pod is to know about its translation, gathered while it goes on. */
final class Notes {

    private final SequencedSet<Unsupported> unsupported = new LinkedHashSet<>();
    private final SequencedSet<Note> others = new LinkedHashSet<>();

    /**
     * @param unsupported fields of the pod that are not honoured as written
     * @param annotations annotations that are left out
     */
    Notes(List<Unsupported> unsupported, List<String> annotations) {
        this.unsupported.addAll(unsupported);
        if (!annotations.isEmpty()) {
            add(new Note("AnnotationsIgnored", "a virtual node ignores " + String.join(", ", annotations)));
        }
    }

    void add(Unsupported one) {
        unsupported.add(one);
    }

    void add(Note note) {
        others.add(note);
    }

    List<Note> all() {
        List<Note> all = new ArrayList<>();
        addSentence(all, Effect.IGNORED, "FieldsIgnored", "a virtual node ignores ");
        addSentence(all, Effect.TRANSLATED, "FieldsTranslated", "a virtual node does in its own way ");
        all.addAll(others);
        return all;
    }

    private void addSentence(List<Note> all, Effect effect, String reason, String beginning) {
        List<Unsupported> fields =
                unsupported.stream().filter(one -> one.effect() == effect).toList();
        if (!fields.isEmpty()) {
            all.add(new Note(reason, beginning + Unsupported.sentence(fields)));
        }
    }
}
