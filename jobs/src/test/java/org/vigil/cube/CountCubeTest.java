package org.vigil.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.Incidents;
import org.vigil.incident.PackedIncidents;
import org.vigil.incident.RecordClass;

final class CountCubeTest {
    private static final int AREAS = 4;
    private static final int COMMUNITIES = 6;
    private static final int CRIME = RecordClass.CRIME.ordinal();

    @Test
    void countsEachCommunityInItsOwnRightAndTheTotalOnce() {
        CountCube cube = cube(
                false,
                i -> i.communities(1, 2)
                        .add(0)
                        .communities(2)
                        .add(0)
                        .communities(5)
                        .add(0));
        assertEquals("1 2 1 total 3", onDay(cube, 0, "2024-06-30", 1, 2, 5));
    }

    @Test
    void countsAWithdrawnIncidentNowhere() {
        CountCube cube = cube(false, i -> i.withdrawn().add(0));
        assertTrue(cube.isEmpty(CRIME, 0, cube.all()));
        assertTrue(cube.firstDay() > cube.lastDay());
    }

    @Test
    void tellsHowManyShareAreaCommunityAndMonth() {
        CountCube cube = cube(
                false,
                i -> i.area(1)
                        .communities(2)
                        .occurred("2024-05-31")
                        .add(0)
                        .area(1)
                        .communities(2)
                        .recordClass(RecordClass.NON_CRIME_INCIDENT)
                        .occurred("2024-05-01")
                        .add(0)
                        .area(1)
                        .communities(2)
                        .occurred("2024-05")
                        .add(0)
                        .area(1)
                        .communities(2, 3)
                        .occurred("2024-06-01")
                        .add(0)
                        .area(2)
                        .communities(2)
                        .occurred("2024-06-01")
                        .count(5)
                        .add(0)
                        .withdrawn()
                        .add(0));
        assertEquals(new CellSizes(10, 2, 5), cube.sharingMonth(), "3 in May, 1 and 1 in June, 5 elsewhere");
        assertEquals(new CellSizes(9, 4, 4), cube.sharingDay(), "one is known to the month only");
        assertEquals(0.2, cube.sharingMonth().shareAlone());
        assertEquals(0.5, cube.sharingMonth().shareFewerThanFive());
        assertEquals(0, new CountCube(false, AREAS, COMMUNITIES).sharingMonth().shareAlone());
    }

    @Test
    void addsPublishedCounts() {
        CountCube cube = cube(
                true,
                i -> i.count(7)
                        .recorded("2024-06")
                        .add(0)
                        .count(5)
                        .recorded("2024-06")
                        .add(0));
        assertEquals(12, cube.inMonthOnly(CRIME, 0, 1, month("2024-06-01")));
        assertEquals(0, cube.onDay(CRIME, 0, 1, day("2024-06-01")));
    }

    @Test
    void coversTheDayOfACountOfNothing() {
        CountCube cube = cube(true, i -> i.count(0).recorded("2024-06").add(0));
        assertEquals(day("2024-06-01"), cube.firstDay());
        assertEquals(0, cube.inMonthOnly(CRIME, 0, cube.all(), month("2024-06-01")));
        cube.forEachDelay((c, community, occurred, recorded, count) -> {
            throw new AssertionError("a count of nothing has no delay");
        });
    }

    @Test
    void placesAnIncidentByTheDateOfTheSeries() {
        Consumer<Incidents> incident =
                i -> i.occurred("2024-05-31").recorded("2024-06-02").add(0);
        CountCube occurred = cube(false, incident);
        CountCube recorded = cube(true, incident);
        assertEquals(1, occurred.onDay(CRIME, 0, 1, day("2024-05-31")));
        assertEquals(1, occurred.inOtherMonth(CRIME, 0, 1, month("2024-06-01")));
        assertEquals(1, recorded.onDay(CRIME, 0, 1, day("2024-06-02")));
        assertEquals(1, recorded.inOtherMonth(CRIME, 0, 1, month("2024-05-01")));
    }

    @Test
    void keepsRecordClassesAndAreasApart() {
        CountCube cube = cube(
                false,
                i -> i.area(3)
                        .recordClass(RecordClass.NON_CRIME_INCIDENT)
                        .add(0)
                        .area(2)
                        .add(0));
        assertEquals(1, cube.onDay(RecordClass.NON_CRIME_INCIDENT.ordinal(), 3, 1, day("2024-06-30")));
        assertEquals(1, cube.onDay(CRIME, 2, 1, day("2024-06-30")));
        assertTrue(cube.isEmpty(CRIME, 3, 1));
        assertFalse(cube.isEmpty(CRIME, 2, cube.all()));
    }

