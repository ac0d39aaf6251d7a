package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.incident.Hmac;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;
import org.vigil.release.TrendsTable;
import org.vigil.statistics.Interval;
import org.vigil.statistics.PoissonInterval;
import org.vigil.storage.StorageFolder;
import org.vigil.suppression.Publication;
import org.vigil.suppression.Vintage;
import org.vigil.tabulate.Period;

/** Twenty monthly releases of a made-up town, whose late records arrive while each financial year is published at its three dates. */
class SuppressReleaseTest {
    private static final long SEED = 20231007;
    private static final LocalDate FIRST = LocalDate.of(2020, 4, 27);
    private static final int RELEASES = 20;
    private static final LocalDate YEAR = LocalDate.of(2019, 4, 1);
    /** The community of the tests that look at one only. */
    private static final String SOLE = "muslim";
    /** How far from the end of a file the checksum of its content begins. */
    private static final int CHECKSUM = 8;
    /** Half of the last digit that is published. */
    private static final double ROUNDED = 0.0501;

    private static final int SAMPLE = 8;
    /** The releases in which that year is new. */
    private static final List<LocalDate> VINTAGES =
            List.of(LocalDate.of(2020, 5, 27), LocalDate.of(2020, 10, 27), LocalDate.of(2021, 4, 27));

    private static final MadeUpTown TOWN = new MadeUpTown(SEED, FIRST.plusMonths(RELEASES), MadeUpTown.COMMUNITIES);
    private static final SuppressionLedger LEDGER = new SuppressionLedger();
    private static final NavigableMap<LocalDate, ProtectedRelease> SEEN = releases();

    private static NavigableMap<LocalDate, ProtectedRelease> releases() {
        NavigableMap<LocalDate, ProtectedRelease> releases = new TreeMap<>();
        for (int month = 0; month < RELEASES; month++) {
            LocalDate asOf = FIRST.plusMonths(month);
            releases.put(asOf, make(TOWN, asOf, LEDGER));
        }
        return releases;
    }

    static ProtectedRelease make(MadeUpTown town, LocalDate asOf, SuppressionLedger ledger) {
        return SuppressRelease.make(
                new ProtectedRelease.Identity(asOf, "test", "0".repeat(64), true),
                List.of(town.knownOn(asOf)),
                List.of(),
                ledger,
                new PublicNames(new byte[32]),
                List.of(),
                Optional.empty());
    }

