package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.Leaf;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.PublicGrain;
import org.vigil.cellkey.VintageSchedule;

/**
 * What was published of every cell, at which vintage, and at which grain every series stands in a financial year. It alone draws cells: one whose vintage is due and was not drawn
 * yet. Everything else is what was published before, unchanged.
 *
 * <p>Holds protected values only. What is drawn is part of {@link #additions()} and counts as published once these are in the store. Not safe for use by several
 * threads.
 */
public final class VintageLedger {
    private final PerturbationTable table;
    private final CellKeys cellKeys;
    private final Map<DrawnCell, List<Entry>> entries = new LinkedHashMap<>();
    /** Cells of each track by their first day; none of a track overlaps another. */
    private final Map<SeriesName, NavigableMap<LocalDate, DrawnCell>> tracks = new HashMap<>();

    /** First day of the first leaf of a series in a financial year. */
    private final Map<SeriesYear, LocalDate> firstDays = new HashMap<>();

    private final Map<SeriesYear, PublicGrain> grains = new LinkedHashMap<>();
    /** Number of each draw of a cell among all, from 0, in the order of its vintages. */
    private final Map<DrawnCell, List<Long>> numbers = new HashMap<>();

    private long figures;
    private long continued;
    private final Additions additions = new Additions(new ArrayList<>(), new ArrayList<>());

    /**
     * What was published of a cell at one vintage.
     *
     * @param cell the cell
     * @param vintage from 1
     * @param published the changed count; below 0 where the cell is hidden
     * @param asOf day whose state of knowledge it shows
     */
    record Entry(DrawnCell cell, int vintage, long published, LocalDate asOf) {
        /** Stands for a cell that is not shown. */
        static final long HIDDEN = -1;

        public Entry {
            if (vintage < 1 || published < HIDDEN) {
                throw new IllegalArgumentException("Found vintage " + vintage + " of a cell with " + published
                        + "; expected 1 or more, and -1 or more");
            }
        }

        boolean isHidden() {
            return published == HIDDEN;
        }

        /** Whole weeks from the end of the cell to the day on which it was drawn. */
        int ageWeeks() {
            return Math.toIntExact(ChronoUnit.WEEKS.between(cell.to(), asOf));
        }
    }

    /**
     * The grain of a series in a financial year.
     *
     * @param series the series
     * @param year calendar year in which the financial year begins
     * @param grain how fine it is published
     */
    record YearGrain(SeriesName series, int year, PublicGrain grain) {}

    /** What was drawn and decided and is not in the store yet, in the order in which it was. */
    record Additions(List<Entry> entries, List<YearGrain> grains) {
        /** Whether there is nothing to keep. */
        public boolean isEmpty() {
            return entries.isEmpty() && grains.isEmpty();
        }
    }

    /** What somebody outside could conclude. */
    interface DrawCheck {
        /**
         * Whether a cell may be published so.
         *
         * @param vintages everything published of it, the oldest first, the new one last
         */
        boolean isSafe(List<Entry> vintages);
    }

    /**
     * An empty ledger.
     *
     * @param table by how much counts are changed
     * @param cellKeys the keys of cells
     */
    public VintageLedger(PerturbationTable table, CellKeys cellKeys) {
        this.table = table;
        this.cellKeys = cellKeys;
    }

    /** Takes up what earlier releases published, the oldest first. */
    void recall(Additions published) {
        published.entries().forEach(this::add);
        published.grains().forEach(grain -> grains.put(new SeriesYear(grain.series(), grain.year()), grain.grain()));
    }

    /** What was drawn since this ledger was made. */
    Additions additions() {
        return new Additions(List.copyOf(additions.entries()), List.copyOf(additions.grains()));
    }

    /** How many figures were drawn so far. */
    public long figures() {
        return figures;
    }

    /**
     * Tells what the release before knew. All that was drawn since, be it by a run that published nothing, is new in the next one.
     *
     * @param figures {@link #figures()} when it was made; 0 if there is none
     */
    public void continueFrom(long figures) {
        continued = figures;
    }

    /** Whether the release before did not show the newest draw of a cell. */
    boolean isNew(DrawnCell cell) {
        List<Long> drawn = numbers.getOrDefault(cell, List.of());
        return !drawn.isEmpty() && drawn.get(drawn.size() - 1) >= continued;
    }

    /** How a cell stood in the release before, whatever was drawn since. */
    Optional<Standing> standingBefore(DrawnCell cell, VintageSchedule schedule, LocalDate asOf) {
        int due = schedule.due(cell.to(), asOf);
        List<Long> drawn = numbers.getOrDefault(cell, List.of());
        Optional<Standing> standing = Optional.empty();
        for (int i = 0; i < drawn.size() && drawn.get(i) < continued; i++) {
            Entry entry = entries.getOrDefault(cell, List.of()).get(i);
            if (entry.vintage() <= due) {
                standing = Optional.of(new Standing(entry, entry.vintage() == schedule.vintages()));
            }
        }
        return standing;
    }

    /** Whether the first draw of a cell was at least so much. */
    boolean hasBegunWith(DrawnCell cell, long least) {
        List<Entry> known = entries.getOrDefault(cell, List.of());
        return !known.isEmpty() && known.get(0).published() >= least;
    }

    /** By how much counts are changed. */
    PerturbationTable table() {
        return table;
    }

    /** Whether a cell was drawn, before or now. */
    boolean isDrawn(DrawnCell cell) {
        return entries.containsKey(cell);
    }