    @Test
    void breaksDownByQuarter() {
        CountCube cube = cube(
                false,
                i -> i.offences(3, 4)
                        .locations(2)
                        .contexts(1)
                        .strands(0b101)
                        .reportingSource(6)
                        .add(0)
                        .occurred("2024-07-01")
                        .offences(3)
                        .add(0));
        int second = month("2024-04-01") / 3;
        assertEquals(1, cube.inQuarter(Dimension.OFFENCE_GROUP, CRIME, cube.all(), second, 3));
        assertEquals(1, cube.inQuarter(Dimension.OFFENCE_GROUP, CRIME, 1, second, 4));
        assertEquals(1, cube.inQuarter(Dimension.OFFENCE_GROUP, CRIME, 1, second + 1, 3));
        assertEquals(1, cube.inQuarter(Dimension.LOCATION_TYPE, CRIME, 1, second, 2));
        assertEquals(1, cube.inQuarter(Dimension.CONTEXT, CRIME, 1, second, 1));
        assertEquals(0, cube.inQuarter(Dimension.CONTEXT, CRIME, 1, second, 0));
        assertEquals(1, cube.inQuarter(Dimension.STRAND, CRIME, 1, second, 0));
        assertEquals(0, cube.inQuarter(Dimension.STRAND, CRIME, 1, second, 1));
        assertEquals(1, cube.inQuarter(Dimension.STRAND, CRIME, 1, second, 2));
        assertEquals(1, cube.inQuarter(Dimension.REPORTING_SOURCE, CRIME, 1, second, 6));
    }

    @Test
    void countsMonthsOccurredByMonthsRecorded() {
        CountCube cube = cube(
                false,
                i -> i.occurred("2024-05-31")
                        .recorded("2024-06-02")
                        .add(0)
                        .occurred("2024-05-30")
                        .recorded("2024-06-02")
                        .add(0)
                        .occurred("2024-06-30")
                        .recorded("")
                        .add(0));
        StringBuilder delays = new StringBuilder();
        cube.forEachDelay((c, community, occurred, recorded, count) -> delays.append(community)
                .append(' ')
                .append(LocalDate.ofEpochDay(CountCube.firstDayOf(occurred)))
                .append(' ')
                .append(LocalDate.ofEpochDay(CountCube.firstDayOf(recorded)))
                .append(' ')
                .append(count)
                .append('\n'));
        assertEquals("1 2024-05-01 2024-06-01 2\n6 2024-05-01 2024-06-01 2\n", delays.toString());
    }

    @Test
    void countsWeeksByTheWeeksUntilRecordedAsAPlainModelDoes() {
        long seed = 20250601;
        PackedIncidents rows = random(new Random(seed), 3_000);
        CountCube cube = new CountCube(false, AREAS, COMMUNITIES);
        Map<List<Integer>, Integer> naive = new TreeMap<>(Comparator.comparing(List::toString));
        LocalDate monday = LocalDate.of(1900, 1, 1);
        int known = 0;
        for (int row = 0; row < rows.size(); row++) {
            cube.add(rows, row);
            int occurred = rows.occurred(row);
            int recorded = rows.recorded(row);
            if (!IncidentDate.isKnown(recorded) || IncidentDate.isMonth(recorded) || IncidentDate.isMonth(occurred)) {
                continue;
            }
            known++;
            long week = ChronoUnit.WEEKS.between(monday, LocalDate.ofEpochDay(IncidentDate.epochDay(occurred)));
            long until = ChronoUnit.WEEKS.between(monday, LocalDate.ofEpochDay(IncidentDate.epochDay(recorded)));
            int delay = (int) Math.min(15, Math.max(0, until - week));
            naive.merge(List.of(rows.recordClass(row), COMMUNITIES, (int) week, delay), 1, Integer::sum);
            for (int community : rows.communities(row)) {
                naive.merge(List.of(rows.recordClass(row), community, (int) week, delay), 1, Integer::sum);
            }
        }
        assertEquals(naive, weekDelays(cube), "seed " + seed);
        assertEquals(
                known,
                naive.entrySet().stream()
                        .filter(cell -> cell.getKey().get(1) == COMMUNITIES)
                        .mapToInt(Map.Entry::getValue)
                        .sum(),
                "seed " + seed);
    }