    /** Numbers of crimes by cell. */
    private static Map<SuppressionAttack.Cell, Long> numbers(ProtectedRelease release) {
        Map<SuppressionAttack.Cell, Long> numbers = new HashMap<>();
        TableRows rows = release.tables().get(0).rows();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.column(CountsTable.RECORD_CLASS).textAt(row).equals("crime")
                    && !rows.column(CountsTable.INCIDENT_COUNT).isEmpty(row)) {
                numbers.put(
                        new SuppressionAttack.Cell(
                                rows.column(CountsTable.AREA_CODE).textAt(row),
                                rows.column(CountsTable.COMMUNITY_CODE).textAt(row),
                                rows.column(CountsTable.PERIOD_TYPE).textAt(row),
                                LocalDate.ofEpochDay(rows.column(CountsTable.PERIOD_START_DATE)
                                        .epochDayAt(row))),
                        rows.column(CountsTable.INCIDENT_COUNT).integerAt(row));
            }
        }
        return numbers;
    }

    private static SuppressionAttack attack(Set<String> communities, List<Map<SuppressionAttack.Cell, Long>> vintages) {
        return new SuppressionAttack(
                YEAR, TOWN.boroughs(), TOWN.whole(), Map.of("south-asian", "asian"), communities, vintages);
    }

    @Test
    void allReleasesTogetherTellNoCountOfOneToFour() {
        System.out.println("Seed of the town: " + SEED);
        SuppressionAttack attack = attack(
                new TreeSet<>(LEDGER.additions().get(0).communities()),
                VINTAGES.stream().map(day -> numbers(released(day))).toList());
        int small = 0;
        for (int v = 0; v < VINTAGES.size(); v++) {
            Map<SuppressionAttack.Cell, Integer> truth = TOWN.truth(VINTAGES.get(v));
            for (SuppressionAttack.Cell cell : sample(attack.hidden(v), v)) {
                int count = truth.getOrDefault(cell, 0);
                SuppressionAttack.Range range = attack.range(v, cell).orElseThrow();
                assertFalse(isSmall(count) && range.isExactly(count), () -> cell + " is found out");
                assertTrue(range.width() > 4.99, () -> cell + " can be few values only");
                small += isSmall(count) ? 1 : 0;
            }
        }
        assertTrue(small > SAMPLE, "too few small counts were attacked: " + small);
    }

    @Test
    void theSameAttackFindsThemWhereOnlySmallCountsAreHidden() {
        PublishedBlock block = onlySmallHidden();
        Vintage.Kept kept = block.vintages().get(0).kept();
        Map<SuppressionAttack.Cell, Long> numbers = new HashMap<>();
        for (int community = 0; community < block.communities().size(); community++) {
            for (int cell = 0; cell < block.frame().cells(); cell++) {
                int row = block.frame().row(cell);
                Period period = block.period(block.frame().period(cell));
                if (row != block.elsewhere() && kept.publications()[community][cell] == Publication.SHOWN) {
                    numbers.put(
                            new SuppressionAttack.Cell(
                                    row == block.frame().whole()
                                            ? TOWN.whole()
                                            : block.areas().get(row),
                                    block.communities().get(community),
                                    period.type().code(),
                                    period.start()),
                            (long) kept.table()[community][cell]);
                }
            }
        }
        Map<SuppressionAttack.Cell, Integer> truth = TOWN.truth(VINTAGES.get(0));

        SuppressionAttack attack = attack(Set.of(SOLE), List.of(numbers));

        assertTrue(attack.hidden(0).stream()
                .anyMatch(cell -> isSmall(truth.getOrDefault(cell, 0))
                        && attack.range(0, cell).orElseThrow().isExactly(truth.getOrDefault(cell, 0))));
    }

    @Test
    void aYearIsPublishedSixWeeksAfterItsEndAndAgainAtItsTwoRenewalsAndAtNoOtherTime() {
        Map<LocalDate, Integer> published = new TreeMap<>();
        LEDGER.additions().stream()
                .filter(block -> block.name().year() == YEAR.getYear()
                        && block.name().recordClass().equals("crime"))
                .map(block -> block.vintages().get(0))
                .forEach(vintage -> published.put(vintage.asOf(), vintage.number()));
        assertEquals(Map.of(VINTAGES.get(0), 1, VINTAGES.get(1), 2, VINTAGES.get(2), 3), published);
        assertEquals(Map.of(), ofYear(FIRST));
        SEEN.keySet().stream()
                .filter(day -> !day.isBefore(VINTAGES.get(0)))
                .forEach(day ->
                        assertEquals(day.isBefore(VINTAGES.get(2)) ? "[p]" : "", status(released(day)), day::toString));
    }

    /** The status of the first shown crime count of the year. */
    private static String status(ProtectedRelease release) {
        TableRows rows = counts(release);
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.column(CountsTable.INCIDENT_COUNT).isEmpty(row)
                    && rows.column(CountsTable.PERIOD_END_DATE).epochDayAt(row)
                            < YEAR.plusYears(1).toEpochDay()) {
                return rows.column(CountsTable.INCIDENT_COUNT_STATUS).display(row);
            }
        }
        return "nothing is shown";
    }

    @Test
    void whatIsShownIsExactAndNeverOneToFour() {
        SEEN.values()
                .forEach(release -> numbers(release)
                        .forEach((cell, number) -> assertFalse(isSmall(Math.toIntExact(number)), cell::toString)));
        Map<SuppressionAttack.Cell, Integer> truth = TOWN.truth(VINTAGES.get(0));
        numbers(released(VINTAGES.get(0))).forEach((cell, number) -> {
            if (TOWN.boroughs().contains(cell.area())
                    && cell.periodType().equals("month")
                    && !cell.community().equals("all")) {
                assertEquals((long) truth.getOrDefault(cell, 0), number, cell::toString);
            }
        });
    }

    @Test
    void nothingIsSaidOfWeeksAndRollingYearsNorOfOtherClassesByArea() {
        TableRows rows = counts(SEEN.lastEntry().getValue());
        Set<String> periods = new TreeSet<>();
        for (int row = 0; row < rows.size(); row++) {
            periods.add(rows.column(CountsTable.PERIOD_TYPE).textAt(row));
            assertTrue(rows.column(CountsTable.RECORD_CLASS).textAt(row).equals("crime")
                    || rows.column(CountsTable.AREA_CODE).textAt(row).equals(TOWN.whole()));
        }
        assertEquals(Set.of("month", "quarter", "financial_year"), periods);
    }

    @Test
    void aRateStandsBesideItsCountWithTheIntervalOfThatCount() {
        TableRows rows = counts(released(VINTAGES.get(0)));
        int rates = 0;
        for (int row = 0; row < rows.size(); row++) {
            boolean isArea = !rows.column(CountsTable.AREA_CODE).textAt(row).equals(TOWN.whole());
            if (isArea && !rows.column(CountsTable.RATE_PER_100K).isEmpty(row)) {
                double factor = 100_000.0 / rows.column(CountsTable.POPULATION).integerAt(row);
                long count = rows.column(CountsTable.INCIDENT_COUNT).integerAt(row);
                Interval exact = PoissonInterval.of(count, 0.95).scaledBy(factor);
                assertEquals(
                        count * factor, rows.column(CountsTable.RATE_PER_100K).decimalAt(row), ROUNDED);
                assertEquals(
                        exact.lower(), rows.column(CountsTable.RATE_LOWER95).decimalAt(row), ROUNDED);
                assertEquals(
                        exact.upper(), rows.column(CountsTable.RATE_UPPER95).decimalAt(row), ROUNDED);
                rates++;
            }
        }
        assertTrue(rates > 10, "only " + rates + " rates");
    }

    @Test
    void theSameInputsGiveTheSameReleaseAndTheSameLedger(@TempDir Path folder) {
        LocalDate day = VINTAGES.get(0);
        SuppressionLedger first = new SuppressionLedger();
        assertEquals(lines(released(day)), lines(make(TOWN, day, first)));
        LedgerFolder store = new LedgerFolder(StorageFolder.at(folder.toString()));
        store.keep(first);
        SuppressionLedger second = new SuppressionLedger();
        store.recallTo(second);

        assertEquals(lines(released(day)), lines(make(TOWN, day, second)), "made again");
        assertEquals(List.of(), second.additions());
        assertEquals(lines(released(day)), lines(make(TOWN, day, LEDGER)), "made again after later ones");
        assertArrayEquals(
                SuppressionText.write(
                        LEDGER.additions().subList(0, first.additions().size())),
                SuppressionText.write(first.additions()));
    }

    @Test
    void aYearStandsAsItWasWhereTheSourceCoversOtherCommunitiesNow() {
        SuppressionLedger ledger = new SuppressionLedger();
        LEDGER.additions().stream()
                .filter(block -> block.vintages().get(0).asOf().equals(VINTAGES.get(0)))
                .forEach(ledger::recall);
        MadeUpTown other = TOWN.covering(List.of("jewish", "muslim", "white"));

        Map<SuppressionAttack.Cell, Long> after = numbers(make(other, VINTAGES.get(1), ledger));

        Map<SuppressionAttack.Cell, Long> before = ofYear(VINTAGES.get(0));
        assertFalse(after.isEmpty());
        after.forEach((cell, number) -> assertEquals(before.get(cell), number, cell::toString));
        assertTrue(after.keySet().stream().noneMatch(cell -> cell.community().equals("white")));
        assertEquals(2, ledger.additions().get(0).vintages().get(0).number());
    }

    /** On a day on which nothing is due, and on one on which another vintage is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aBlockThatTheAuditNoLongerFindsSafeIsHiddenAsAWhole(int vintage) {
        SuppressionLedger ledger = new SuppressionLedger();
        ledger.recall(onlySmallHidden());

        ProtectedRelease release = make(TOWN, VINTAGES.get(vintage), ledger);

        assertEquals(Map.of(), ofYear(release));
        TableRows rows = counts(release);
        Set<String> statuses = new TreeSet<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.column(CountsTable.COMMUNITY_CODE).textAt(row).equals(SOLE)
                    && rows.column(CountsTable.AREA_CODE).textAt(row).equals(TOWN.whole())
                    && rows.column(CountsTable.RECORD_CLASS).textAt(row).equals("crime")
                    && rows.column(CountsTable.PERIOD_END_DATE).epochDayAt(row)
                            < YEAR.plusYears(1).toEpochDay()) {
                statuses.add(rows.column(CountsTable.INCIDENT_COUNT_STATUS).display(row));
            }
        }
        assertEquals(Set.of("[c]"), statuses);
    }

    @Test
    void theLastLookRefusesTablesWhoseHiddenCountsCanBeWorkedOut() {
        assertEquals(
                "No public release was made: table counts, rule suppress: block london-synthetic, crime, year from April 2019 has hidden counts that can be worked out; expected"
                        + " tables that show what was audited and nothing else. This is a fault of the program; please report it.",
                refusal(onlySmallHidden()));
    }

    @Test
    void theLastLookRefusesANumberInTheTablesThatIsToBeHidden() {
        assertEquals(
                "No public release was made: table counts, rule suppress: block london-synthetic, crime, year from April 2019 shows a count that is to be hidden; expected"
                        + " tables that show what was audited and nothing else. This is a fault of the program; please report it.",
                refusal(LEDGER.additions().get(0)));
    }

    @Test
    void aDamagedLedgerStopsTheRelease(@TempDir Path folder) throws IOException {
        LedgerFolder store = new LedgerFolder(StorageFolder.at(folder.toString()));
        store.keep(LEDGER);
        Path file = folder.resolve("ledger/s00000001.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - CHECKSUM] ^= 1;
        Files.write(file, bytes);

        assertEquals(
                "No public release was made: the ledger of what was published is damaged (s00000001.gz); expected the file as it was written. Restore it from a backup of the"
                        + " store: without it a public release could give away what earlier ones protect.",
                assertThrows(DisclosureException.class, () -> store.recallTo(new SuppressionLedger()))
                        .getMessage());
    }

    @Test
    void oneStoreKeepsToOnePolicy(@TempDir Path folder) {
        LedgerFolder store = new LedgerFolder(StorageFolder.at(folder.toString()));
        store.keep(LEDGER);

        assertEquals(
                "No public release was made: this store has published by the policy suppress before, and the configuration says cell-key; expected one policy, since both together"
                        + " give away what each protects. Write policy: suppress.",
                assertThrows(
                                DisclosureException.class,
                                () -> store.recallTo(new VintageLedger(
                                        PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]))))
                        .getMessage());
    }

    @Test
    void aBlockDoesNotPrintWhatItHolds() {
        PublishedBlock block = LEDGER.additions().get(0);

        assertEquals("block london-synthetic, crime, year from April 2019", block.toString());
        assertEquals("Kept", block.vintages().get(0).kept().toString());
    }

    /** The first vintage of one community, had nothing but its small counts been hidden. */
    private static PublishedBlock onlySmallHidden() {
        PublishedBlock block = LEDGER.additions().get(0);
        PublishedBlock.Dated vintage = block.vintages().get(0);
        int community = block.communities().indexOf(SOLE);
        int[] counts = vintage.kept().table()[community];
        Publication[] publications = vintage.kept().publications()[community].clone();
        for (int cell = 0; cell < counts.length; cell++) {
            if (publications[cell] == Publication.HIDDEN && !isSmall(counts[cell])) {
                publications[cell] = Publication.SHOWN;
            }
        }
        return new PublishedBlock(
                block.name(),
                block.frame(),
                block.areas(),
                List.of(SOLE),
                List.of(),
                new boolean[][] {block.offered()[community]},
                List.of(new PublishedBlock.Dated(
                        1,
                        vintage.asOf(),
                        new Vintage.Kept(
                                new Publication[][] {publications}, new int[][] {counts}, new int[][] {counts}))));
    }

    /** What the last look says of tables in which only small counts of one community are hidden, where this was audited. */
    private static String refusal(PublishedBlock audited) {
        SourceAnswers answers = TOWN.knownOn(VINTAGES.get(0));
        PublicSource source = PublicSource.of(answers.facts());
        PublicAssembly assembly = new PublicAssembly(SuppressRelease.TABLES);
        PublicCountsTable.addTo(
                assembly.rows(CountsTable.TABLE),
                source,
                new SuppressedCounts(
                        source,
                        name -> Optional.of(standing(onlySmallHidden()))
                                .filter(one -> one.block().name().equals(name))),
                0);
        return String.valueOf(assertThrows(
                        DisclosureException.class,
                        () -> SuppressionInspection.of(List.of(source), List.of(standing(audited)))
                                .inspect(List.of(assembly.rows(CountsTable.TABLE), assembly.rows(TrendsTable.TABLE))))
                .getMessage());
    }

    private static SuppressedBlocks.Standing standing(PublishedBlock block) {
        return new SuppressedBlocks.Standing(block, block.vintages().get(0), true, false);
    }

    private static boolean isSmall(int count) {
        return count >= 1 && count < 5;
    }

    private static List<SuppressionAttack.Cell> sample(List<SuppressionAttack.Cell> hidden, int vintage) {
        List<SuppressionAttack.Cell> shuffled = new ArrayList<>(hidden);
        Collections.shuffle(shuffled, new Random(SEED + vintage));
        return shuffled.subList(0, SAMPLE);
    }

    private static ProtectedRelease released(LocalDate day) {
        return Optional.ofNullable(SEEN.get(day)).orElseThrow();
    }

    private static Map<SuppressionAttack.Cell, Long> ofYear(LocalDate day) {
        return ofYear(released(day));
    }

    private static Map<SuppressionAttack.Cell, Long> ofYear(ProtectedRelease release) {
        Map<SuppressionAttack.Cell, Long> numbers = numbers(release);
        numbers.keySet()
                .removeIf(cell -> cell.start().isBefore(YEAR) || !cell.start().isBefore(YEAR.plusYears(1)));
        return numbers;
    }

    private static TableRows counts(ProtectedRelease release) {
        return release.tables().get(0).rows();
    }

    private static String lines(ProtectedRelease release) {
        StringBuilder text = new StringBuilder();
        for (ProtectedTable table : release.tables()) {
            for (int row = 0; row < table.rows().size(); row++) {
                for (Column column : table.table().columns()) {
                    text.append(table.rows().column(column).display(row)).append('|');
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
