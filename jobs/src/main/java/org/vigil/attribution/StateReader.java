package org.vigil.attribution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.vigil.cube.CountCube;
import org.vigil.geography.Area;
import org.vigil.geography.Geography;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.CodeLists;
import org.vigil.incident.DateBasis;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.IncidentRows;
import org.vigil.incident.PackedIncidents;
import org.vigil.incident.Wording;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerCursor;
import org.vigil.layer.StoredCodes;
import org.vigil.profile.SourceProfile;
import org.vigil.release.Column;
import org.vigil.storage.StorageFolder;
import org.vigil.store.FoldPass;

/**
 * Reads states of one source: counts one, or compares two in the order of their keys. Key ranges are read on all cores; of a comparison, the
 * incidents of one range of the first state are held in memory.
 */
final class StateReader {
    /** Incidents of a key range, of which each takes some 50 bytes. */
    private static final long ROWS_OF_A_RANGE = 500_000;

    private final StorageFolder store;
    private final Geography geography;
    private final StoredCodes codes;
    private final boolean isSeriesRecorded;

    StateReader(StorageFolder store, SourceProfile profile) {
        this.store = store;
        this.geography = Geography.load(profile.geographyCode());
        this.codes = new StoredCodes(geography.areas().stream().map(Area::code).toList());
        this.isSeriesRecorded = profile.series().dateBasis().equals(DateBasis.RECORDED.code());
    }

    Geography geography() {
        return geography;
    }

    CountCube emptyCube() {
        return new CountCube(
                isSeriesRecorded, geography.size(), CodeLists.communities().size());
    }

    /** The counts of a state. */
    CountCube count(ReleaseState state) {
        return overRanges(
                state.rows(),
                this::emptyCube,
                (cube, range) -> pass(state, range, false).run((speaker, rows, row, cursor) -> cube.add(rows, row)),
                (a, b) -> {
                    a.merge(b);
                    return a;
                });
    }

    /**
     * What lies between two states, by cause.
     *
     * @param lastDayCovered last day of the series that the first release covered, in days since 1970-01-01
     */
    CauseCounts compare(ReleaseState earlier, ReleaseState later, int lastDayCovered) {
        if (earlier.layersOfExtracts().equals(later.layersOfExtracts())) {
            return new CauseCounts(this::emptyCube);
        }
        Set<String> interpretations = new HashSet<>(earlier.interpretations());
        interpretations.addAll(later.interpretations());
        // Where all words were read in one way, whatever differs was changed by the publisher: nobody has to look at
        // the
        // words.
        boolean withWords = interpretations.size() > 1;
        return overRanges(
                Math.max(earlier.rows(), later.rows()),
                () -> new CauseCounts(this::emptyCube),
                (causes, range) -> new Comparison(earlier, later, lastDayCovered, withWords, causes).run(range),
                CauseCounts::merge);
    }

    private static <T> T overRanges(
            long rows, Supplier<T> start, BiConsumer<T, KeyRange> read, BinaryOperator<T> merge) {
        int ranges = Math.toIntExact(rows / ROWS_OF_A_RANGE + 1);
        return IntStream.range(0, ranges)
                .parallel()
                .mapToObj(range -> {
                    T part = start.get();
                    read.accept(part, KeyRange.of(range, ranges));
                    return part;
                })
                .reduce(merge)
                .orElseThrow();
    }

    private FoldPass pass(ReleaseState state, KeyRange range, boolean withWords) {
        return new FoldPass(
                store,
                state.plan(),
                codes,
                range,
                isSeriesRecorded,
                withWords ? FoldPass.Detail.EVERYTHING : FoldPass.Detail.COUNTED);
    }

    /** Two states in one key range. */
    private final class Comparison {
        private final ReleaseState earlier;
        private final ReleaseState later;
        private final int lastDayCovered;
        private final boolean withWords;
        private final CauseCounts causes;
        private final String[] readEarlier;
        private final String[] readLater;
        private final PackedIncidents before = new PackedIncidents();
        private int next;

        Comparison(
                ReleaseState earlier, ReleaseState later, int lastDayCovered, boolean withWords, CauseCounts causes) {
            this.earlier = earlier;
            this.later = later;
            this.lastDayCovered = lastDayCovered;
            this.withWords = withWords;
            this.causes = causes;
            this.readEarlier = earlier.interpretationByOrdinal();
            this.readLater = later.interpretationByOrdinal();
        }

        void run(KeyRange range) {
            pass(earlier, range, withWords).run((speaker, rows, row, cursor) -> {
                long order = PackedIncidents.orderOf(cursor.extractOrdinal(row), 0, 0);
                before.append(cursor.columns(), row, order, withWords ? cursor.wording() : Wording.NONE);
            });
            pass(later, range, withWords).run(this::accept);
            while (next < before.size()) {
                dropped(next++);
            }
        }