    @Test
    void aCorrectedDateMovesTheIncidentToAnotherWeekAndDelay() {
        CountCube cube =
                cube(false, i -> i.occurred("2024-06-03").recorded("2024-06-20").add(0));
        PackedIncidents rows = new Incidents()
                .occurred("2024-06-03")
                .recorded("2024-06-20")
                .add(0)
                .occurred("2024-06-11")
                .recorded("2024-06-20")
                .add(0)
                .packed();
        cube.remove(rows, 0);
        cube.add(rows, 1);
        int week = WeekDelays.weekOf(day("2024-06-10"));
        assertEquals(
                Map.of(List.of(CRIME, 1, week, 1), 1, List.of(CRIME, COMMUNITIES, week, 1), 1),
                Map.copyOf(weekDelays(cube)));
    }

    @Test
    void countsNoDelaysWhereTheRecordedDateMakesTheSeries() {
        CountCube cube = cube(true, i -> i.add(0));
        assertEquals(Map.of(), weekDelays(cube));
        assertEquals(day("2024-06-30"), cube.lastRecordedDay());
        assertEquals(Integer.MIN_VALUE, cube(false, i -> i.recorded("").add(0)).lastRecordedDay());
    }

    @Test
    void travelsWholeAndMergingIsAdding() throws IOException, ClassNotFoundException {
        long seed = 20231007;
        Random random = new Random(seed);
        PackedIncidents rows = random(random, 4_000);
        CountCube whole = new CountCube(false, AREAS, COMMUNITIES);
        CountCube one = new CountCube(false, AREAS, COMMUNITIES);
        CountCube two = new CountCube(false, AREAS, COMMUNITIES);
        for (int row = 0; row < rows.size(); row++) {
            whole.add(rows, row);
            (random.nextBoolean() ? one : two).add(rows, row);
        }
        CountCube merged = copy(one);
        merged.merge(copy(two));
        assertEquals(text(whole), text(merged), "seed " + seed);
        assertEquals(text(whole), text(copy(whole)), "seed " + seed);
        CountCube withNothing = copy(whole);
        withNothing.merge(new CountCube(false, AREAS, COMMUNITIES));
        assertEquals(text(whole), text(withNothing), "seed " + seed);
    }

