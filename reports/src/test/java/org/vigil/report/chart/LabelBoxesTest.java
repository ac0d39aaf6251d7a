package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text of any drawing meets another or leaves the picture, however long its names and however near its values. */
class LabelBoxesTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final String LONG =
            "Nationals of other European countries and of the Commonwealth, whatever their status";
    private static final String UNBROKEN = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochtysiliogogogoch";
    private static final long MILLIONS = 12_345_678;

    /** A drawing and what is difficult about it. */
    record Case(String name, Drawing drawing) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void findsTextsThatMeetLeaveThePictureOrAreTooSmall() {
        Drawing bad = new Drawing() {
            @Override
            public int width() {
                return 100;
            }

            @Override
            public int height() {
                return 40;
            }

            @Override
            public void paint(Graphics2D g) {
                Ink ink = new Ink(g);
                ink.left("One", HouseFont.REGULAR, 12f, Palette.INK, 10, 20);
                ink.left("Two", HouseFont.REGULAR, 12f, Palette.INK, 20, 25);
                g.translate(90, 0);
                ink.left("Three", HouseFont.REGULAR, 12f, Palette.INK, 0, 12);
                g.scale(0.5, 0.5);
                ink.left("F", HouseFont.REGULAR, 12f, Palette.INK, -60, 70);
            }
        };

        assertEquals(
                List.of(
                        "\"One\" at x 10.0 to 30.5, y 11.5 to 22.5 meets \"Two\" at x 20.0 to 41.6, y 16.5 to 27.5",
                        "\"Three\" at x 90.0 to 119.0, y 3.5 to 14.5 leaves the picture of 100 x 40",
                        "\"F\" at x 60.0 to 63.0, y 30.7 to 36.2 is 6.0 pixels high"),
                LabelBoxes.faults(bad));
    }

    @Test
    void allDrawingsAreAmongTheCases() throws IOException {
        Set<String> drawn = drawings()
                .map(one -> one.drawing().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/vigil/report/chart"))) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("implements Drawing")) {
                    written.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertEquals(written, drawn);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void noTextMeetsAnotherOrLeavesThePicture(Case drawn) {
        assertEquals(List.of(), LabelBoxes.faults(drawn.drawing()));
    }

    static Stream<Case> drawings() {
        Map<String, Drawing> all = new LinkedHashMap<>();
        barSeries(all);
        surveillance(all);
        calendars(all);
        multiples(all);
        lines(all);
        curves(all);
        placebos(all);
        ranked(all);
        ratios(all);
        tiles(all);
        funnels(all);
        return all.entrySet().stream().map(entry -> new Case(entry.getKey(), entry.getValue()));
    }

    private static List<EventMarker> events(int count, int everyDays) {
        return IntStream.range(0, count)
                .mapToObj(i -> new EventMarker(
                        START.plusDays((long) i * everyDays),
                        i % 3 == 0 ? LONG : i % 3 == 1 ? UNBROKEN : "Event",
                        "6 January 2025"))
                .toList();
    }

    private static List<EventMarker> breaks(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new EventMarker(START.plusDays(3L * i), "Break in series", "6 January 2025"))
                .toList();
    }

    private static BarSeriesChart.Bar bar(int week, double value, BarSeriesChart.Kind kind, boolean hasEstimate) {
        LocalDate monday = START.plusWeeks(week);
        return new BarSeriesChart.Bar(
                monday,
                monday.plusDays(6),
                value,
                kind,
                hasEstimate
                        ? Optional.of(new BarSeriesChart.FinalCount(value * 1.3, value, value * 2))
                        : Optional.empty());
    }

    private static BarSeriesChart.Kind kind(int week, int weeks) {
        return week == 3
                ? BarSeriesChart.Kind.AT_MOST
                : week > 4 && week < 8
                        ? BarSeriesChart.Kind.HIDDEN
                        : week > weeks - 6 ? BarSeriesChart.Kind.PROVISIONAL : BarSeriesChart.Kind.FINAL;
    }

    private static List<BarSeriesChart.Bar> bars(int weeks, double highest) {
        return IntStream.range(0, weeks)
                .mapToObj(i -> bar(i, highest * (i % 7) / 6, kind(i, weeks), i > weeks - 5))
                .toList();
    }

    private static void barSeries(Map<String, Drawing> all) {
        for (int weeks : new int[] {1, 2, 8, 52, 104, 250}) {
            all.put(
                    "bars of " + weeks + " weeks",
                    new BarSeriesChart("Incidents per week", bars(weeks, 80), events(weeks / 5, 30), List.of()));
        }
        all.put(
                "bars with everything at once",
                new BarSeriesChart(LONG + ", " + LONG, bars(60, MILLIONS), events(12, 4), breaks(12)));
        all.put(
                "bars all hidden",
                new BarSeriesChart(
                        "Incidents per week",
                        IntStream.range(0, 30)
                                .mapToObj(i -> bar(i, 0, BarSeriesChart.Kind.HIDDEN, false))
                                .toList(),
                        events(8, 25),
                        breaks(1)));
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            all.put(
                    "bars with events by chance, seed " + seed,
                    new BarSeriesChart(
                            "Incidents per week",
                            bars(52, 80),
                            IntStream.range(0, 12)
                                    .mapToObj(i -> new EventMarker(
                                            START.plusDays(random.nextInt(364)),
                                            "Event with a name " + "x".repeat(random.nextInt(20)),
                                            "1 Jan 2025"))
                                    .toList(),
                            breaks(random.nextInt(3))));
        }
    }

    private static SurveillanceChart surveillance(
            List<BarSeriesChart.Bar> bars,
            IntFunction<OptionalDouble> expected,
            double factor,
            int events,
            int height) {
        List<SurveillanceChart.Week> weeks = IntStream.range(0, bars.size())
                .mapToObj(i -> new SurveillanceChart.Week(
                        bars.get(i),
                        expected.apply(i),
                        expected.apply(i).stream()
                                .map(v -> v * factor)
                                .boxed()
                                .map(OptionalDouble::of)
                                .findFirst()
                                .orElse(OptionalDouble.empty())))
                .toList();
        return new SurveillanceChart("Incidents per week", weeks, events(events, 9), breaks(events / 4), height);
    }

    private static void surveillance(Map<String, Drawing> all) {
        for (int weeks : new int[] {1, 2, 9, 52, 104, 250}) {
            for (int height : new int[] {100, SurveillanceChart.COMPACT, SurveillanceChart.TALL}) {
                all.put(
                        "surveillance of " + weeks + " weeks, " + height + " high",
                        surveillance(bars(weeks, 80), i -> OptionalDouble.of(40 + i % 5), 1.4, 6, height));
            }
        }
        all.put(
                "surveillance with expected and bound at one height",
                surveillance(bars(52, 80), i -> OptionalDouble.of(0), 1, 0, 150));
        all.put(
                "surveillance with lines at the top of the scale",
                surveillance(bars(52, MILLIONS), i -> OptionalDouble.of(MILLIONS), 1.001, 12, 150));
        all.put("surveillance without a model", surveillance(bars(52, 80), i -> OptionalDouble.empty(), 1, 12, 260));
        all.put(
                "surveillance whose lines end early",
                surveillance(bars(52, 80), i -> i < 20 ? OptionalDouble.of(30) : OptionalDouble.empty(), 1.5, 3, 150));
    }

    private static List<CalendarHeatMap.Day> days(int count, long highest, int hideEvery) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CalendarHeatMap.Day(
                        START.plusDays(i),
                        hideEvery > 0 && i % hideEvery == 0
                                ? OptionalLong.empty()
                                : OptionalLong.of(highest * (i % 9) / 8)))
                .toList();
    }

    private static void calendars(Map<String, Drawing> all) {
        for (int days : new int[] {1, 8, 30, 364, 371, 372, 730, 1100}) {
            all.put(
                    "calendar of " + days + " days",
                    new CalendarHeatMap(
                            "Incidents a day",
                            days(days, 90, 17),
                            events(days / 20, 19),
                            Optional.of(START.plusDays(days - 1L))));
        }
        all.put(
                "calendar all hidden",
                new CalendarHeatMap("Incidents a day", days(364, 9, 1), events(9, 2), Optional.empty()));
        all.put(
                "calendar with everything at once",
                new CalendarHeatMap(
                        LONG + LONG, days(700, MILLIONS * 100, 5), events(40, 3), Optional.of(START.plusDays(300))));
    }

    private static SmallMultiples.Panel panel(int index, int weeks, double highest, boolean isHidden) {
        return new SmallMultiples.Panel(
                index % 4 == 0 ? LONG : index % 4 == 1 ? UNBROKEN : "Panel " + index,
                index % 3 == 0 ? UNBROKEN : "P" + index,
                isHidden ? "[c]" : index % 5 == 0 ? "12,345,678 [p]" : Integer.toString(index),
                IntStream.range(0, weeks)
                        .mapToObj(i -> new SmallMultiples.Point(
                                START.plusWeeks(i),
                                isHidden || (i + index) % 11 < 2
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(highest * (i % 5) / 4),
                                i > weeks - 4))
                        .toList(),
                index % 2 == 0 ? OptionalDouble.of(highest / 3) : OptionalDouble.empty(),
                index % 6 == 0);
    }

    private static void multiples(Map<String, Drawing> all) {
        for (int count : new int[] {1, 2, 3, 5, 6, 7, 12, 24, 33, 59, 60}) {
            List<SmallMultiples.Panel> panels = IntStream.range(0, count)
                    .mapToObj(i -> panel(i, 52, 90, i % 7 == 3))
                    .toList();
            for (int height : new int[] {460, 640}) {
                all.put(
                        count + " panels, " + height + " high",
                        new SmallMultiples(panels, "Recorded each week. Grey rule: the usual level.", 658, height));
            }
            all.put(
                    count + " panels with much to read",
                    new SmallMultiples(panels, LONG + ". " + LONG + ". " + LONG, 658, 700));
        }
        all.put(
                "panels all hidden",
                new SmallMultiples(
                        IntStream.range(0, 12)
                                .mapToObj(i -> panel(i, 30, 1, true))
                                .toList(),
                        "How.",
                        658,
                        400));
        all.put(
                "panels of one point",
                new SmallMultiples(
                        IntStream.range(0, 5)
                                .mapToObj(i -> panel(i, 1, 10, false))
                                .toList(),
                        "How.",
                        658,
                        300));
        all.put(
                "panels without points",
                new SmallMultiples(
                        IntStream.range(0, 5)
                                .mapToObj(i -> panel(i, 0, 10, false))
                                .toList(),
                        "How.",
                        658,
                        300));
    }

    private static LineChart.Line line(String label, int points, double value) {
        return new LineChart.Line(
                label,
                IntStream.range(0, points)
                        .mapToObj(i -> new LineChart.Point(START.plusMonths(i), value))
                        .toList());
    }

    private static void lines(Map<String, Drawing> all) {
        for (int points : new int[] {1, 2, 12, 36, 40, 120, 400}) {
            all.put(
                    "a line of " + points + " points",
                    new LineChart("Incidents", 40, List.of(line("Line", points, 30))));
        }
        for (double value : new double[] {0, 7, MILLIONS}) {
            all.put(
                    "four lines at " + value,
                    new LineChart(
                            LONG + " " + LONG,
                            40,
                            List.of(
                                    line(LONG, 24, value),
                                    line(UNBROKEN, 24, value),
                                    line("Short", 24, value),
                                    line(LONG + " " + LONG, 24, value))));
        }
    }

    private static EventCurveChart.Panel curve(String label, int from, int to, int peakAt, long peak, boolean isKnown) {
        return new EventCurveChart.Panel(
                label,
                IntStream.rangeClosed(from, to)
                        .mapToObj(i -> new EventCurveChart.Unit(
                                i,
                                isKnown ? OptionalLong.of(i == peakAt ? peak : peak / 3) : OptionalLong.empty(),
                                OptionalDouble.of(peak / 4.0),
                                OptionalLong.of(0),
                                OptionalLong.of(peak / 2),
                                i > to - 3))
                        .toList());
    }

    private static void curves(Map<String, Drawing> all) {
        for (int panels = 1; panels <= 4; panels++) {
            for (String unit : List.of("day", "week", "calendar week", "month")) {
                for (int peakAt : new int[] {0, 1, 5, 35}) {
                    List<EventCurveChart.Panel> curves =
                            Collections.nCopies(panels, curve(LONG + " " + UNBROKEN, -14, 35, peakAt, 500, true));
                    String name = panels + " curves by " + unit + ", peak at " + peakAt;
                    all.put(name, new EventCurveChart(unit, curves));
                    all.put(name + ", one scale", EventCurveChart.onOneScale(unit, curves));
                }
            }
            all.put(
                    panels + " curves of millions",
                    EventCurveChart.onOneScale(
                            "week", Collections.nCopies(panels, curve(UNBROKEN, -2, 0, 0, MILLIONS, true))));
            all.put(
                    panels + " curves of hidden numbers",
                    EventCurveChart.onOneScale(
                            "week", Collections.nCopies(panels, curve("Community", 0, 0, 0, 0, false))));
            all.put(
                    panels + " curves of one unit",
                    new EventCurveChart("week", Collections.nCopies(panels, curve("Community", 0, 0, 0, 4, true))));
            all.put(
                    panels + " curves before the event",
                    new EventCurveChart("week", Collections.nCopies(panels, curve("Community", -9, -1, -4, 4, true))));
        }
    }

    private static void placebos(Map<String, Drawing> all) {
        for (int panels = 1; panels <= 4; panels++) {
            for (int spread : new int[] {0, 4, 16, 90}) {
                for (int event : new int[] {-spread, 0, spread}) {
                    List<PlaceboHistogram.Step> steps = IntStream.rangeClosed(-spread, spread)
                            .mapToObj(i -> new PlaceboHistogram.Step(i, Math.abs(i) * MILLIONS, i == event))
                            .toList();
                    all.put(
                            panels + " histograms of " + spread + " steps, event at " + event,
                            new PlaceboHistogram(Collections.nCopies(
                                    panels, new PlaceboHistogram.Panel(LONG + " " + UNBROKEN, steps))));
                }
            }
        }
    }

    private static void ranked(Map<String, Drawing> all) {
        all.put("one ranked bar", new RankedBars("Incidents", List.of(new RankedBars.Bar("Bar", 0))));
        all.put(
                "sixty ranked bars",
                new RankedBars(
                        LONG + " " + LONG,
                        IntStream.range(0, 60)
                                .mapToObj(i -> new RankedBars.Bar(
                                        i % 3 == 0 ? LONG : i % 3 == 1 ? UNBROKEN : "Bar", i * MILLIONS))
                                .toList()));
    }

    private static void ratios(Map<String, Drawing> all) {
        all.put(
                "ratios of any size",
                new RatioChart(
                        LONG + " " + LONG,
                        List.of(
                                new RatioChart.Row(LONG, "22 September 2025", 0, 0, OptionalDouble.empty(), true),
                                new RatioChart.Row(UNBROKEN, "2 Oct 2025", 1e6, 1e5, OptionalDouble.of(1e7), true),
                                new RatioChart.Row(
                                        LONG + " " + UNBROKEN, UNBROKEN, 1, 0.5, OptionalDouble.of(2), false))));
    }

    private static TileMap.Tile tile(String label, int column, int row, OptionalDouble value) {
        return new TileMap.Tile(label, column, row, value, "[c]");
    }

    private static void tiles(Map<String, Drawing> all) {
        List<TileMap.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < 56; i++) {
            tiles.add(tile(
                    i % 4 == 0 ? "Hammersmith and Fulham" : i % 4 == 1 ? UNBROKEN : "Kingston",
                    i % 8,
                    i / 8,
                    i % 9 == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) MILLIONS * (i % 5))));
        }
        all.put("tiles with long names", new TileMap(LONG, tiles));
        all.put("one tile", new TileMap("Rate", List.of(tile("Brent", 0, 0, OptionalDouble.of(3)))));
        all.put(
                "tiles all hidden",
                new TileMap(
                        "Rate",
                        List.of(
                                tile("Brent", 0, 0, OptionalDouble.empty()),
                                tile("Barnet", 11, 7, OptionalDouble.empty()))));
    }

    private static void funnels(Map<String, Drawing> all) {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            double[] people = new double[33];
            double[] counts = new double[33];
            for (int i = 0; i < people.length; i++) {
                people[i] = i == 0 ? 8_000 : 150_000 + random.nextInt(250_000);
                counts[i] = Math.round(people[i] / 1000 * (0.5 + 4 * random.nextDouble()));
            }
            FunnelLimits limits = new FunnelLimits(counts, people);
            List<FunnelChart.Dot> dots = IntStream.range(0, people.length)
                    .mapToObj(i -> new FunnelChart.Dot(
                            i % 5 == 0 ? LONG : "Kensington and Chelsea", people[i], counts[i] / people[i] * 1e5, true))
                    .toList();
            all.put("funnel of named areas, seed " + seed, new FunnelChart(dots, limits, "Common rate"));
        }
        FunnelLimits one = new FunnelLimits(new double[] {MILLIONS}, new double[] {9e6});
        all.put(
                "funnel of one area",
                new FunnelChart(List.of(new FunnelChart.Dot(LONG, 9e6, MILLIONS / 90.0, false)), one, LONG));
    }
}
