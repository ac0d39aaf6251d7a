package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.CountPosterior;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Hmac;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;

/**
 * Somebody who knows the method, the table of changes, every series' mean and the delays reads twenty weekly releases and concludes what he can of the cells that hold one or two
 * incidents.
 */
class AttackTest {
    private static final long SEED = 20231007;
    private static final int RELEASES = 20;
    private static final LocalDate FIRST = LocalDate.of(2023, 9, 4);
    private static final CountPosterior POSTERIOR = new CountPosterior(PerturbationTable.STANDARD);

    private static final MadeUpCity CITY = new MadeUpCity(SEED, 6, FIRST.plusWeeks(RELEASES));
    private static final VintageLedger LEDGER =
            new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));
    private static final Map<Cell, SortedMap<LocalDate, Long>> SEEN = releases();

    /** A cell of one community in one borough. */
    private record Cell(String area, String community, String periodType, LocalDate start, LocalDate end) {}

    /** What he has found. */
    private record Found(int oneOrTwo, int exact, int inOneOrTwo, int published) {
        double exactShare() {
            return exact / (double) oneOrTwo;
        }

        double inOneOrTwoShare() {
            return inOneOrTwo / (double) oneOrTwo;
        }
    }

    @Test
    void twentyReleasesDoNotTellWhichCellsHoldOneOrTwo() {
        Found found = attack(SEEN);

        System.out.printf(
                "Seed %d: of %d cells with one or two incidents %d are known exactly and %d to be one or two; %d cells were published%n",
                SEED, found.oneOrTwo(), found.exact(), found.inOneOrTwo(), found.published());
        assertTrue(found.oneOrTwo() > 500, "too few cells to tell");
        assertTrue(found.published() > 200, "nothing was published that could be attacked");
        assertTrue(found.exactShare() <= 0.01, "exact: " + found.exactShare());
        assertTrue(found.inOneOrTwoShare() <= 0.05, "one or two: " + found.inOneOrTwoShare());
    }

    @Test
    void theSameAttackSucceedsWhereTheGateIsLeftOut() {
        Found found = attack(drawnWithoutGate());

        assertTrue(found.inOneOrTwoShare() > 0.05, "one or two: " + found.inOneOrTwoShare());
    }

    @Test
    void noDayOfASeriesIsInTwoCellsAndNoCellIsDrawnMoreOftenThanItHasVintages() {
        Map<SeriesName, SortedMap<LocalDate, LocalDate>> cells = new HashMap<>();
        Map<DrawnCell, Integer> vintages = new HashMap<>();
        for (VintageLedger.Entry entry : LEDGER.additions().entries()) {
            DrawnCell cell = entry.cell();
            assertTrue(vintages.getOrDefault(cell, 0) < entry.vintage(), () -> cell + " goes back");
            vintages.put(cell, entry.vintage());
            cells.computeIfAbsent(cell.series(), series -> new TreeMap<>()).put(cell.from(), cell.to());
        }
        cells.forEach((series, of) -> {
            LocalDate free = LocalDate.MIN;
            for (Map.Entry<LocalDate, LocalDate> cell : of.entrySet()) {
                assertTrue(!cell.getKey().isBefore(free), series + " has two cells on " + cell.getKey());
                free = cell.getValue().plusDays(1);
            }
        });
        assertTrue(cells.size() > 300, "only " + cells.size() + " series");
    }

    /** At most 8 cells are drawn in one release of the incidents of one community: those by area, and on other days those by one further characteristic. */
    @Test
    void noIncidentIsInMoreThanEightCellsOfOneRelease() {
        Map<LocalDate, Map<String, Set<String>>> tables = new HashMap<>();
        for (VintageLedger.Entry entry : LEDGER.additions().entries()) {
            SeriesName series = entry.cell().series();
            boolean isWhole = series.areaCode().equals(CITY.london.wholeAreaCode());
            tables.computeIfAbsent(entry.asOf(), day -> new HashMap<>())
                    .computeIfAbsent(series.communityCode(), community -> new TreeSet<>())
                    .add((isWhole ? "whole" : "area") + " " + series.dimension());
        }
        tables.forEach((day, byCommunity) -> byCommunity.forEach((community, kinds) -> {
            assertTrue(kinds.size() <= 8, day + " " + community + " " + kinds);
            boolean isByCharacteristic = kinds.stream().anyMatch(kind -> kind.length() > 6);
            assertTrue(
                    !isByCharacteristic || community.equals("all") || !kinds.contains("area "),
                    () -> "drawn on one day: " + kinds);
        }));
    }

    /** What was published of every cell of a borough and community, by as-of date. */
    private static Map<Cell, SortedMap<LocalDate, Long>> releases() {
        Map<Cell, SortedMap<LocalDate, Long>> seen = new LinkedHashMap<>();
        for (int week = 0; week < RELEASES; week++) {
            LocalDate asOf = FIRST.plusWeeks(week);
            TableRows counts = CellKeyRelease.make(
                            new ProtectedRelease.Identity(asOf, "test", "0".repeat(64), true),
                            List.of(CITY.knownOn(asOf)),
                            List.of(),
                            LEDGER,
                            new PublicNames(new byte[32]),
                            List.of(),
                            Optional.empty())
                    .tables()
                    .stream()
                    .filter(table -> table.table().name().equals(CountsTable.TABLE.name()))
                    .findFirst()
                    .orElseThrow()
                    .rows();
            for (int row = 0; row < counts.size(); row++) {
                read(counts, row)
                        .ifPresent(cell -> seen.computeIfAbsent(cell.cell(), c -> new TreeMap<>())
                                .put(asOf, cell.count()));
            }
        }
        return seen;
    }

    private record Published(Cell cell, long count) {}

    private static Optional<Published> read(TableRows counts, int row) {
        String status = counts.column(CountsTable.INCIDENT_COUNT_STATUS).display(row);
        boolean isZero = status.contains("[low]");
        if (counts.column(CountsTable.INCIDENT_COUNT).isEmpty(row) && !isZero) {
            return Optional.empty();
        }
        return Optional.of(new Published(
                new Cell(
                        counts.column(CountsTable.AREA_CODE).textAt(row),
                        counts.column(CountsTable.COMMUNITY_CODE).textAt(row),
                        counts.column(CountsTable.PERIOD_TYPE).textAt(row),
                        LocalDate.ofEpochDay(
                                counts.column(CountsTable.PERIOD_START_DATE).epochDayAt(row)),
                        LocalDate.ofEpochDay(
                                counts.column(CountsTable.PERIOD_END_DATE).epochDayAt(row))),
                isZero ? 0 : counts.column(CountsTable.INCIDENT_COUNT).integerAt(row)));
    }

    /** What is published if months of every series are drawn, however small. */
    private static Map<Cell, SortedMap<LocalDate, Long>> drawnWithoutGate() {
        Map<Cell, SortedMap<LocalDate, Long>> seen = new LinkedHashMap<>();
        CellKeys keys = new CellKeys(new byte[Hmac.LENGTH]);
        LocalDate asOf = FIRST.plusWeeks(RELEASES - 1L);
        Map<Cell, long[]> cells = new HashMap<>();
        CITY.incidents().forEach(one -> {
            if (!one.recorded().isAfter(asOf)) {
                cells.computeIfAbsent(month(one), cell -> new long[2])[0]++;
            }
        });
        cells.forEach((cell, count) -> seen.computeIfAbsent(cell, c -> new TreeMap<>())
                .put(asOf, PerturbationTable.STANDARD.published(count[0], keys.of(cell.hashCode()))));
        return seen;
    }

    private static Cell month(MadeUpCity.Incident one) {
        LocalDate start = one.occurred().withDayOfMonth(1);
        return new Cell(
                CITY.london.get(one.area()).code(),
                CodeLists.communities().get(one.community()).code(),
                "month",
                start,
                start.plusMonths(1).minusDays(1));
    }

    private static Found attack(Map<Cell, SortedMap<LocalDate, Long>> seen) {
        LocalDate last = FIRST.plusWeeks(RELEASES - 1L);
        Map<Cell, Integer> truth = new HashMap<>();
        CITY.incidents().forEach(one -> {
            if (!one.recorded().isAfter(last)) {
                truth.merge(month(one), 1, Integer::sum);
            }
        });
        int oneOrTwo = (int) truth.values().stream().filter(n -> n <= 2).count();
        int exact = 0;
        int inOneOrTwo = 0;
        int published = 0;
        for (Map.Entry<Cell, SortedMap<LocalDate, Long>> entry : seen.entrySet()) {
            Cell cell = entry.getKey();
            Optional<Double> mean = mean(cell);
            if (mean.isEmpty() || !cell.periodType().equals("month")) {
                continue;
            }
            published++;
            double[] chance = POSTERIOR.of(vintages(mean.get(), cell, entry.getValue()));
            int count = truth.getOrDefault(cell, 0);
            if (count == 1 || count == 2) {
                exact += chance[count] > 0.9 ? 1 : 0;
                inOneOrTwo += chance[1] + chance[2] > 0.9 ? 1 : 0;
            }
        }
        return new Found(oneOrTwo, exact, inOneOrTwo, published);
    }

    private static List<CountPosterior.Vintage> vintages(double mean, Cell cell, SortedMap<LocalDate, Long> values) {
        List<CountPosterior.Vintage> vintages = new ArrayList<>();
        double before = 0;
        Long last = null;
        for (Map.Entry<LocalDate, Long> value : values.entrySet()) {
            int weeks = (int) ((value.getKey().toEpochDay() - cell.end().toEpochDay()) / 7);
            boolean isDrawn = last == null || !last.equals(value.getValue());
            if (isDrawn) {
                double share = MadeUpCity.recordedAfter(Math.max(0, weeks));
                vintages.add(new CountPosterior.Vintage(value.getValue(), Math.max(1e-6, mean * (share - before))));
                before = share;
            }
            last = value.getValue();
        }
        return vintages;
    }

    private static Optional<Double> mean(Cell cell) {
        for (int b = 0; b < CITY.boroughs.size(); b++) {
            for (int c = 0; c < CITY.communities.size(); c++) {
                if (CITY.london.get(CITY.boroughs.get(b)).code().equals(cell.area())
                        && CodeLists.communities()
                                .get(CITY.communities.get(c))
                                .code()
                                .equals(cell.community())) {
                    return Optional.of(CITY.means[b][c]);
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void theCityIsTheSameForTheSameSeed() {
        assertEquals(
                CITY.incidents().size(),
                new MadeUpCity(SEED, 6, FIRST.plusWeeks(RELEASES)).incidents().size());
    }
}