    @Test
    void takingOutIsTheOppositeOfAddingAndTravelsAsWell() throws IOException, ClassNotFoundException {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            PackedIncidents rows = random(random, 400);
            CountCube kept = new CountCube(false, AREAS, COMMUNITIES);
            CountCube before = new CountCube(false, AREAS, COMMUNITIES);
            CountCube changes = new CountCube(false, AREAS, COMMUNITIES);
            for (int row = 0; row < rows.size(); row++) {
                int fate = random.nextInt(4);
                if (fate <= 1) {
                    before.add(rows, row);
                }
                if (fate == 1) {
                    changes.remove(rows, row);
                } else {
                    kept.add(rows, row);
                }
                if (fate >= 2) {
                    changes.add(rows, row);
                }
            }
            before.merge(copy(changes));
            assertEquals(text(kept), text(before), "seed " + seed);
            assertEquals(text(kept), text(copy(before)), "seed " + seed);
            for (int area = 0; area < AREAS; area++) {
                assertEquals(kept.isEmpty(CRIME, area, 0), before.isEmpty(CRIME, area, 0), "seed " + seed);
            }
        }
    }

    @Test
    void isEmptyAfterEverythingWasTakenOut() {
        PackedIncidents rows = random(new Random(7), 50);
        CountCube cube = new CountCube(false, AREAS, COMMUNITIES);
        for (int row = 0; row < rows.size(); row++) {
            cube.add(rows, row);
        }
        for (int row = 0; row < rows.size(); row++) {
            cube.remove(rows, row);
        }
        assertTrue(cube.isEmpty(CRIME, 0, cube.all()));
        assertTrue(cube.firstDay() > cube.lastDay());
        assertEquals(text(new CountCube(false, AREAS, COMMUNITIES)), text(cube));
    }

    @Test
    void numbersMonthsAsTheCalendarDoes() {
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
            int month = CountCube.monthIndex((int) day.toEpochDay());
            if (month != (day.getYear() - 1900) * 12 + day.getMonthValue() - 1) {
                assertEquals((day.getYear() - 1900) * 12 + day.getMonthValue() - 1, month, day.toString());
            }
            if (day.getDayOfMonth() == 1) {
                assertEquals(day.toEpochDay(), CountCube.firstDayOf(month));
            }
        }
    }

    private static PackedIncidents random(Random random, int count) {
        Incidents incidents = new Incidents();
        for (int i = 0; i < count; i++) {
            String day =
                    LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_000)).toString();
            incidents
                    .area(random.nextInt(AREAS))
                    .recordClass(RecordClass.values()[random.nextInt(3)])
                    .communities(random.nextInt(COMMUNITIES), random.nextInt(COMMUNITIES))
                    .offences(random.nextInt(3))
                    .occurred(random.nextInt(10) == 0 ? day.substring(0, 7) : day)
                    .recorded(recorded(random, day))
                    .add(0);
        }
        return incidents.packed();
    }

    /** Up to half a year after a day, known to the day, to the month or not at all; now and then before it. */
    private static String recorded(Random random, String day) {
        String recorded =
                LocalDate.parse(day).plusDays(random.nextInt(180) - 3L).toString();
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> recorded.substring(0, 7);
            default -> recorded;
        };
    }

    /** Every count of the cube that a caller can ask for. */
    private static String text(CountCube cube) {
        StringBuilder text = new StringBuilder();
        text.append(cube.firstDay()).append(' ').append(cube.lastDay()).append('\n');
        for (int c = 0; c < CountCube.RECORD_CLASSES; c++) {
            for (int community = 0; community <= cube.all(); community++) {
                for (int area = 0; area < AREAS; area++) {
                    for (int day = cube.firstDay(); day <= cube.lastDay(); day++) {
                        text.append(cube.onDay(c, area, community, day));
                    }
                    for (int month = month("2015-01-01"); month <= month("2026-07-01"); month++) {
                        text.append(cube.inMonthOnly(c, area, community, month));
                        text.append(cube.inOtherMonth(c, area, community, month))
                                .append(',');
                    }
                }
                for (int quarter = month("2015-01-01") / 3; quarter <= month("2026-07-01") / 3; quarter++) {
                    for (int category = 0; category < 3; category++) {
                        text.append(cube.inQuarter(Dimension.OFFENCE_GROUP, c, community, quarter, category));
                    }
                }
            }
        }
        text.append(weekDelays(cube)).append('\n');
        cube.forEachDelay((c, community, occurred, recorded, count) ->
                text.append(c + " " + community + " " + occurred + " " + recorded + " " + count + "\n"));
        return text.toString();
    }

    /** Every cell of the weeks by delay that holds anything. */
    private static Map<List<Integer>, Integer> weekDelays(CountCube cube) {
        Map<List<Integer>, Integer> cells = new TreeMap<>(Comparator.comparing(List::toString));
        for (int c = 0; c < CountCube.RECORD_CLASSES; c++) {
            for (int community = 0; community <= cube.all(); community++) {
                for (int week = WeekDelays.weekOf(day("2014-12-01"));
                        week <= WeekDelays.weekOf(day("2026-07-01"));
                        week++) {
                    for (int delay = 0; delay <= WeekDelays.LONGEST; delay++) {
                        int count = cube.weekDelays().get(c, community, week, delay);
                        if (count != 0) {
                            cells.put(List.of(c, community, week, delay), count);
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static CountCube copy(CountCube cube) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(cube);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (CountCube) in.readObject();
        }
    }

    private static CountCube cube(boolean isSeriesRecorded, Consumer<Incidents> incidents) {
        Incidents made = new Incidents();
        incidents.accept(made);
        CountCube cube = new CountCube(isSeriesRecorded, AREAS, COMMUNITIES);
        for (int row = 0; row < made.packed().size(); row++) {
            cube.add(made.packed(), row);
        }
        return cube;
    }

    private static String onDay(CountCube cube, int area, String day, int... communities) {
        StringBuilder text = new StringBuilder();
        for (int community : communities) {
            text.append(cube.onDay(CRIME, area, community, day(day))).append(' ');
        }
        return text + "total " + cube.onDay(CRIME, area, cube.all(), day(day));
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }

    private static int month(String day) {
        return CountCube.monthIndex(day(day));
    }
}
