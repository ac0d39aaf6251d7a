package org.vigil.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigil.interpret.KnownWords;
import org.vigil.profile.Field;
import org.vigil.profile.SourceProfile;

/**
 * Words of one field that the profile gives no meaning.
 *
 * @param field the field
 * @param columns its columns
 * @param named those that may be named, most frequent first
 * @param otherLabels how many further ones there are
 * @param otherRecords records that hold them
 * @param records records looked at
 */
record LabelFinding(
        Field field, List<String> columns, List<Named> named, long otherLabels, long otherRecords, long records) {
    LabelFinding {
        columns = List.copyOf(columns);
        named = List.copyOf(named);
    }

    /**
     * A word that may be named.
     *
     * @param label the word; empty for an empty cell
     * @param records records that hold it
     * @param near a word of the profile that was probably meant
     * @param codes the codes of that word
     */
    record Named(String label, long records, Optional<String> near, List<String> codes) {
        private String words() {
            String what = label.isEmpty() ? "empty cells" : '"' + label + '"';
            return what + " (" + plural(records, "record")
                    + near.map(n -> codes.isEmpty()
                                    ? ", near to \"" + n + "\""
                                    : ", near to \"" + n + "\": " + String.join(", ", codes))
                            .orElse("")
                    + ")";
        }
    }

    /** One finding for each field with such words. */
    static List<LabelFinding> of(SourceProfile profile, KnownWords words, LabelCounts counts) {
        List<LabelFinding> findings = new ArrayList<>();
        for (Field field : Field.values()) {
            profile.reading(field)
                    .map(reading -> of(field, reading.columns(), words, counts))
                    .filter(finding -> !finding.named.isEmpty() || finding.otherLabels > 0)
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static LabelFinding of(Field field, List<String> columns, KnownWords words, LabelCounts counts) {
        Map<String, Long> unknown = new HashMap<>();
        long records = 0;
        for (String column : columns) {
            records = Math.max(
                    records,
                    counts.of(column).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            counts.of(column)
                    .forEach((cell, holding) ->
                            words.unknownIn(field, cell).forEach(word -> unknown.merge(word, holding, Long::sum)));
        }
        Map<String, List<String>> known = unknown.isEmpty() ? Map.of() : words.known(field);
        List<Named> named = new ArrayList<>();
        long otherLabels = 0;
        long otherRecords = 0;
        for (Map.Entry<String, Long> entry : unknown.entrySet()) {
            if (Quotable.isLabel(entry.getKey(), entry.getValue())) {
                Optional<String> near = Likeness.nearest(entry.getKey(), known.keySet());
                named.add(new Named(
                        entry.getKey(),
                        entry.getValue(),
                        near,
                        near.map(known::get).orElse(List.of())));
            } else {
                otherLabels++;
                otherRecords += entry.getValue();
            }
        }
        named.sort(Comparator.comparingLong((Named n) -> -n.records()).thenComparing(Named::label));
        return new LabelFinding(field, columns, named, otherLabels, otherRecords, records);
    }

    /** The finding in words; of labels that may not be named only their number. */
    String sentence() {
        List<String> parts = named.stream().map(Named::words).collect(Collectors.toCollection(ArrayList::new));
        if (otherLabels > 0) {
            parts.add(plural(otherLabels, named.isEmpty() ? "label" : "further label") + ", "
                    + plural(otherRecords, "record"));
        }
        long unread = named.stream().mapToLong(Named::records).sum() + otherRecords;
        return String.format(
                Locale.ROOT,
                "%s (%s): %s of the records hold labels that the profile gives no meaning: %s.",
                columns.size() == 1
                        ? "Column \"" + columns.get(0) + '"'
                        : "Columns \"" + String.join("\", \"", columns) + '"',
                field.code(),
                share(unread, records),
                String.join("; ", parts));
    }

    private static String share(long part, long whole) {
        double percent = Math.min(100, 100.0 * part / Math.max(1, whole));
        return percent < 0.1 ? "less than 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    private static String plural(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
