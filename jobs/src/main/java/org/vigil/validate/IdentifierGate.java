package org.vigil.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vigil.extract.ExtractInspection;
import org.vigil.extract.LabelDictionary;
import org.vigil.extract.ReadingPlan;
import org.vigil.extract.VerbatimBatch;
import org.vigil.profile.IdentifyingColumn;

/**
 * Refuses an extract that seems to hold direct identifiers: by the names of all its columns, and by the labels of the columns that are read. Ids are no labels: they are
 * hashed before anything else sees them, and a number of ten digits is no telephone number there.
 *
 * <p>Looks for e-mail addresses, United Kingdom telephone numbers, full postcodes and national insurance numbers. A refusal says which column and
 * what it seems to hold, never a value; a name that the profile does not know is replaced by the column's position. One gate serves one extract;
 * not safe for use by several threads.
 */
public final class IdentifierGate {
    private static final String NOT_INSIDE_A_WORD = "(?<![\\p{L}\\p{N}])";
    private static final String END_OF_WORD = "(?![\\p{L}\\p{N}])";

    private static final Map<String, Pattern> KINDS = new TreeMap<>(Map.of(
            "an e-mail address", Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+"),
            // 0 or +44 and nine or ten digits, in groups of at least two.
            "a telephone number",
                    Pattern.compile("(?<![\\p{L}\\p{N}+])(\\(?0|(\\+|00)44[ -]?(\\(0\\))?)[1-9](\\)?[ -]?[0-9]){8,9}"
                            + END_OF_WORD),
            "a postcode",
                    word(
                            "(GIR ?0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9][0-9A-Y]?|[0-9][A-HJKPS-UW]) ?[0-9][ABD-HJLNP-UW-Z]{2})"),
            "a national insurance number", word("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]( ?[0-9]{2}){3} ?[A-D]")));

    private final int[] looked;
    private final int[] generations;
    private final ReadingPlan plan;

    /** A gate for the columns that are read of one extract. */
    public IdentifierGate(ReadingPlan plan) {
        this.plan = plan;
        this.looked = new int[plan.slotCount()];
        this.generations = new int[plan.slotCount()];
        Arrays.fill(generations, -1);
    }

    /** What the header gives away, as {@code column 7 is headed like a person's name}; nothing if it is harmless. */
    public static Optional<String> findInHeader(ExtractInspection inspection) {
        List<String> header = inspection.header();
        for (int i = 0; i < header.size(); i++) {
            Optional<String> kind = IdentifyingColumn.find(header.get(i));
            if (kind.isPresent()) {
                return Optional.of("column " + (i + 1) + " is headed like " + kind.get());
            }
        }
        return Optional.empty();
    }

    /** What the labels of a batch that were not met before give away, as {@code the column "Offence" holds what looks like a postcode}. */
    public Optional<String> findIn(VerbatimBatch batch) {
        for (int slot = 0; slot < looked.length; slot++) {
            if (plan.isReference(slot)) {
                continue;
            }
            LabelDictionary dictionary = batch.dictionary(slot);
            if (dictionary.generation() != generations[slot]) {
                generations[slot] = dictionary.generation();
                looked[slot] = 0;
            }
            for (; looked[slot] < dictionary.size(); looked[slot]++) {
                Optional<String> kind = findKind(dictionary.label(looked[slot]));
                if (kind.isPresent()) {
                    return Optional.of(
                            "the column \"" + plan.slotName(slot) + "\" holds what looks like " + kind.get());
                }
            }
        }
        return Optional.empty();
    }

    /** What a label seems to be, with its article; nothing for a harmless one. */
    public static Optional<String> findKind(String label) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(label).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Pattern word(String expression) {
        return Pattern.compile(NOT_INSIDE_A_WORD + expression + END_OF_WORD, Pattern.CASE_INSENSITIVE);
    }
}
