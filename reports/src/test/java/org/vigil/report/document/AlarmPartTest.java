package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.text.Sentence;

final class AlarmPartTest {
    private static List<Block> blocks(MadeUpRelease release) {
        return part(release, SourceFacts.readAll(release).get(0)).blocks(new Numbering());
    }

    private static Optional<Sentence> finding(MadeUpRelease release) {
        return part(release, SourceFacts.readAll(release).get(0)).finding();
    }

    private static AlarmPart part(MadeUpRelease release, SourceFacts facts) {
        return new AlarmPart(SourceContents.read(release, facts));
    }

    private static List<List<String>> texts(Block table) {
        return ((NumberedTable) table)
                .table().rows().stream()
                        .map(row -> row.stream().map(TableCell::text).toList())
                        .toList();
    }

    @Test
    void saysHowManyMoreThanUsualWereRecordedAtLeast() {
        List<Block> blocks = blocks(MadeUpRelease.withAlarms());

        assertEquals(
                new Paragraph(
                        "In the newest 2 complete weeks, to 31 May 2026, 2 of 3 series tested are above usual. Whole area, Jewish, in the week from"
                                + " 25 May 2026: 70 were recorded where 41.0 would be expected. That is at least 18 more than usual."),
                blocks.get(0));
        ReportTable table = ((NumberedTable) blocks.get(1)).table();
        assertEquals(
                List.of(
                        List.of(
                                new TableCell("Whole area, Jewish", 0, "new"),
                                TableCell.of("25 May 2026 [p]"),
                                TableCell.of("70"),
                                TableCell.of("41.0"),
                                TableCell.of("52"),
                                TableCell.of("18")),
                        List.of(
                                new TableCell("Barnet, Jewish", 1, "new"),
                                TableCell.of("25 May 2026 [p]"),
                                TableCell.of("9"),
                                TableCell.of("1.3"),
                                TableCell.of("3"),
                                TableCell.of("6")),
                        List.of(
                                new TableCell("Whole area, Jewish", 0, "new"),
                                TableCell.of("18 May 2026 [p]"),
                                TableCell.of("61"),
                                TableCell.of("40.3"),
                                TableCell.of("51"),
                                TableCell.of("10"))),
                table.rows());
    }

    @Test
    void saysWhatWouldHaveGoneUnseenWhereNothingIsAboveUsual() {
        List<Block> blocks = blocks(MadeUpRelease.withoutAlarms());

        assertEquals(
                List.of(new Paragraph(
                        "No week that is judged is complete yet. In the newest, from 25 May 2026, none of 1 series tested gives an early signal."
                                + " To stand out, the whole area would have to record more than 330, \u00D71.1 of what would be expected. A smaller"
                                + " rise cannot be ruled out.")),
                blocks);
    }

    /** The week is not ranked because it is not complete: that must never read as if nothing were above usual. */
    @Test
    void aBurstInAWeekThatIsNotCompleteIsAnEarlySignal() {
        List<Block> blocks = blocks(MadeUpRelease.withEarlySignals());

        Block signals = blocks.get(2);
        assertEquals(
                "Early signals: offences by week, London (made up)",
                ((NumberedTable) signals).table().caption());
        assertEquals(
                List.of(
                        List.of("Whole area, Jewish", "25 May 2026 [p]", "70", "41.0", "52", "18"),
                        List.of("Barnet, Jewish", "25 May 2026 [p]", "5", "under 0.1", "1", "4")),
                texts(signals));
        assertEquals(
                new Paragraph(
                        "In the newest 4 complete weeks, to 17 May 2026, 1 of 2 series tested is above usual. Whole area, Jewish, in the week from"
                                + " 27 April 2026: 61 were recorded where 40.3 would be expected. That is at least 10 more than usual."
                                + " 2 series give early signals in weeks that are not complete yet. Whole area, Jewish, in the week from 25 May 2026:"
                                + " 70 were recorded where 41.0 would be expected. That is at least 18 more than usual."),
                blocks.get(0));
    }