    /** Whether no day of a cell is in another one that was drawn. */
    boolean isFree(DrawnCell cell) {
        NavigableMap<LocalDate, DrawnCell> drawn = tracks.get(cell.series().track());
        if (drawn == null) {
            return true;
        }
        Map.Entry<LocalDate, DrawnCell> last = drawn.floorEntry(cell.to());
        return last == null
                || last.getValue().to().isBefore(cell.from())
                || last.getValue().equals(cell);
    }

    /** First day of a series' leaves in a financial year, once one of them was drawn: they stay where they are, however far back the series is known later. */
    Optional<LocalDate> findFirstDay(SeriesName series, int year) {
        return Optional.ofNullable(firstDays.get(new SeriesYear(series, year)));
    }

    /** The grain of a series in a financial year, if it is decided. */
    Optional<PublicGrain> findGrain(SeriesName series, int year) {
        return Optional.ofNullable(grains.get(new SeriesYear(series, year)));
    }

    /** Decides a grain, once for the whole year. */
    PublicGrain decide(SeriesName series, int year, PublicGrain grain) {
        PublicGrain before = grains.putIfAbsent(new SeriesYear(series, year), grain);
        if (before != null) {
            throw new IllegalStateException("The grain of a series in a year was decided before");
        }
        additions.grains().add(new YearGrain(series, year, grain));
        return grain;
    }

    /**
     * How a cell stands on a day: as published before, or drawn now because a vintage of it is due. One that shares days with another cell is never drawn.
     *
     * @param exact asked only if it is drawn
     * @param check asked only then; a draw that is not safe is dropped, and the value of before stands, or the cell is hidden
     * @return nothing before the first vintage is due
     */
    Optional<Standing> standing(
            DrawnCell cell, VintageSchedule schedule, LocalDate asOf, Supplier<ExactCell> exact, DrawCheck check) {
        int due = schedule.due(cell.to(), asOf);
        List<Entry> known = entries.getOrDefault(cell, List.of());
        boolean isNewDue = due > 0 && known.stream().noneMatch(entry -> entry.vintage() >= due);
        if (isNewDue && !isFree(cell)) {
            return Optional.of(new Standing(new Entry(cell, due, Entry.HIDDEN, asOf), false));
        }
        if (isNewDue) {
            Entry entry = drawn(cell, due, asOf, exact, check);
            add(entry);
            additions.entries().add(entry);
            return Optional.of(new Standing(entry, due == schedule.vintages()));
        }
        return standing(cell, schedule, asOf);
    }

    /** How a cell stands on a day without drawing it: as published before, if it was. */
    Optional<Standing> standing(DrawnCell cell, VintageSchedule schedule, LocalDate asOf) {
        int due = schedule.due(cell.to(), asOf);
        return entries.getOrDefault(cell, List.of()).stream()
                .filter(entry -> entry.vintage() <= due)
                .max(Comparator.comparingInt(Entry::vintage))
                .map(entry -> new Standing(entry, entry.vintage() == schedule.vintages()));
    }

    private Entry drawn(DrawnCell cell, int vintage, LocalDate asOf, Supplier<ExactCell> exact, DrawCheck check) {
        List<Entry> vintages = new ArrayList<>(entries.getOrDefault(cell, List.of()));
        Optional<Entry> before = vintages.isEmpty() ? Optional.empty() : Optional.of(vintages.get(vintages.size() - 1));
        if (before.isPresent() && before.get().isHidden()) {
            return new Entry(cell, vintage, Entry.HIDDEN, asOf);
        }
        ExactCell inside = exact.get();
        Entry drawn = new Entry(cell, vintage, table.published(inside.count(), cellKeys.of(inside.recordKeys())), asOf);
        vintages.add(drawn);
        if (check.isSafe(List.copyOf(vintages))) {
            return drawn;
        }
        return new Entry(cell, vintage, before.map(Entry::published).orElse(Entry.HIDDEN), asOf);
    }

    private void add(Entry entry) {
        List<Entry> known = entries.computeIfAbsent(entry.cell(), cell -> {
            tracks.computeIfAbsent(cell.series().track(), track -> new TreeMap<>())
                    .put(cell.from(), cell);
            firstDays.merge(
                    new SeriesYear(cell.series(), Leaf.yearOfLeafTo(cell.to())),
                    cell.from(),
                    (one, other) -> one.isBefore(other) ? one : other);
            return new ArrayList<>();
        });
        if (!known.isEmpty() && known.get(known.size() - 1).vintage() >= entry.vintage()) {
            throw new IllegalArgumentException(
                    "A cell was published twice at one vintage, or at an earlier one after a later");
        }
        if (entry.published() > 0 && entry.published() <= table.gap()) {
            throw new IllegalArgumentException(
                    "Found a figure in the ledger that is never published; expected 0 or more than " + table.gap());
        }
        known.add(entry);
        numbers.computeIfAbsent(entry.cell(), cell -> new ArrayList<>()).add(figures++);
    }

    /** How a cell stands. */
    static final class Standing {
        private final Entry entry;
        private final boolean isFinal;

        private Standing(Entry entry, boolean isFinal) {
            this.entry = entry;
            this.isFinal = isFinal;
        }

        /** Whole weeks from the end of the cell to the day whose state of knowledge it shows. */
        int ageWeeks() {
            return entry.ageWeeks();
        }

        /** The count that may be published; nothing if the cell is hidden. */
        Optional<ProtectedCount> count() {
            return entry.isHidden() ? Optional.empty() : Optional.of(ProtectedCount.drawn(entry.published(), isFinal));
        }
    }

    private record SeriesYear(SeriesName series, int year) {}
}
