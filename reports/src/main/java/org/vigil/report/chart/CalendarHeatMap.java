package org.vigil.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigil.report.text.DateText;

/**
 * Counts by day as a calendar: a column a week, a row a day of the week, five shades from few to many. Up to 53 weeks stand beside each
 * other, longer times in blocks beneath each other. Days without a record are blank, hidden days hatched.
 */
public final class CalendarHeatMap implements Drawing {
    /**
     * One day.
     *
     * @param date the day
     * @param count what was counted; empty where it is not shown
     */
    public record Day(LocalDate date, OptionalLong count) {}

    private static final int MOST_COLUMNS = 53;
    private static final int DAYS = 7;
    private static final List<String> DAY_NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final double LEFT = 34;
    private static final double WIDEST_COLUMN = 26;
    private static final double ROW = 13.5;
    private static final double GAP = 1.2;
    private static final int MONTHS_HEIGHT = 18;
    private static final int MOST_LANES = 2;
    private static final int BLOCK_GAP = 10;

    private final List<Day> days;
    private final Optional<LocalDate> provisionalFrom;
    private final Optional<CountSteps> steps;
    private final LocalDate firstMonday;
    private final int columns;
    private final List<Block> blocks = new ArrayList<>();
    private final ChartFoot foot;

    /** Weeks beside each other, with the labels of their events. */
    private record Block(LocalDate monday, int weeks, EventLabels labels, double top) {
        private double cellsTop() {
            return top + MONTHS_HEIGHT;
        }

        private double bottom() {
            return cellsTop() + DAYS * ROW;
        }

        private double height() {
            return MONTHS_HEIGHT + DAYS * ROW + labels.height() + BLOCK_GAP;
        }

        private boolean holds(LocalDate date) {
            return !date.isBefore(monday) && date.isBefore(monday.plusWeeks(weeks));
        }
    }

