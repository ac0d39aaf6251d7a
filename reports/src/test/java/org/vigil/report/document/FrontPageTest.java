package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.report.table.ReportTable;
import org.vigil.report.text.Sentence;

/** What the first page claims of what it leaves out. */
final class FrontPageTest {
    private static Report report(MadeUpRelease release) {
        return ReportComposer.compose(release, SourceFacts.readAll(release).get(0));
    }

    private static Sentence finding(MadeUpRelease release, String start) {
        return report(release).findings().stream()
                .filter(found -> found.lead().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static MadeUpRelease manyAbove() {
        MadeUpRelease release = MadeUpRelease.withEveryCommunity();
        new MadeUpStudies(release)
                .addAboveUsualOnlyTogether(List.of(
                        "all",
                        "racist-and-religious",
                        "faith",
                        "jewish",
                        "muslim",
                        "black",
                        "gay",
                        "transgender",
                        "disability"));
        return release;
    }

    /** Seven are listed; that the others are not clear has to be known, not supposed. */
    @Test
    void countsTheCommunitiesAboveUsualAmongThoseThatItHasNoRoomFor() {
        ReportTable table = report(manyAbove()).tables().get(0).table();

        assertEquals(7, table.rows().size());
        assertEquals(
                "Section 2 has 2 others, 2 of them above or below usual.",
                table.notes().get(0));
    }

    @Test
    void saysOfHowManyAreasNothingCanBeSaid() {
        Columns columns = (Columns) report(manyAbove()).sections().get(0).blocks().stream()
                .filter(Columns.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertEquals(
                new Sentences(
                        "Boroughs above usual",
                        List.of(new Sentence(
                                "None of the 2 with enough for a verdict.", "Of the other 30 it cannot be said."))),
                columns.right().get(0));
    }

    @Test
    void saysWhatIsNewSinceTheReleaseBefore() {
        assertEquals(
                "1,317 of 81,204 weekly and monthly figures moved. Newly above usual: Whole area, Jewish and Barnet, Jewish.",
                finding(MadeUpRelease.withAlarms(), "Since the release of ").rest());
    }

    /** No series is newly above usual where some were judged; where none was, nothing is known of that. */
    @Test
    void saysNothingOfNewAlarmsWhereNoCompleteWeekIsJudged() {
        assertEquals(
                "1,317 of 81,204 weekly and monthly figures moved.",
                finding(MadeUpRelease.withoutAlarms(), "Since the release of ").rest());
        assertEquals(
                "1,317 of 81,204 weekly and monthly figures moved. No series is newly above usual.",
                finding(MadeUpRelease.withEarlySignals(), "Since the release of ")
                        .rest());
    }

    /** Readers of a pack on a community see what is covered, and that recorded is not prevalent, as those of the whole area do. */
    @Test
    void everyPackOnPartOfASourceBeginsWithItsCoverage() {
        MadeUpRelease release = MadeUpRelease.withStudies();
        SourceContents contents =
                SourceContents.read(release, SourceFacts.readAll(release).get(0));
        for (Pack pack : Packs.of(contents)) {
            if (pack.kind() == PackKind.EVENT) {
                continue;
            }
            Block first = ReportComposer.compose(contents, pack)
                    .sections()
                    .get(0)
                    .blocks()
                    .get(0);
            assertTrue(
                    first instanceof Facts facts
                            && facts.facts().stream()
                                    .map(Points.Point::term)
                                    .toList()
                                    .equals(List.of("Covers", "State", "Not prevalence")),
                    pack.name());
        }
    }
}