    /** The four weeks up to the newest that is listed, though only two of them have an alarm; that of the week before them is older. */
    @Test
    void theNewestCompleteWeeksFollowOneAnother() {
        List<Block> blocks = blocks(MadeUpRelease.withAlarmsOfProvisionalWeeks());
        assertEquals(
                List.of("11 May 2026 [p]", "20 Apr 2026 [p]"),
                texts(blocks.get(1)).stream().map(row -> row.get(1)).toList());
        assertTrue(((Paragraph) blocks.get(0)).text().startsWith("In the newest 4 complete weeks, to 17 May 2026,"));
    }

    @Test
    void neverSaysNoneWhereThereIsAnEarlySignal() {
        List<Block> blocks = blocks(MadeUpRelease.withOneEarlySignal());

        assertEquals(
                new Paragraph(
                        "1 series gives an early signal in weeks that are not complete yet. Whole area, Jewish, in the week from 25 May 2026:"
                                + " 70 were recorded where 41.0 would be expected. That is at least 18 more than usual."),
                blocks.get(0));
        assertEquals(1, texts(blocks.get(1)).size());
        assertEquals(
                Optional.of(new Sentence(
                        "1 series gives an early signal in weeks that are not complete yet.",
                        "Whole area, Jewish: 70 recorded where 41.0 would be expected in the week from 25 May 2026.")),
                finding(MadeUpRelease.withOneEarlySignal()));
    }

    @Test
    void anAlarmOfTheThirdCompleteWeekIsListedThoughLaterWeeksAreNotComplete() {
        List<Block> blocks = blocks(MadeUpRelease.withEarlySignals());

        assertEquals(
                List.of(List.of("Whole area, Jewish", "27 Apr 2026", "61", "40.3", "51", "10")), texts(blocks.get(1)));
    }

    @Test
    void tellsLeadersOfSingleWeeksRightAfterTheVerdict() {
        Sentence expected = new Sentence(
                "1 series is above usual in single weeks.",
                "Whole area, Jewish: 61 recorded where 40.3 would be expected in the week from 27 April 2026."
                        + " 2 series give early signals in weeks that are not complete yet.");
        assertEquals(Optional.of(expected), finding(MadeUpRelease.withEarlySignals()));
        assertEquals(Optional.empty(), finding(MadeUpRelease.withoutAlarms()));

        MadeUpRelease release = MadeUpRelease.withStudies();
        List<Sentence> findings = ReportComposer.compose(
                        release, SourceFacts.readAll(release).get(0))
                .findings();
        assertTrue(findings.get(0).lead().startsWith("Above usual in the 4 weeks"), findings::toString);
        assertEquals(
                "2 series are above usual in single weeks.", findings.get(1).lead());
    }

    @Test
    void noSentenceIsLong() {
        for (MadeUpRelease release : List.of(
                MadeUpRelease.withAlarms(),
                MadeUpRelease.withoutAlarms(),
                MadeUpRelease.withEarlySignals(),
                MadeUpRelease.withOneEarlySignal())) {
            List<Block> blocks = blocks(release);
            List<String> texts = new ArrayList<>();
            finding(release).ifPresent(finding -> texts.addAll(List.of(finding.lead(), finding.rest())));
            for (Block block : blocks) {
                if (block instanceof Paragraph paragraph) {
                    texts.add(paragraph.text());
                }
            }
            for (String text : texts) {
                for (String sentence : text.split("(?<=[.!?]) ", -1)) {
                    assertTrue(sentence.split(" ", -1).length <= 25, sentence);
                }
            }
        }
    }

    @Test
    void aReleaseWithoutJudgedWeeksHasNoSuchSection() {
        assertEquals(List.of(), blocks(MadeUpRelease.weeklyLondon()));
    }

    @Test
    void noWordSaysWhy() {
        String text = blocks(MadeUpRelease.withAlarms()).toString();
        for (String claim : List.of("caused", "due to", "triggered", "because of", "no increase")) {
            assertFalse(text.toLowerCase(java.util.Locale.ROOT).contains(claim), claim);
        }
    }
}
