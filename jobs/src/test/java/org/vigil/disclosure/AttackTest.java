package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.VintageSchedule;
import org.vigil.geography.Area;
import org.vigil.incident.CodeList;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.Hmac;

/**
 * Twenty weekly releases, read by somebody who knows the method, the table of changes, every series' mean and the delays, and who puts everything published together. What he may find at most
 * is that of Vigil's own rule: of cells that hold one or two incidents, one in a hundred exactly and one in twenty as one or two, more than 90 % sure. The same attack finds more wherever one of
 * the rules is left out.
 */
class AttackTest {
    private static final long SEED = 20231007;
    private static final int RELEASES = 20;
    private static final long NOTHING = -1;
    private static final LocalDate START = LocalDate.of(2020, 4, 1);
    private static final LocalDate FIRST = LocalDate.of(2023, 9, 4);
    private static final LocalDate LAST = FIRST.plusWeeks(RELEASES - 1L);
    private static final LocalDate EVENT = LocalDate.of(2023, 7, 4);

    private static final MadeUpCity CITY = new MadeUpCity(START, SEED, 6, FIRST.plusWeeks(RELEASES), 0.33);
    private static final VintageLedger LEDGER = ledger();
    private static final PublicReading READING = releases(CITY, LEDGER, FIRST, EVENT);

    private static final Path MET = Path.of(
            "../../shared/real-data/london-mps-hate-crime/mps_hate_and_special_crime_borough_month_201004_202105.csv");
    private static final YearMonth MET_FIRST = YearMonth.of(2017, 4);
    private static final Map<String, String> MET_FLAGS = Map.of(
            "Anti-Semitic", "jewish",
            "Disability Hate Crime", "disability",
            "Homophobic Hate Crime", "lesbian-gay-bisexual",
            "Islamophobic", "muslim",
            "Transgender Hate", "transgender");