        private void accept(int speaker, IncidentRows rows, int row, LayerCursor cursor) {
            long high = cursor.columns().keyHigh[row];
            long low = cursor.columns().keyLow[row];
            while (next < before.size() && compareKey(next, high, low) < 0) {
                dropped(next++);
            }
            boolean isKnown = next < before.size() && compareKey(next, high, low) == 0;
            int old = isKnown ? next++ : -1;
            if (rows.isWithdrawn(row)) {
                if (isKnown) {
                    dropped(old);
                }
            } else if (!isKnown) {
                causes.enter(
                        isCovered(rows, row) ? Cause.LATE_RECORDS : Cause.NEW_RECORDS, CountedIncident.of(rows, row));
            } else if (before.isWithdrawn(old)) {
                causes.enter(Cause.RECLASSIFICATION, CountedIncident.of(rows, row));
                causes.count(ChangedAspect.REINSTATED);
            } else if (isElsewhere(old, rows, row)) {
                moved(old, CountedIncident.of(rows, row), row, cursor);
            }
        }

        private boolean isCovered(IncidentRows rows, int row) {
            int date = isSeriesRecorded ? rows.recorded(row) : rows.occurred(row);
            return IncidentDate.epochDay(date) <= lastDayCovered;
        }

        private void dropped(int old) {
            if (!before.isWithdrawn(old)) {
                causes.leave(Cause.WITHDRAWN, CountedIncident.of(before, old));
            }
        }

        private boolean isElsewhere(int old, IncidentRows rows, int row) {
            return before.recordClass(old) != rows.recordClass(row)
                    || before.area(old) != rows.area(row)
                    || before.occurred(old) != rows.occurred(row)
                    || before.recorded(old) != rows.recorded(row)
                    || before.incidentCount(old) != rows.incidentCount(row)
                    || !Arrays.equals(before.communities(old), rows.communities(row));
        }

        /** In two steps where both had a part in it: first what the same words mean now, then what the publisher changed. */
        private void moved(int old, CountedIncident now, int row, LayerCursor cursor) {
            CountedIncident was = CountedIncident.of(before, old);
            CountedIncident read = was;
            if (!readEarlier[before.extractOrdinal(old)].equals(readLater[cursor.extractOrdinal(row)])) {
                read = new CountedIncident(
                        hasSameWords(CanonicalIncident.RECORD_CLASS, old, row, cursor)
                                ? now.recordClass
                                : was.recordClass,
                        hasSameWords(CanonicalIncident.AREA_CODE, old, row, cursor) ? now.area : was.area,
                        hasSameWords(CanonicalIncident.TARGET_COMMUNITIES, old, row, cursor)
                                ? now.communities
                                : was.communities,
                        was.occurred,
                        was.recorded,
                        was.incidentCount);
            }
            if (!read.hasSameCells(was)) {
                causes.move(Cause.PROFILE_OR_CODE_LIST, was, read);
            }
            if (!read.hasSameCells(now)) {
                causes.move(Cause.RECLASSIFICATION, read, now);
                count(read, now);
            }
        }

        private void count(CountedIncident from, CountedIncident to) {
            if (from.occurred != to.occurred || from.recorded != to.recorded) {
                causes.count(ChangedAspect.DATE);
            }
            if (from.area != to.area) {
                causes.count(ChangedAspect.AREA);
            }
            if (!Arrays.equals(from.communities, to.communities)) {
                causes.count(ChangedAspect.COMMUNITY);
            }
            if (from.recordClass != to.recordClass) {
                causes.count(ChangedAspect.RECORD_CLASS);
            }
            if (from.incidentCount != to.incidentCount) {
                causes.count(ChangedAspect.INCIDENT_COUNT);
            }
        }

        private boolean hasSameWords(Column mapped, int old, int row, LayerCursor cursor) {
            int column = CanonicalIncident.MAPPED.indexOf(mapped);
            return words(before.words(), column, old).equals(words(cursor.wording(), column, row));
        }

        /** A field without words is a constant of the profile: only the profile can change it. */
        private String words(Wording wording, int column, int row) {
            return wording.has(column) ? wording.text(column, wording.idOf(column, row)) : "";
        }

        private int compareKey(int old, long high, long low) {
            int byHigh = Long.compareUnsigned(before.keyHigh(old), high);
            return byHigh != 0 ? byHigh : Long.compareUnsigned(before.keyLow(old), low);
        }
    }
}
