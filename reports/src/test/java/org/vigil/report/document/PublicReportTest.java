package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.release.CellStatus;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.text.Sentence;

/** Reports of releases for everybody, from tables in which much is hidden, changed or missing. */
class PublicReportTest {
    enum Case {
        CHANGED,
        SUPPRESSED,
        ALREADY_PUBLIC,
        SILENT;

        MadePublic release() {
            return switch (this) {
                case CHANGED -> MadePublic.changed();
                case SUPPRESSED -> MadePublic.suppressed();
                case ALREADY_PUBLIC -> MadePublic.alreadyPublic();
                case SILENT -> MadePublic.silent();
            };
        }

        Report report() {
            MadePublic release = release();
            return ReportComposer.compose(release, SourceFacts.readAll(release).get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverSaysThatItIsNotForPublication(Case made) {
        String page = ReportMarkup.forWeb(made.report());

        assertFalse(page.contains("not for publication"), "not for publication");
        assertFalse(page.contains("NOT FOR PUBLICATION"), "marking");
        assertFalse(page.contains("What leaders need to know"), "heading");
        assertTrue(page.contains("<strong>For everybody.</strong> Counts are protected."), "notice");
    }

    @ParameterizedTest
    @EnumSource
    void saysHowPeopleAreProtectedAndHowFiguresAreMade(Case made) {
        List<String> titles =
                made.report().sections().stream().map(Section::title).toList();

        assertTrue(titles.stream().anyMatch(title -> title.endsWith(". How people are protected")), titles.toString());
        assertTrue(titles.stream().anyMatch(title -> title.endsWith(". Methods in plain words")), titles.toString());
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoCellEmptyAndNoNumberUndefined(Case made) {
        for (ReportTable table : tables(made.report())) {
            for (List<TableCell> row : table.rows()) {
                for (int cell = 0; cell < row.size(); cell++) {
                    String header = table.columns().get(cell).header();
                    String text = row.get(cell).text();
                    boolean mayBeEmpty = header.equals("Remark") || header.contains("flag");
                    assertTrue(mayBeEmpty || !text.isBlank(), table.caption() + ", " + header);
                    assertFalse(text.contains("NaN") || text.contains("Optional"), table.caption() + ": " + text);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGED", "SUPPRESSED"})
    void explainsTheShorthandThatOccursAndNoOther(Case made) {
        Report report = made.report();
        Set<CellStatus> found = new TreeSet<>();
        tables(report)
                .forEach(table ->
                        table.rows().forEach(row -> row.forEach(cell -> found.addAll(CellStatus.in(cell.text())))));
        List<Points.Point> explained = report.sections().get(report.sections().size() - 1).blocks().stream()
                .flatMap(block ->
                        block instanceof Points points && points.title().equals("Shorthand")
                                ? points.points().stream()
                                : Stream.empty())
                .toList();

        Set<String> terms = explained.stream().map(Points.Point::term).collect(Collectors.toSet());
        assertTrue(terms.containsAll(found.stream().map(CellStatus::shorthand).toList()), terms + " of " + found);
        assertFalse(terms.contains("[r]"), "[r] does not occur");
        for (ReportTable table : tables(report)) {
            Set<CellStatus> here = new TreeSet<>();
            table.rows().forEach(row -> row.forEach(cell -> here.addAll(CellStatus.in(cell.text()))));
            String notes = " " + String.join(" ", table.notes());
            here.forEach(status ->
                    assertTrue(notes.contains(" " + status.shorthand() + " "), table.caption() + ": " + status));
        }
    }

    @Test
    void showsHiddenCommunitiesInTheYearInWhichMostAreShown() {
        ReportTable table = table(Case.CHANGED.report(), "Offences by community, London");

        assertEquals(
                "Year ending March 2026",
                table.columns().get(table.columns().size() - 3).header().replace(" [p]", ""));
        assertTrue(
                cells(table, "Lesbian, gay and bisexual").get(0).matches("[0-9,]+"),
                cells(table, "Lesbian, gay and bisexual").toString());
    }

    @Test
    void speaksOfPublishedCountsWhereSomeAreHidden() {
        List<String> said = sentences(Case.SUPPRESSED.report());

        assertTrue(
                said.stream()
                        .anyMatch(text ->
                                Pattern.matches(".*recorded in May 2026\\. The same month a year before: .*", text)),
                said.toString());
        assertTrue(
                said.stream().anyMatch(text -> text.contains(" in the year ending March 2026. The year before: ")),
                said.toString());
        assertFalse(said.stream().anyMatch(text -> text.contains("week ending")), said.toString());
        assertTrue(
                said.stream()
                        .anyMatch(text ->
                                text.endsWith("Those marked [p] can change, on dates that were fixed beforehand.")),
                said.toString());
    }

    @Test
    void explainsRoundedNumbersOfRecordsAsSuchWhereCountsAreExact() {
        assertEquals(
                List.of("Fewer than 10 records."),
                Case.SUPPRESSED.report().sections().stream()
                        .flatMap(section -> section.blocks().stream())
                        .filter(block ->
                                block instanceof Points points && points.title().equals("Shorthand"))
                        .flatMap(block -> ((Points) block).points().stream())
                        .filter(point -> point.term().equals(CellStatus.ROUNDS_TO_ZERO.shorthand()))
                        .map(Points.Point::text)
                        .toList());
    }

    @Test
    void saysThatChangedFiguresMoveOnFixedDates() {
        List<String> said = sentences(Case.CHANGED.report());

        assertTrue(
                said.stream()
                        .anyMatch(text ->
                                text.endsWith("Those marked [p] can change, on dates that were fixed beforehand.")),
                said.toString());
    }

    @Test
    void drawsAndSaysWhatIsNotShownOfAreas() {
        Report report = Case.SUPPRESSED.report();
        Figure map = report.figures().stream()
                .filter(figure -> figure.id().startsWith("figure-3"))
                .findFirst()
                .orElseThrow();

        assertTrue(map.note().contains("[c] hidden so that nobody can be identified."), map.note());
        assertTrue(map.alternative().contains(" No figure: "), map.alternative());
        assertTrue(
                map.headline().startsWith("Of the areas with a number, ")
                        || map.headline().startsWith("Published rates"),
                map.headline());
    }

    @Test
    void roundsRecordsAndSaysSo() {
        ReportTable table = table(Case.CHANGED.report(), "What became of every record read");

        assertTrue(
                table.notes()
                        .contains(
                                "Numbers are rounded to 10. [low] stands for fewer than 10. Extracts have names that say nothing of their files."));
    }

    @Test
    void namesNoDurationWhereNoneIsPublished() {
        tables(Case.CHANGED.report())
                .forEach(table -> assertFalse(
                        table.columns().stream()
                                .anyMatch(column -> column.header().contains("above usual")),
                        table.caption()));
    }

    @Test
    void saysWhereEverythingIsHiddenThatNothingIsKnown() {
        Report report = Case.SILENT.report();

        assertEquals(
                List.of(
                        "No total of the whole area is published. It is hidden, or its first date of publication has not come. That says nothing of how many there were. The tables can hold figures of single communities and areas."),
                sentences(report));
        assertEquals(List.of(), report.keyFigures());
        assertEquals(List.of(), report.figures());
    }

    private static List<String> sentences(Report report) {
        return report.findings().stream()
                .map((Sentence finding) -> finding.lead() + " " + finding.rest())
                .toList();
    }

    private static List<ReportTable> tables(Report report) {
        List<ReportTable> tables = new ArrayList<>();
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof NumberedTable numbered) {
                    tables.add(numbered.table());
                } else if (block instanceof Figure figure) {
                    tables.add(figure.table());
                }
            }
        }
        return tables;
    }

    private static ReportTable table(Report report, String caption) {
        return tables(report).stream()
                .filter(table -> table.caption().contains(caption))
                .filter(table -> !table.caption().contains("years by")
                        && !table.caption().startsWith("Change"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(ReportTable table, String header) {
        int from = table.columns().get(1).isNumber() ? 1 : 2;
        return table.rows().stream()
                .filter(row -> row.get(0).text().equals(header))
                .map(row -> row.subList(from, row.size()).stream()
                        .map(TableCell::text)
                        .toList())
                .findFirst()
                .orElseThrow();
    }
}