    private static VintageLedger ledger() {
        return new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));
    }

    /** Everything that twenty weekly releases say. */
    private static PublicReading releases(MadeUpCity city, VintageLedger ledger, LocalDate first, LocalDate event) {
        return releases(
                city,
                ledger,
                IntStream.range(0, RELEASES).mapToObj(first::plusWeeks).toList(),
                event);
    }

    private static PublicReading releases(
            MadeUpCity city, VintageLedger ledger, List<LocalDate> days, LocalDate event) {
        PublicReading reading = new PublicReading();
        for (LocalDate asOf : days) {
            ledger.continueFrom(ledger.figures());
            reading.read(CellKeyRelease.make(
                    new ProtectedRelease.Identity(asOf, "test", "0".repeat(64), true),
                    List.of(city.knownOn(asOf, event)),
                    List.of(),
                    ledger,
                    new PublicNames(new byte[Hmac.LENGTH]),
                    List.of(),
                    Optional.empty()));
        }
        return reading;
    }

    /** What is concluded of the cells of the last two years. */
    private static Attacker.Found concluded(String what, Attacker attacker) {
        Attacker.Found found = attacker.conclude(
                YearMonth.from(LAST).minusMonths(24), YearMonth.from(LAST).minusMonths(1));
        System.out.println(what + ", seed " + SEED + ": " + found);
        return found;
    }

    private static Attacker attacker() {
        return new Attacker(CITY, LAST, SEED);
    }

    private static void requireProtected(Attacker.Found found) {
        assertTrue(found.oneOrTwo() > 200, "too few cells to tell");
        assertTrue(found.exactShare() <= 0.01, "exact: " + found);
        assertTrue(found.inOneOrTwoShare() <= 0.05, "one or two: " + found);
    }

    private static void requireFound(Attacker.Found found) {
        assertTrue(found.exactShare() > 0.01 || found.inOneOrTwoShare() > 0.05, found::toString);
    }

    @Test
    void twentyReleasesDoNotTellWhichCellsHoldOneOrTwo() {
        assertTrue(READING.windows().size() > 10, "no window was published that could be attacked");
        assertTrue(READING.characteristics().size() > 10, "no characteristic was published that could be attacked");

        requireProtected(concluded("As published", attacker().read(READING)));
    }

    /** Where hardly anything happens, the first year that is ever shown of a series would tell most. */
    @Test
    void yearsOfSparseSeriesDoNotTell() {
        MadeUpCity sparse = new MadeUpCity(START, SEED, 6, FIRST.plusWeeks(RELEASES), 0.05);
        PublicReading reading = releases(
                sparse,
                ledger(),
                List.of(LocalDate.of(2021, 6, 7), LocalDate.of(2022, 6, 6), LocalDate.of(2023, 6, 5), LAST),
                EVENT);

        requireProtected(concluded("Sparse", new Attacker(sparse, LAST, SEED).read(reading)));
    }

    @Test
    void twentyReleasesOfTheCountsOfLondonDoNotTell() throws IOException {
        assumeTrue(Files.exists(MET), "not there: " + MET);
        LocalDate first = LocalDate.of(2020, 1, 6);
        MadeUpCity city = met();
        PublicReading reading = releases(city, ledger(), first, LocalDate.of(2019, 12, 10));

        Attacker.Found found = new Attacker(city, first.plusWeeks(RELEASES - 1L), SEED)
                .read(reading)
                .conclude(YearMonth.of(2018, 4), YearMonth.of(2020, 3));

        System.out.println("Metropolitan Police, delays made up, seed " + SEED + ": " + found);
        requireProtected(found);
    }

    private static MadeUpCity met() throws IOException {
        List<String> lines = Files.readAllLines(MET);
        List<String> header = List.of(lines.get(0).split(",", -1));
        int column = header.indexOf(MET_FIRST.toString().replace("-", ""));
        Map<String, Map<String, int[]>> counts = new HashMap<>();
        MadeUpCity geography = new MadeUpCity(SEED, 1, LocalDate.of(2020, 4, 2));
        Map<String, String> codes = new HashMap<>();
        geography.boroughs.stream()
                .map(geography.london::get)
                .forEach((Area area) -> codes.put(area.label(), area.code()));
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            if (codes.containsKey(cells[0]) && MET_FLAGS.containsKey(cells[2])) {
                counts.computeIfAbsent(codes.get(cells[0]), area -> new HashMap<>())
                        .put(
                                MET_FLAGS.get(cells[2]),
                                IntStream.range(column, header.size())
                                        .map(c -> Integer.parseInt(cells[c]))
                                        .toArray());
            }
        }
        return MadeUpCity.ofCounts(SEED, MET_FIRST, List.copyOf(new TreeSet<>(MET_FLAGS.values())), counts);
    }

    @Test
    void monthsOfSmallSeriesTell() {
        PublicReading reading = new PublicReading();
        drawn(
                List.of(FIRST, LAST),
                Optional.of(VintageSchedule.MONTHS),
                (cell, draws) -> draws.forEach((asOf, count) -> reading.note(cell, asOf, count)));

        requireFound(concluded("Months of all series", attacker().read(reading)));
    }

    @Test
    void aNewDrawEveryWeekTells() {
        List<LocalDate> weeks =
                IntStream.range(0, RELEASES).mapToObj(FIRST::plusWeeks).toList();
        Attacker attacker = attacker().read(READING);
        drawn(
                weeks,
                Optional.empty(),
                (cell, draws) -> attacker.useDraws(
                        attacker.cells(cell.area(), cell.community(), cell.start(), cell.end()),
                        cell.start(),
                        cell.end(),
                        draws));

        requireFound(concluded("Months drawn every week", attacker));
    }

    @Test
    void rollingTwelveMonthsTell() {
        Attacker attacker = attacker().read(READING);
        CellKeys keys = new CellKeys(new byte[Hmac.LENGTH]);
        Map<PublicReading.Cell, List<Long>> records = monthlyRecords(LAST);
        for (int area : CITY.boroughs) {
            for (int community : CITY.communities) {
                long before = NOTHING;
                for (YearMonth end = YearMonth.from(CITY.start).plusMonths(11);
                        end.isBefore(YearMonth.from(LAST));
                        end = end.plusMonths(1)) {
                    long sum = 0;
                    int count = 0;
                    for (int back = 0; back < 12; back++) {
                        for (long key :
                                records.getOrDefault(month(area, community, end.minusMonths(back)), List.of())) {
                            sum += key;
                            count++;
                        }
                    }
                    long published = PerturbationTable.STANDARD.published(count, keys.of(sum));
                    use(attacker, area, community, end, published, before);
                    before = published;
                }
            }
        }

        requireFound(concluded("Rolling twelve months", attacker));
    }

    private static void use(
            Attacker attacker, int area, int community, YearMonth end, long published, long publishedBefore) {
        PublicReading.Cell newest = month(area, community, end);
        List<Integer> year = attacker.cells(
                newest.area(), newest.community(), end.minusMonths(11).atDay(1), end.atEndOfMonth());
        if (publishedBefore == NOTHING || published != publishedBefore) {
            attacker.useDraws(
                    year, end.minusMonths(11).atDay(1), end.atEndOfMonth(), new TreeMap<>(Map.of(LAST, published)));
        }
        if (publishedBefore != NOTHING) {
            List<Integer> differing = new ArrayList<>(
                    attacker.cells(newest.area(), newest.community(), end.atDay(1), end.atEndOfMonth()));
            YearMonth left = end.minusMonths(12);
            differing.addAll(attacker.cells(newest.area(), newest.community(), left.atDay(1), left.atEndOfMonth()));
            attacker.useChange(differing, published != publishedBefore);
        }
    }

    @Test
    void exactWindowsTell() {
        Attacker attacker = attacker().read(READING);
        YearMonth month = YearMonth.from(EVENT);
        for (int b = 0; b < CITY.boroughs.size(); b++) {
            for (int c = 0; c < CITY.communities.size(); c++) {
                attacker.useExact(b, c, month);
            }
        }

        requireFound(concluded("The month of an event as it is", attacker));
    }

    /** Draws every month of every series from its records at some days, where a schedule says so or on each of them. */
    private static void drawn(
            List<LocalDate> days,
            Optional<VintageSchedule> schedule,
            BiConsumer<PublicReading.Cell, SortedMap<LocalDate, Long>> noted) {
        CellKeys keys = new CellKeys(new byte[Hmac.LENGTH]);
        Map<PublicReading.Cell, SortedMap<LocalDate, Long>> draws = new LinkedHashMap<>();
        Set<PublicReading.Cell> all = monthlyRecords(LAST).keySet();
        for (LocalDate day : days) {
            Map<PublicReading.Cell, List<Long>> records = monthlyRecords(day);
            for (PublicReading.Cell cell : all) {
                boolean isDue = schedule.map(of -> of.due(cell.end(), day) > 0)
                        .orElse(cell.end().isBefore(day));
                if (isDue) {
                    List<Long> of = records.getOrDefault(cell, List.of());
                    draws.computeIfAbsent(cell, one -> new TreeMap<>())
                            .put(
                                    day,
                                    PerturbationTable.STANDARD.published(
                                            of.size(),
                                            keys.of(of.stream()
                                                    .mapToLong(Long::longValue)
                                                    .sum())));
                }
            }
        }
        draws.forEach(noted);
    }

    /** Record keys of every month of every series that has any. */
    private static Map<PublicReading.Cell, List<Long>> monthlyRecords(LocalDate knownOn) {
        Map<PublicReading.Cell, List<Long>> records = new LinkedHashMap<>();
        CITY.incidents().stream()
                .filter(one -> !one.recorded().isAfter(knownOn))
                .forEach(one -> records.computeIfAbsent(
                                month(one.area(), one.community(), YearMonth.from(one.occurred())),
                                cell -> new ArrayList<>())
                        .add((one.key() ^ 0x5DEECE66DL) * 0x9E3779B97F4A7C15L));
        return records;
    }

    private static PublicReading.Cell month(int area, int community, YearMonth month) {
        return new PublicReading.Cell(
                CITY.london.get(area).code(),
                CodeLists.communities().get(community).code(),
                "month",
                month.atDay(1),
                month.atEndOfMonth(),
                false);
    }

    @Test
    void noDayOfASeriesIsInTwoCellsAndNoCellIsDrawnMoreOftenThanItHasVintages() {
        Map<SeriesName, Set<DrawnCell>> cells = new HashMap<>();
        Map<DrawnCell, Integer> vintages = new HashMap<>();
        for (VintageLedger.Entry entry : LEDGER.additions().entries()) {
            DrawnCell cell = entry.cell();
            assertTrue(vintages.getOrDefault(cell, 0) < entry.vintage(), () -> cell + " goes back");
            vintages.put(cell, entry.vintage());
            cells.computeIfAbsent(cell.series().track(), series -> new HashSet<>())
                    .add(cell);
        }
        cells.forEach((series, of) -> {
            LocalDate free = LocalDate.MIN;
            for (DrawnCell cell :
                    of.stream().sorted(Comparator.comparing(DrawnCell::from)).toList()) {
                assertTrue(!cell.from().isBefore(free), () -> "overlaps another: " + cell);
                free = cell.to().plusDays(1);
            }
        });
        assertTrue(cells.size() > 300, "only " + cells.size() + " series");
    }

    /** Each incident is in at most 8 cells that one release draws: those by area and, on other days, those by one further characteristic. */
    @Test
    void noIncidentIsInMoreThanEightCellsOfOneRelease() {
        Map<LocalDate, Map<SeriesName, List<DrawnCell>>> byRelease = new TreeMap<>();
        for (VintageLedger.Entry entry : LEDGER.additions().entries()) {
            byRelease
                    .computeIfAbsent(entry.asOf(), day -> new HashMap<>())
                    .computeIfAbsent(entry.cell().series(), series -> new ArrayList<>())
                    .add(entry.cell());
        }
        int most = 0;
        for (int i = 0; i < CITY.incidents().size(); i += 10) {
            MadeUpCity.Incident one = CITY.incidents().get(i);
            for (Map<SeriesName, List<DrawnCell>> drawn : byRelease.values()) {
                List<SeriesName> holding = seriesOf(one).stream()
                        .filter(series -> drawn.getOrDefault(series, List.of()).stream()
                                .anyMatch(cell -> !one.occurred().isBefore(cell.from())
                                        && !one.occurred().isAfter(cell.to())))
                        .toList();
                most = Math.max(most, holding.size());
                assertTrue(holding.size() <= 8, holding::toString);
                assertTrue(
                        holding.stream().allMatch(series -> isNoCharacteristic(series))
                                || holding.stream().noneMatch(AttackTest::isOfAreaAndCommunity),
                        () -> "drawn in one release: " + holding);
            }
        }
        assertTrue(most >= 4, "at most " + most);
    }

    private static boolean isNoCharacteristic(SeriesName series) {
        return List.of("", SeriesName.WINDOW, SeriesName.DAY).contains(series.dimension());
    }

    private static boolean isOfAreaAndCommunity(SeriesName series) {
        return !series.areaCode().equals(CITY.london.wholeAreaCode())
                && !series.communityCode().equals(Communities.ALL);
    }

    /** All series that an incident is counted in. */
    private static List<SeriesName> seriesOf(MadeUpCity.Incident one) {
        List<SeriesName> series = new ArrayList<>();
        for (String area :
                List.of(CITY.london.wholeAreaCode(), CITY.london.get(one.area()).code())) {
            for (String community : List.of(
                    Communities.ALL,
                    CodeLists.communities().get(one.community()).code())) {
                SeriesName plain = SeriesName.of("london-synthetic", "occurred", "crime", area, community);
                series.add(plain);
                series.add(plain.by(SeriesName.WINDOW, "attack"));
                series.add(plain.by(SeriesName.DAY, "attack"));
                series.add(plain.by("offence_group", code(CodeLists.offenceGroups(), one.category(1, 4))));
                series.add(plain.by("location_type", code(CodeLists.locationTypes(), one.category(2, 3))));
                series.add(plain.by("reporting_source", code(CodeLists.reportingSources(), one.category(3, 2))));
            }
        }
        return series;
    }

    private static String code(CodeList list, int index) {
        return list.codes().get(index).code();
    }

    /** Whoever subtracts a published period from the periods that make it up finds nothing: it is their sum. */
    @Test
    void longerPeriodsAreTheSumsOfShorterOnes() {
        Map<String, Long> months = new HashMap<>();
        Map<String, Long> quarters = new HashMap<>();
        READING.counts().forEach((cell, published) -> {
            Long newest = published.get(LAST);
            String series = cell.area() + " " + cell.community() + " ";
            if (newest != null && cell.periodType().equals("month")) {
                months.put(series + YearMonth.from(cell.start()), newest);
            }
            if (newest != null && cell.periodType().equals("quarter")) {
                quarters.put(series + YearMonth.from(cell.start()), newest);
            }
        });
        int compared = 0;
        for (Map.Entry<String, Long> quarter : quarters.entrySet()) {
            String series = quarter.getKey().substring(0, quarter.getKey().length() - 7);
            YearMonth first = YearMonth.parse(quarter.getKey().substring(series.length()));
            List<Long> parts = Stream.of(first, first.plusMonths(1), first.plusMonths(2))
                    .map(month -> months.getOrDefault(series + month, -1L))
                    .toList();
            if (!parts.contains(-1L)) {
                assertEquals(parts.stream().mapToLong(Long::longValue).sum(), quarter.getValue(), quarter::getKey);
                compared++;
            }
        }
        assertTrue(compared > 100, "compared " + compared);
    }

    @Test
    void theCityIsTheSameForTheSameSeed() {
        assertEquals(CITY.incidents(), new MadeUpCity(START, SEED, 6, FIRST.plusWeeks(RELEASES), 0.33).incidents());
    }
}
