package org.vigil.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.incident.ExtractKind;

/**
 * One accepted extract, as the ledger knows it. The counts are those of the day it was loaded and never change.
 *
 * @param extractId name in every table: source, extract date and, where that is taken, a number
 * @param sourceCode its source
 * @param fileName name of the file, without folders
 * @param sha256 checksum of the file as delivered: the same file is never taken in twice
 * @param byteCount size of the file
 * @param extractDate when the publisher made it
 * @param sequence how many extracts the store had taken in when this one came, from 1
 * @param loadedAt when it was taken in
 * @param kind what it says about incidents that are not in it
 * @param firstDay for {@link ExtractKind#COVERAGE}, first day that it replaces, in days since 1970-01-01; otherwise the earliest there is
 * @param lastDay likewise, the last day
 * @param interpretation hash of the profile and the code lists that gave its words their meaning
 * @param rows what was read, held out and remarked on
 * @param effect what it changed
 * @param columns the names in its header, in their order; never a cell of a record
 */
public record LoadedExtract(
        String extractId,
        String sourceCode,
        String fileName,
        String sha256,
        long byteCount,
        LocalDate extractDate,
        int sequence,
        Instant loadedAt,
        ExtractKind kind,
        int firstDay,
        int lastDay,
        String interpretation,
        Rows rows,
        Effect effect,
        List<String> columns) {

    public LoadedExtract {
        columns = List.copyOf(columns);
    }

    /** An extract of which no header is known. */
    public LoadedExtract(
            String extractId,
            String sourceCode,
            String fileName,
            String sha256,
            long byteCount,
            LocalDate extractDate,
            int sequence,
            Instant loadedAt,
            ExtractKind kind,
            int firstDay,
            int lastDay,
            String interpretation,
            Rows rows,
            Effect effect) {
        this(
                extractId,
                sourceCode,
                fileName,
                sha256,
                byteCount,
                extractDate,
                sequence,
                loadedAt,
                kind,
                firstDay,
                lastDay,
                interpretation,
                rows,
                effect,
                List.of());
    }

    /** The order in which extracts speak: by the day the publisher made them, then as they came. */
    public static final Comparator<LoadedExtract> ORDER =
            Comparator.comparing(LoadedExtract::extractDate).thenComparing(LoadedExtract::sequence);

    /** Whether incidents that it covers and does not hold were withdrawn. */
    public boolean replaces() {
        return kind != ExtractKind.DELTA;
    }

    /** Whether every record of the file is accounted for exactly once. */
    public boolean isConserved() {
        return rows.read()
                        == effect.incidents()
                                + rows.merged()
                                + rows.duplicate()
                                + rows.superseded()
                                + rows.outOfScope()
                                + rows.quarantined()
                && effect.incidents() == effect.added() + effect.changed() + effect.unchanged();
    }

    /**
     * The records of the file.
     *
     * @param physicalRows rows after the header
     * @param read records after unpivoting
     * @param outOfScope left out by the profile
     * @param quarantined held out because they break a rule
     * @param merged united with another of the file
     * @param duplicate equal to a later one of the file
     * @param superseded replaced by a later one of the file
     * @param conflicts incidents whose rows in the file disagree where they should not
     * @param byRule records that break a rule, by its code; a record can break several
     */
    public record Rows(
            long physicalRows,
            long read,
            long outOfScope,
            long quarantined,
            long merged,
            long duplicate,
            long superseded,
            long conflicts,
            SortedMap<String, Long> byRule) {
        public Rows {
            byRule = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
        }
    }

    /**
     * What the file changed in the store on the day it was loaded.
     *
     * @param incidents incidents it speaks of
     * @param added of these, not held before
     * @param late of the added, those whose date in the series is not after the last one that earlier extracts of the source had shown; the order is
     *     that of {@link #ORDER}. One known only to the month counts if a later month had been shown. One that had vanished and comes back counts.
     * @param changed held before with another content
     * @param unchanged held before as they are
     * @param withdrawn of the added and changed, those that it marks as withdrawn and that were not before
     * @param vanished incidents held before that a full extract no longer has; none of its own records
     * @param restored incidents of later full extracts whose content had to be stated again because this extract came late
     * @param lastDayShown last day of the series that it shows an incident on, in days since 1970-01-01, a month standing on its first day; {@link
     *     ExtractEffect#NO_DAY} if it holds none
     * @param changedColumns of the changed, how many say another thing in each column, in code or word; an incident can in several
     */
    public record Effect(
            long incidents,
            long added,
            long late,
            long changed,
            long unchanged,
            long withdrawn,
            long vanished,
            long restored,
            int lastDayShown,
            SortedMap<String, Long> changedColumns) {
        public Effect {
            changedColumns = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(changedColumns));
        }

        /** The effect of an extract of which nothing was read yet. */
        public static Effect none() {
            return new Effect(0, 0, 0, 0, 0, 0, 0, 0, ExtractEffect.NO_DAY, new TreeMap<>());
        }
    }
}
