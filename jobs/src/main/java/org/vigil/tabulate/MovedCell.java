package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigil.cube.CountCube;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.tabulate.SourceFacts.RecordClasses;

/**
 * A cell of {@code counts} that a change moves.
 *
 * @param recordClass code of the record class, or both
 * @param area code of the area
 * @param isWholeArea whether that is everything in the file
 * @param community code of the community, or all
 * @param periodType code of the kind of period
 * @param start first day of the period
 * @param change count afterwards less count before
 */
public record MovedCell(
        String recordClass,
        String area,
        boolean isWholeArea,
        String community,
        String periodType,
        LocalDate start,
        long change) {

    /** Largest move first, then by key. */
    public static final Comparator<MovedCell> LARGEST_FIRST = Comparator.comparingLong(
                    (MovedCell cell) -> -Math.abs(cell.change()))
            .thenComparing(MovedCell::periodType)
            .thenComparing(MovedCell::start)
            .thenComparing(MovedCell::area)
            .thenComparing(MovedCell::community)
            .thenComparing(MovedCell::recordClass);

    /**
     * Every cell of the main series that changes.
     *
     * @param before the source as it is
     * @param cube what is added to its counts and taken from them
     */
    public static List<MovedCell> of(SourceFacts before, CountCube cube) {
        SourceFacts changes =
                new SourceFacts(before.sourceCode(), before.profile(), before.geography(), cube, before.coverage());
        Map<String, RecordClasses> byCode = new TreeMap<>();
        before.recordClasses().forEach(classes -> byCode.put(classes.code(), classes));
        changes.recordClasses().forEach(classes -> byCode.put(classes.code(), classes));
        CellSums sums = new CellSums(changes);
        List<MovedCell> moved = new ArrayList<>();
        for (RecordClasses recordClass : byCode.values()) {
            for (Places place : Places.of(changes.geography(), changes.profile())) {
                for (int community = 0; community <= cube.all(); community++) {
                    boolean isPublished = place.isWhole() || !CountsTabulation.isWholeAreaOnly(recordClass);
                    if (isPublished && isTouched(cube, recordClass, place, community)) {
                        String code = community == cube.all()
                                ? Communities.ALL
                                : CodeLists.communities().get(community).code();
                        addSeries(moved, changes, sums, recordClass.code(), place, code);
                    }
                }
            }
        }
        moved.sort(LARGEST_FIRST);
        return List.copyOf(moved);
    }

    private static void addSeries(
            List<MovedCell> moved,
            SourceFacts changes,
            CellSums sums,
            String recordClass,
            Places place,
            String community) {
        boolean hasWeeks = changes.profile().series().isDaily()
                && (place.isWhole() || changes.geography().publishesAreaWeeks());
        for (Period.Type type : Period.Type.values()) {
            if (type != Period.Type.ISO_WEEK || hasWeeks) {
                for (Period period : Period.within(type, changes.coverage())) {
                    String area = place.area().code();
                    long change =
                            sums.at(changes.seriesBasis(), recordClass, area, community, type.code(), period.start());
                    if (change != 0) {
                        moved.add(new MovedCell(
                                recordClass, area, place.isWhole(), community, type.code(), period.start(), change));
                    }
                }
            }
        }
    }

    private static boolean isTouched(CountCube cube, RecordClasses recordClass, Places place, int community) {
        for (int member : recordClass.members()) {
            for (int area : place.members()) {
                if (!cube.isEmpty(member, area, community)) {
                    return true;
                }
            }
        }
        return false;
    }
}
