package org.vigil.report.document;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.vigil.release.CellStatus;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Measure;
import org.vigil.report.text.Period;
import org.vigil.report.text.PeriodCount;

/** One community in every area, by name of the area: an alphabetical table, never a league table. */
final class CommunityAreas {
    private final SourceContents contents;

    CommunityAreas(SourceContents contents) {
        this.contents = contents;
    }

    /** The section; empty where the source has no areas or no whole year. */
    Optional<Section> section(String number, Numbering numbering) {
        Optional<String> level = AreaPart.level(contents.whole());
        Optional<Period> year = contents.whole().year();
        if (level.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        Period now = year.get();
        Period before =
                new Period(now.type(), now.startOneYearBefore(), now.start().minusDays(1));
        List<TableColumn> columns = List.of(
                TableColumn.text(Measure.capital(AreaPart.singular(level.get()))),
                TableColumn.number(Measure.capital(now.text())),
                TableColumn.number(Measure.capital(before.text())),
                TableColumn.number("Change"));
        List<List<TableCell>> rows = AreaPart.areas(contents.whole(), level.get()).stream()
                .map(area -> row(area, now, before))
                .toList();
        boolean isAnyKnown = rows.stream().anyMatch(row -> !row.get(1).text().equals("[x]"));
        if (!isAnyKnown) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                "areas",
                number + ". " + Measure.capital(AreaPart.plural(level.get())),
                List.of(new NumberedTable(
                        numbering.nextTable(),
                        new ReportTable(
                                contents.measure().capitalised() + " by " + AreaPart.singular(level.get()) + ", "
                                        + now.text(),
                                columns,
                                rows,
                                Shorthand.withNote(
                                        List.of(
                                                "Small numbers move a lot by chance, and a large one often means a large community or more complete reporting."),
                                        columns,
                                        rows,
                                        Map.of(
                                                CellStatus.LOW_RELIABILITY,
                                                contents.figures().noPercentage())))))));
    }

    private List<TableCell> row(Area area, Period now, Period before) {
        NavigableMap<LocalDate, PeriodCount> counts = contents.years()
                .getOrDefault(area.code(), Map.of())
                .getOrDefault(contents.figures().headline().code(), Collections.emptyNavigableMap());
        PeriodCount newer = counts.get(now.start());
        PeriodCount older = counts.get(before.start());
        return ReportTable.row(
                area.label(),
                newer == null ? "[x]" : newer.countText(),
                older == null ? "[x]" : older.countText(),
                newer == null ? "[x]" : contents.figures().compare(newer, older).cellText());
    }
}
