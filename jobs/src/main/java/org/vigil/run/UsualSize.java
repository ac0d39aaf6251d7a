package org.vigil.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigil.config.Configuration;
import org.vigil.store.LoadedExtract;
import org.vigil.store.StoreManifest;

/**
 * How many records the extracts of a source usually hold: the median of the records read of the last {@value #EXTRACTS} of the same kind.
 *
 * <p>The change is measured against the larger of the two numbers, so that half and double are changes of the same size.
 */
final class UsualSize {
    /** Extracts looked back at: two months of weekly ones. */
    private static final int EXTRACTS = 8;

    /** Fewer say nothing: the first extract of a source often holds years, and the second a week. */
    private static final int LEAST_EXTRACTS = 3;

    private final long[] ascending;

    private UsualSize(long[] records) {
        this.ascending = records.clone();
        Arrays.sort(ascending);
    }

    /**
     * The usual size as it stood before an extract.
     *
     * @param earlier entries of the same run that were read before it
     */
    static UsualSize before(StoreManifest held, List<LoadedExtract> earlier, LoadedExtract entry) {
        List<LoadedExtract> known = new ArrayList<>(held.extracts());
        known.addAll(earlier);
        List<LoadedExtract> alike = known.stream()
                .filter(e -> e.sourceCode().equals(entry.sourceCode()) && e.kind() == entry.kind())
                .sorted(LoadedExtract.ORDER)
                .toList();
        return of(alike.stream()
                .skip(Math.max(0, alike.size() - EXTRACTS))
                .mapToLong(e -> e.rows().read())
                .toArray());
    }

    /** @param records records of each extract looked back at */
    static UsualSize of(long... records) {
        return new UsualSize(records);
    }

    /** The number as people read it, beside the usual one where there are enough extracts to say what that is. */
    String compare(long records) {
        if (!isKnown()) {
            return count(records) + " (" + (ascending.length == 0 ? "no extract" : extracts())
                    + " before: too few to say what is usual)";
        }
        return count(records) + "; usually " + number(median()) + " (" + extracts() + " before, " + number(ascending[0])
                + " to " + number(ascending[ascending.length - 1]) + "): " + change(records);
    }

    /** A sentence about an extract that is empty or a tenth of the usual, or ten times it. */
    Optional<String> findRemark(LoadedExtract entry) {
        long records = entry.rows().read();
        boolean isStriking = records == 0 || isKnown() && changeOf(records) >= Configuration.STRIKING_SIZE_CHANGE;
        return isStriking
                ? Optional.of("Look at " + entry.fileName() + ": it holds " + compare(records)
                        + ". Ask the publisher whether it is whole.")
                : Optional.empty();
    }

    /**
     * Refuses an extract whose size differs by more than its source tolerates.
     *
     * @throws FindingsException with the sentence
     */
    void require(Configuration.Source source, LoadedExtract entry) {
        long records = entry.rows().read();
        if (source.sizeChange().isPresent()
                && isKnown()
                && changeOf(records) > source.sizeChange().getAsDouble()) {
            throw new FindingsException("Nothing was published: " + entry.fileName() + " holds " + compare(records)
                    + String.format(
                            Locale.ROOT,
                            ", a change of more than the tolerated %.0f %%.",
                            100 * source.sizeChange().getAsDouble())
                    + " Ask the publisher whether it is whole, or raise tolerance.size-change.");
        }
    }

    private boolean isKnown() {
        return ascending.length >= LEAST_EXTRACTS && median() > 0;
    }

    private long median() {
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1
                ? ascending[middle]
                : Math.round((ascending[middle - 1] + ascending[middle]) / 2.0);
    }

    private double changeOf(long records) {
        return 1 - (double) Math.min(records, median()) / Math.max(records, median());
    }

    private String change(long records) {
        long percent = Math.round(100.0 * Math.abs(records - median()) / median());
        return percent == 0 ? "as usual" : number(percent) + " % " + (records < median() ? "fewer" : "more");
    }

    private String extracts() {
        return ascending.length == 1 ? "1 extract" : ascending.length + " extracts";
    }

    private static String count(long records) {
        return records == 0 ? "no record" : records == 1 ? "1 record" : number(records) + " records";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
