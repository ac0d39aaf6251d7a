package org.vigil.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigil.declaration.Declaration;
import org.vigil.profile.Identity;
import org.vigil.profile.SharedReference;

/** Checks what no profile can know by itself: whether the source whose record numbers it notes is there and has such numbers. */
final class SharedReferences {
    private SharedReferences() {}

    /** Reports every reference that cannot be followed. */
    static void check(Declaration root, List<Configuration.Source> sources) {
        for (Configuration.Source source : sources) {
            source.profile().sharedReference().ifPresent(shared -> check(root, sources, source, shared));
        }
    }

    private static void check(
            Declaration root, List<Configuration.Source> sources, Configuration.Source source, SharedReference shared) {
        String what = "shared-reference in the profile of the source " + source.code() + " names the source "
                + shared.sourceCode();
        if (shared.sourceCode().equals(source.code())) {
            root.problem(
                    "sources",
                    "shared-reference in the profile of the source " + source.code() + " names that source itself",
                    "another source",
                    "Name the source whose ids the column holds, or remove shared-reference.");
            return;
        }
        Optional<Configuration.Source> other = sources.stream()
                .filter(s -> s.code().equals(shared.sourceCode()))
                .findFirst();
        if (other.isEmpty()) {
            root.problem(
                    "sources",
                    what + ", which is not configured",
                    "one of "
                            + sources.stream()
                                    .map(Configuration.Source::code)
                                    .filter(code -> !code.equals(source.code()))
                                    .collect(Collectors.joining(", ")),
                    "Add that source, correct its code, or remove shared-reference.");
            return;
        }
        Identity.Kind kind = other.get().profile().identity().kind();
        if (kind != Identity.Kind.SOURCE_ID && kind != Identity.Kind.SOURCE_ID_MERGED) {
            root.problem(
                    "sources",
                    what + ", whose records have no single id of their publisher",
                    "a source whose identity.kind is source-id or source-id-merged",
                    "Remove shared-reference: nobody can note a number that is not there.");
        }
        if (!other.get().profile().geographyCode().equals(source.profile().geographyCode())) {
            root.problem(
                    "sources",
                    what + ", which belongs to another geography",
                    "a source of the geography " + source.profile().geographyCode(),
                    "Remove shared-reference.");
        }
        boolean isMutual = other.get()
                .profile()
                .sharedReference()
                .filter(back -> back.sourceCode().equals(source.code()))
                .isPresent();
        if (isMutual && sources.indexOf(source) < sources.indexOf(other.get())) {
            root.problem(
                    "sources",
                    what + ", and that one names " + source.code(),
                    "a reference in one direction",
                    "Remove shared-reference from one of the two profiles.");
        }
    }
}
