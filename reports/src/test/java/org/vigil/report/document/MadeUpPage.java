package org.vigil.report.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigil.report.chart.BarSeriesChart;
import org.vigil.report.chart.EventMarker;
import org.vigil.report.chart.LineChart;
import org.vigil.report.chart.TileMap;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Sentence;

/** A short report with each kind of thing that a web page can hold; it changes only when the look of pages does. */
final class MadeUpPage {
    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final int WEEKS = 60;

    private MadeUpPage() {}

    /** Writes the page into a folder. */
    static Path write(Path folder) {
        return write(folder, ReportMarkup.forWeb(report()));
    }

    /** Writes a page into a folder. */
    static Path write(Path folder, String markup) {
        try {
            return Files.writeString(folder.resolve("page.html"), markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Report report() {
        return new Report(
                "made-up",
                "Weekly statistical report",
                "Hate crime: a made-up place",
                List.of("Incidents, a made-up place", "January 2025 to March 2026"),
                "made up",
                LocalDate.of(2026, 3, 2),
                List.of(
                        new Notice("synthetic", "Made up.", "No figure describes a real incident or person."),
                        new Notice("restricted", "Restricted.", "Small numbers are shown.")),
                "RESTRICTED, NOT FOR PUBLICATION",
                "",
                List.of(new Report.Link("All reports", "index.html")),
                List.of(
                        new Section("summary", "1. Summary", summary()),
                        new Section(
                                "weeks",
                                "2. Week by week",
                                List.of(new Paragraph("Weeks run from Monday."), weeks(), years())),
                        new Section("areas", "3. Boroughs", List.of(map(), shorthand()))));
    }

    private static List<Block> summary() {
        return List.of(
                new Facts(List.of(new Points.Point("Covers", "a made-up place."))),
                new KeyFigures(List.of(
                        new KeyFigure("1,204", "incidents in the newest 12 months", "+3.4% on a year before"),
                        new KeyFigure("31", "incidents in the newest week", "Provisional: will change"))),
                new Sentences(
                        "What leaders need to know",
                        List.of(
                                new Sentence(
                                        "One community is above usual.",
                                        "Hindu: 47 recorded where 12 to 30 would be usual."),
                                new Sentence("The newest weeks are provisional.", "They will change."))),
                communities());
    }

    private static NumberedTable communities() {
        return new NumberedTable(
                "Table 1",
                new ReportTable(
                        "Incidents by community, 12 months to February 2026",
                        List.of(
                                TableColumn.text("Community"),
                                TableColumn.number("Recorded"),
                                TableColumn.number("Change"),
                                TableColumn.number("95% interval"),
                                TableColumn.number("Month of level"),
                                TableColumn.text("Verdict")),
                        List.of(
                                ReportTable.row(
                                        "All communities",
                                        "1,204",
                                        "+3.4%",
                                        "−2.0 to +8.1%",
                                        "Feb 2026",
                                        "No clear change"),
                                ReportTable.row(
                                        "Jewish", "330", "−10.5%", "−19.0 to +1.2%", "Jan 2026", "No clear change"),
                                ReportTable.row("Asian", "209", "+18.1%", "+9.9 to +27.3%", "Sept 2025", "Above usual"),
                                part("South Asian", "92", "−5.8%", "−17.7 to +7.0%", "Feb 2026", "No clear change"),
                                part("East Asian", "97", "[c]", "[c]", "Nov 2025", "[x]"),
                                ReportTable.row(
                                        "Hindu", "47", "+104.0%", "+61.2 to +170.4%", "Dec 2024", "Above usual"),
                                ReportTable.row("Sikh", "[c]", "[c]", "[c]", "[x]", "[x]")),
                        List.of("[c]: hidden, because the number is small. [x]: not available.")));
    }

    private static List<TableCell> part(String name, String... others) {
        List<TableCell> row = new ArrayList<>();
        row.add(new TableCell(name, 1, "part of Asian"));
        row.addAll(ReportTable.row(others));
        return row;
    }

    private static Figure weeks() {
        List<BarSeriesChart.Bar> bars = new ArrayList<>();
        List<List<TableCell>> rows = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate monday = START.plusWeeks(week);
            int count = 20 + week * 7 % 13;
            bars.add(new BarSeriesChart.Bar(
                    monday,
                    monday.plusDays(6),
                    count,
                    week < WEEKS - 4 ? BarSeriesChart.Kind.FINAL : BarSeriesChart.Kind.PROVISIONAL,
                    Optional.empty()));
            rows.add(ReportTable.row(monday.plusDays(6).toString(), Integer.toString(count)));
        }
        return new Figure(
                "figure-1-weeks",
                "Figure 1",
                "Between 20 and 32 incidents a week",
                "Incidents per week, a made-up place, January 2025 to February 2026",
                "Bars of 60 weeks, between 20 and 32 incidents each.",
                new BarSeriesChart(
                        "Incidents per week",
                        bars,
                        List.of(new EventMarker(START.plusWeeks(30), "A made-up event", "4 Aug 2025")),
                        List.of()),
                "Source: made up.",
                new ReportTable(
                        "Incidents per week",
                        List.of(TableColumn.text("Week ending"), TableColumn.number("Incidents")),
                        rows,
                        List.of()),
                "");
    }

    private static Figure years() {
        List<LineChart.Point> jewish = new ArrayList<>();
        List<LineChart.Point> muslim = new ArrayList<>();
        List<List<TableCell>> rows = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            LocalDate end = LocalDate.of(2024, 4, 1).plusMonths(month).minusDays(1);
            int one = 300 + 4 * month - month * month / 3;
            int other = 180 + 9 * month;
            jewish.add(new LineChart.Point(end, one));
            muslim.add(new LineChart.Point(end, other));
            rows.add(ReportTable.row(end.toString(), Integer.toString(one), Integer.toString(other)));
        }
        return new Figure(
                "figure-2-years",
                "Figure 2",
                "The Muslim count has passed the Jewish count",
                "Incidents in rolling 12 months, March 2024 to February 2026",
                "Two lines, which cross in the middle of 2025.",
                new LineChart(
                        "Incidents in the 12 months to each",
                        40,
                        List.of(new LineChart.Line("Jewish", jewish), new LineChart.Line("Muslim", muslim))),
                "Source: made up.",
                new ReportTable(
                        "Incidents in rolling 12 months",
                        List.of(
                                TableColumn.text("12 months to"),
                                TableColumn.number("Jewish"),
                                TableColumn.number("Muslim")),
                        rows,
                        List.of()),
                "");
    }

    private static Figure map() {
        List<TileMap.Tile> tiles = new ArrayList<>();
        List<List<TableCell>> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String name = "Area " + (char) ('A' + i);
            tiles.add(new TileMap.Tile(name, i % 3, i / 3, OptionalDouble.of(20 + 11 * i), ""));
            rows.add(ReportTable.row(name, Integer.toString(20 + 11 * i)));
        }
        return new Figure(
                "figure-3-areas",
                "Figure 3",
                "The rate is highest in Area I",
                "Incidents per 100,000 residents, 12 months to February 2026",
                "Nine tiles, from 20 in Area A to 108 in Area I.",
                new TileMap("Rate per 100,000", tiles),
                "Source: made up.",
                new ReportTable(
                        "Incidents per 100,000 residents",
                        List.of(TableColumn.text("Borough"), TableColumn.number("Rate")),
                        rows,
                        List.of()),
                "");
    }

    private static Points shorthand() {
        return new Points("Shorthand", List.of(new Points.Point("[c]", "Hidden, because the number is small.")));
    }
}
