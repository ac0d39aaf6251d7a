package org.vigil.report.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which packs are wanted.
 *
 * @param kinds kinds of which all are
 * @param names names of single ones
 */
public record PackSelection(Set<PackKind> kinds, Set<String> names) {
    private static final Pattern NAME =
            Pattern.compile("(borough|state|patrol-borough|precinct|community|event)-[a-z0-9][a-z0-9-]*");

    public PackSelection {
        kinds = Set.copyOf(kinds);
        names = Set.copyOf(names);
    }

    /** Every pack. */
    public static PackSelection all() {
        return new PackSelection(EnumSet.allOf(PackKind.class), Set.of());
    }

    /** The packs of whole areas. */
    public static PackSelection wholeAreas() {
        return new PackSelection(EnumSet.of(PackKind.WHOLE_AREA), Set.of());
    }

    /** From codes of kinds and names of packs, in any mixture. */
    public static PackSelection of(List<String> words) {
        Set<PackKind> kinds = EnumSet.noneOf(PackKind.class);
        Set<String> names = new TreeSet<>();
        for (String word : words) {
            Optional<PackKind> kind = PackKind.find(word);
            kind.ifPresentOrElse(kinds::add, () -> names.add(word));
        }
        return new PackSelection(kinds, names);
    }

    /** Whether a word can be the name of a pack: kind and name of its subject. */
    public static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    boolean has(Pack pack) {
        return kinds.contains(pack.kind()) || names.contains(pack.name());
    }

    /** Names that none of the packs has, in alphabetical order. */
    List<String> missing(List<Pack> packs) {
        List<String> missing = new ArrayList<>(new TreeSet<>(names));
        packs.forEach(pack -> missing.remove(pack.name()));
        return missing;
    }
}