    /**
     * A calendar from the first to the last day given.
     *
     * @param unit what is counted a day, shown before the key
     * @param days days with a record, at least one, each once; others are blank
     * @param events events inside the time shown, the most relevant first; those are left out whose labels find no clear place
     * @param provisionalFrom first day whose count may still change; empty where there is none
     */
    public CalendarHeatMap(String unit, List<Day> days, List<EventMarker> events, Optional<LocalDate> provisionalFrom) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs at least one day");
        }
        this.days = days.stream().sorted(Comparator.comparing(Day::date)).toList();
        this.provisionalFrom = provisionalFrom;
        long[] counts = days.stream().flatMapToLong(day -> day.count().stream()).toArray();
        this.steps = counts.length == 0 ? Optional.empty() : Optional.of(CountSteps.of(counts));
        this.firstMonday = monday(this.days.get(0).date());
        LocalDate lastMonday = monday(this.days.get(days.size() - 1).date());
        int weeks = (int) ChronoUnit.WEEKS.between(firstMonday, lastMonday) + 1;
        int blockCount = (weeks + MOST_COLUMNS - 1) / MOST_COLUMNS;
        this.columns = (weeks + blockCount - 1) / blockCount;
        double top = 0;
        for (int i = 0; i < blockCount; i++) {
            Block block = block(firstMonday.plusWeeks((long) i * columns), events, top);
            blocks.add(block);
            top += block.height();
        }
        this.foot = new ChartFoot(unit, key());
    }

    private Block block(LocalDate monday, List<EventMarker> events, double top) {
        List<EventMarker> inside = events.stream()
                .filter(event -> !event.date().isBefore(monday)
                        && event.date().isBefore(monday.plusWeeks(columns))
                        && !event.date().isBefore(days.get(0).date())
                        && !event.date().isAfter(days.get(days.size() - 1).date()))
                .toList();
        EventLabels labels = EventLabels.choose(
                inside,
                List.of(),
                MOST_LANES,
                date -> LEFT + (ChronoUnit.WEEKS.between(monday, date) + 0.5) * columnWidth() - GAP / 2,
                0,
                WIDTH);
        return new Block(monday, columns, labels, top);
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private double columnWidth() {
        return Math.min(WIDEST_COLUMN, (WIDTH - LEFT) / columns);
    }

    /** The events that are marked, the most relevant first. */
    public List<EventMarker> marked() {
        return blocks.stream()
                .flatMap(block -> block.labels().marked().stream())
                .toList();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return (int) Math.ceil(blocksHeight()) + foot.height();
    }

    private double blocksHeight() {
        return blocks.stream().mapToDouble(Block::height).sum();
    }

    @Override
    public void paint(Graphics2D g) {
        Ink ink = new Ink(g);
        for (Block block : blocks) {
            paintNames(ink, block);
            paintDays(ink, block);
            block.labels().marked().forEach(event -> ink.outline(cell(block, event.date()), Palette.ORANGE, 2f));
            block.labels().paintBelow(ink, block.bottom());
        }
        foot.paint(ink, blocksHeight());
    }

    private Rectangle2D cell(Block block, LocalDate date) {
        return new Rectangle2D.Double(
                LEFT + ChronoUnit.WEEKS.between(block.monday(), date) * columnWidth(),
                block.cellsTop() + (date.getDayOfWeek().getValue() - 1) * ROW,
                columnWidth() - GAP,
                ROW - GAP);
    }

    /** Cells of one shade are one path: a picture of a year has five, not hundreds. */
    private void paintDays(Ink ink, Block block) {
        steps.ifPresent(shades -> {
            for (int step = 0; step < shades.size(); step++) {
                Path2D cells = new Path2D.Double();
                for (Day day : days) {
                    if (block.holds(day.date())
                            && day.count().isPresent()
                            && shades.step(day.count().getAsLong()) == step) {
                        cells.append(cell(block, day.date()), false);
                    }
                }
                paintCells(ink, cells, shades.colour(step));
            }
        });
        for (Day day : days) {
            if (block.holds(day.date()) && day.count().isEmpty()) {
                Rectangle2D cell = cell(block, day.date());
                paintHidden(ink, cell);
                ink.confidential(cell);
            }
        }
        provisionalFrom.filter(block::holds).ifPresent(from -> paintProvisionalEdge(ink, block, from));
    }

    private static void paintCells(Ink ink, Shape cells, Color colour) {
        ink.fill(cells, colour);
        // The palest shade is hardly seen on white.
        if (colour.equals(Palette.SEQUENTIAL.get(0))) {
            ink.outline(cells, Palette.SEQUENTIAL.get(1), 0.6f);
        }
    }

    private static void paintHidden(Ink ink, Rectangle2D cell) {
        ink.hatch(cell);
        ink.outline(cell, Palette.MUTED, 0.5f);
    }

    /** Dashes along the left edge of the days that may still change. */
    private void paintProvisionalEdge(Ink ink, Block block, LocalDate from) {
        Rectangle2D first = cell(block, from);
        double x = first.getX() - GAP / 2;
        Path2D edge = new Path2D.Double();
        edge.moveTo(x, block.bottom());
        edge.lineTo(x, first.getY() - GAP / 2);
        if (from.getDayOfWeek() != DayOfWeek.MONDAY) {
            edge.lineTo(x + columnWidth(), first.getY() - GAP / 2);
            edge.lineTo(x + columnWidth(), block.cellsTop() - GAP / 2);
        }
        ink.dashedOutline(edge, Palette.INK, 1.4f);
    }

    private void paintNames(Ink ink, Block block) {
        for (int day = 0; day < DAYS; day++) {
            ink.right(
                    DAY_NAMES.get(day),
                    HouseFont.REGULAR,
                    Ink.SMALL_SIZE,
                    Palette.MUTED,
                    LEFT - 6,
                    block.cellsTop() + day * ROW + 10.5);
        }
        // A week belongs to the year of its Thursday.
        int lastYear = block.monday().plusDays(3).getYear();
        ink.left(
                Integer.toString(lastYear),
                HouseFont.SEMI_BOLD,
                Ink.SMALL_SIZE,
                Palette.MUTED,
                0,
                block.cellsTop() - 5);
        List<LocalDate> months = months(block);
        for (int i = 0; i < months.size(); i++) {
            LocalDate month = months.get(i);
            double x = cell(block, month).getX();
            double room =
                    (i + 1 < months.size() ? cell(block, months.get(i + 1)).getX() : WIDTH) - x;
            String name = DateText.shortMonth(month);
            String withYear = month.getYear() <= lastYear ? name : name + " " + month.getYear();
            String text = monthWidth(withYear) <= room ? withYear : name;
            if (monthWidth(text) <= room) {
                lastYear = text.equals(name) ? lastYear : month.getYear();
                ink.left(text, HouseFont.REGULAR, Ink.SMALL_SIZE, Palette.MUTED, x, block.cellsTop() - 5);
            }
        }
    }

    private static double monthWidth(String text) {
        return HouseFont.REGULAR.width(text, Ink.SMALL_SIZE) + 4;
    }

    /** The first day of a block, and of each month that begins in it. */
    private static List<LocalDate> months(Block block) {
        List<LocalDate> months = new ArrayList<>(List.of(block.monday()));
        LocalDate month = block.monday().withDayOfMonth(1).plusMonths(1);
        while (block.holds(month)) {
            months.add(month);
            month = month.plusMonths(1);
        }
        return months;
    }

    private List<Key.Entry> key() {
        List<Key.Entry> entries = new ArrayList<>();
        steps.ifPresent(shades -> {
            for (int step = 0; step < shades.size(); step++) {
                Color colour = shades.colour(step);
                entries.add(new Key.Entry(shades.text(step), (ink, box) -> paintCells(ink, box, colour)));
            }
        });
        if (days.stream().anyMatch(day -> day.count().isEmpty())) {
            entries.add(new Key.Entry("Not shown " + Ink.CONFIDENTIAL, CalendarHeatMap::paintHidden));
        }
        if (provisionalFrom.isPresent() && blocks.stream().anyMatch(b -> b.holds(provisionalFrom.get()))) {
            entries.add(new Key.Entry(
                    "Provisional from here",
                    (ink, box) -> ink.dashed(
                            box.getCenterX(),
                            box.getMinY() - 1,
                            box.getCenterX(),
                            box.getMaxY() + 1,
                            Palette.INK,
                            1.4f)));
        }
        return entries;
    }
}
