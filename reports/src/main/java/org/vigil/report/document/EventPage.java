package org.vigil.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vigil.report.chart.EventCurveChart;
import org.vigil.report.chart.PlaceboHistogram;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.EventText;
import org.vigil.report.text.Findings;
import org.vigil.report.text.HiddenText;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Sentence;
import org.vigil.report.text.UsualText;
import org.vigil.report.text.Verdict;
import org.vigil.report.text.WindowText;

/** The page of one reference event: curves, effects by community and area, dates without an event, and checks. */
final class EventPage {
    /** Look of these sections. */
    static final String STYLE = "event";

    private static final int MOST_TESTED_PANELS = EventCurveChart.MOST_PANELS;

    private final SourceFigures figures;
    private final Measure measure;
    private final StudiedEvents events;
    private final EventStudy study;
    private final EventCurves curves;
    private final EventPlacebos placebos;
    private final EventChecks checks;
    private final AreaEffects areas;
    private final List<WindowEffect> effects;
    private final WindowEffect spokenOf;

    /** @throws java.util.NoSuchElementException if nothing is known of the event */
    EventPage(SourceContents contents, EventStudy study) {
        this.figures = contents.figures();
        this.measure = contents.plain();
        this.events = contents.events();
        this.study = study;
        this.curves = contents.curves();
        this.placebos = contents.placebos();
        this.checks = contents.checks();
        this.areas = contents.areaEffects();
        this.effects = study.effects(events.communityOrder());
        this.spokenOf = study.spokenOf().orElseThrow();
    }

    /** The page of a report on the whole area: the course, the effect on those it speaks of first, and dates without an event. */
    Section section(String number, Numbering numbering) {
        List<Block> blocks = new ArrayList<>(start(numbering));
        placeboFigure(numbering).ifPresent(blocks::add);
        return new Section(id(), STYLE, number + ". " + study.event().name(), blocks);
    }

    /** When it was, the course before and after, and the effect on those it speaks of first. */
    List<Block> around(Numbering numbering) {
        List<Block> blocks = new ArrayList<>(start(numbering));
        course(numbering).ifPresent(blocks::add);
        return blocks;
    }

    private List<Block> start(Numbering numbering) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(introduction()));
        curveFigure(numbering).ifPresent(blocks::add);
        blocks.add(new NumberedTable(numbering.nextTable(), effectsTable()));
        return blocks;
    }

    /** Communities without a ground to test them, and single areas. */
    List<Block> elsewhere(Numbering numbering) {
        List<Block> blocks = new ArrayList<>();
        exploratory(numbering).ifPresent(blocks::add);
        blocks.addAll(areas.blocks(study, foremost(), windowTitle(), numbering));
        return blocks;
    }

    /** Dates without an event, and what supports or weakens the figures. */
    List<Block> checks(Numbering numbering) {
        List<Block> blocks = new ArrayList<>();
        placeboFigure(numbering).ifPresent(blocks::add);
        foremostEffects().stream()
                .map(this::points)
                .filter(points -> !points.points().isEmpty())
                .forEach(blocks::add);
        return blocks;
    }

    /** What the event was, and whom there is a ground to test. */
    List<Points.Point> facts() {
        List<Points.Point> facts = new ArrayList<>();
        facts.add(new Points.Point("Date", study.event().dateText()));
        facts.add(new Points.Point("Place of the figures", figures.place()));
        List<String> tested = study.tested(events.communityOrder()).stream()
                .map(events::label)
                .toList();
        facts.add(new Points.Point(
                "Communities with a ground to test", tested.isEmpty() ? "none" : Findings.joined(tested)));
        facts.add(new Points.Point("Not a claim of cause", EventText.ASSOCIATION));
        return facts;
    }

    /** What was recorded of each community that it speaks of first, how long it was above usual, and which rises can be ruled out. */
    List<Sentence> findings() {
        return foremostEffects().stream()
                .filter(effect -> effect.count().recorded().isPresent())
                .map(this::finding)
                .toList();
    }

    private Sentence finding(WindowEffect effect) {
        List<String> rest = new ArrayList<>();
        rest.add(UsualText.recorded(effect.count(), effect.window().from(effect.start())));
        effect.durationSentence(figures.facts().coverageEnd()).ifPresent(rest::add);
        boolean isOpen =
                effect.count().is(Verdict.NO_CLEAR_CHANGE) || effect.count().is(Verdict.CLOSE_TO_USUAL);
        if (isOpen) {
            rest.add(UsualText.ruledOut(effect.count()));
        }
        return new Sentence(
                events.label(effect.communityCode()) + ": " + effect.count().verdictText() + ".",
                String.join(" ", rest));
    }

    private String id() {
        return "event-" + study.event().id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Codes of the communities that the page speaks of first: those tested, otherwise the total, otherwise the first with an estimate. */
    List<String> foremost() {
        List<String> tested = effects.stream()
                .filter(WindowEffect::isTested)
                .map(WindowEffect::communityCode)
                .toList();
        return tested.isEmpty()
                ? effects.stream()
                        .filter(effect -> effect.count().hasEstimate())
                        .limit(1)
                        .map(WindowEffect::communityCode)
                        .toList()
                : tested;
    }

    private List<WindowEffect> foremostEffects() {
        List<String> codes = foremost();
        return effects.stream()
                .filter(effect -> codes.contains(effect.communityCode()))
                .toList();
    }

    private String introduction() {
        List<String> sentences = new ArrayList<>();
        ReferenceEvent event = study.event();
        sentences.add(
                event.responseFrom().equals(event.start())
                        ? "Date: " + event.dateText() + "."
                        : "Date: " + event.dateText() + "; counts could respond from "
                                + DateText.day(event.responseFrom()) + ".");
        if (!spokenOf.isHeadline()) {
            sentences.add("The full window is not over: figures are those of the "
                    + spokenOf.window().text() + ".");
        }
        spokenOf.exposure().stream()
                .filter(share -> spokenOf.window().isMonthly() && share < 1)
                .mapToObj(EventText::exposure)
                .forEach(sentences::add);
        foremostEffects().stream()
                .map(events::othersOf)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .ifPresent(names -> sentences.add(EventText.inseparable(names)));
        sentences.add(EventText.ASSOCIATION);
        return String.join(" ", sentences);
    }

    private String windowTitle() {
        return measure.capitalised() + " " + spokenOf.window().from(spokenOf.start());
    }

    /** The communities spoken of first and the total. */
    private ReportTable effectsTable() {
        List<String> codes = foremost();
        return EventTables.effects(
                windowTitle() + ", " + figures.place(),
                effects.stream()
                        .filter(effect -> isForemostOrTotal(effect, codes))
                        .toList(),
                events,
                figures.facts().coverageEnd(),
                List.of(VerdictPart.NOTE));
    }

    private static boolean isForemostOrTotal(WindowEffect effect, List<String> foremost) {
        return effect.communityCode().equals(Community.ALL) || foremost.contains(effect.communityCode());
    }

    /** All other communities, said to be exploratory. */
    private Optional<Block> exploratory(Numbering numbering) {
        List<String> codes = foremost();
        List<WindowEffect> others = effects.stream()
                .filter(effect -> !isForemostOrTotal(effect, codes))
                .toList();
        List<WindowEffect> telling =
                others.stream().filter(effect -> effect.count().isTelling()).toList();
        List<String> left = others.stream()
                .filter(effect -> !effect.count().isTelling())
                .map(effect -> events.label(effect.communityCode()))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        if (telling.isEmpty()) {
            return Optional.of(new Paragraph(
                    figures.areSomeHidden()
                            ? "Of the other communities nothing is published in this window: too few were usual or recorded, or the window overlaps that of another event."
                            : "Of the other communities too few were recorded to say anything."));
        }
        List<String> notes = new ArrayList<>(List.of(EventText.EXPLORATORY));
        if (!left.isEmpty()) {
            notes.add((figures.areSomeHidden()
                            ? "Nothing published or too few to say: "
                            : "Too few to say, or no estimate: ")
                    + Findings.joined(left) + ".");
        }
        return Optional.of(new NumberedTable(
                numbering.nextTable(),
                new ReportTable(
                        "Exploratory: other communities in the same window",
                        EventTables.judgedColumns(TableColumn.text("Community")),
                        telling.stream()
                                .map(effect ->
                                        EventTables.judged(TableCell.of(events.label(effect.communityCode())), effect))
                                .toList(),
                        notes)));
    }

    /** The windows that follow one another, for the communities spoken of first. */
    private Optional<NumberedTable> course(Numbering numbering) {
        List<WindowText> windows = study.windows().stream()
                .filter(effect -> !effect.isCumulative()
                        && effect.count().ratio().isPresent()
                        && effect.window().grain().equals(spokenOf.window().grain()))
                .map(WindowEffect::window)
                .distinct()
                .sorted(Comparator.comparing(WindowText::first))
                .toList();
        if (windows.size() < 2) {
            return Optional.empty();
        }
        List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.text("Community")));
        windows.forEach(window -> columns.add(TableColumn.number(Measure.capital(window.text()))));
        List<List<TableCell>> rows = new ArrayList<>();
        for (String code : foremost()) {
            List<TableCell> cells = new ArrayList<>(List.of(TableCell.of(events.label(code))));
            for (WindowText window : windows) {
                cells.add(study.windows().stream()
                        .filter(effect -> !effect.isCumulative()
                                && effect.communityCode().equals(code)
                                && effect.window().equals(window))
                        .findFirst()
                        .map(effect -> EventTables.ratio(effect.count()))
                        .orElse(TableCell.of("[x]")));
            }
            rows.add(cells);
        }
        return Optional.of(new NumberedTable(
                numbering.nextTable(),
                new ReportTable(
                        "Ratio of recorded to usual number, window after window",
                        columns,
                        rows,
                        List.of("Beneath each ratio its 95% interval."))));
    }

    private Optional<Figure> curveFigure(Numbering numbering) {
        Map<String, EventCurves.Curve> drawn = drawnCurves();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        // Of several communities that the event is listed for, sizes are compared: they share a scale, and the total,
        // which would flatten them, is left out.
        boolean isPaired = isPaired();
        if (isPaired) {
            drawn.remove(Community.ALL);
        }
        List<EventCurveChart.Panel> panels = new ArrayList<>();
        drawn.forEach((code, curve) -> panels.add(new EventCurveChart.Panel(events.label(code), curve.units())));
        String unit = drawn.values().iterator().next().unit();
        String id = "figure-" + id();
        String title = measure.capitalised() + " per " + unit + " around the event, " + figures.place() + ", "
                + measure.dateText();
        return Optional.of(new Figure(
                id,
                numbering.nextFigure(),
                headline(),
                title,
                alternative(unit, drawn),
                isPaired ? EventCurveChart.onOneScale(unit, panels) : new EventCurveChart(unit, panels),
                "Source: " + figures.facts().publisher()
                        + (panels.size() > 1
                                ? isPaired ? ". All communities have one scale." : ". Each community has its own scale."
                                : ".")
                        + " Before the event, usual is what the model fits; after it, what it leads to expect."
                        + (drawn.values().iterator().next().isByCalendarWeek()
                                ? " Week 0 holds the first day of the event, and days before it."
                                : "")
                        + broken(drawn),
                curveTable(title, unit, drawn),
                "attached file " + id + ".csv"));
    }

    /** What was recorded in the window, of the first community with an estimate. */
    private String headline() {
        List<WindowEffect> foremost = foremostEffects();
        WindowEffect first = foremost.stream()
                .filter(effect -> effect.count().hasEstimate())
                .findFirst()
                .orElse(foremost.get(0));
        JudgedCount count = first.count();
        return events.label(first.communityCode()) + ": " + count.recordedText() + " recorded, "
                + (count.hasEstimate() ? count.usualText() + " usual" : count.verdictText());
    }

    /** Whether curves of several tested communities can be set beside each other. */
    boolean isPaired() {
        Map<String, EventCurves.Curve> all = curves.of(study.event().id());
        return effects.stream()
                        .filter(WindowEffect::isTested)
                        .map(WindowEffect::communityCode)
                        .filter(code -> !code.equals(Community.ALL) && all.containsKey(code))
                        .distinct()
                        .count()
                > 1;
    }

    /** The curves of several communities affected by the same event, on one scale, and the effects on them. */
    List<Block> paired(Numbering numbering) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(study.event().name() + ". " + introduction()));
        curveFigure(numbering).ifPresent(blocks::add);
        blocks.add(new NumberedTable(numbering.nextTable(), effectsTable()));
        return blocks;
    }

    private Map<String, EventCurves.Curve> drawnCurves() {
        Map<String, EventCurves.Curve> all = curves.of(study.event().id());
        Map<String, EventCurves.Curve> drawn = new LinkedHashMap<>();
        List<String> codes = new ArrayList<>(foremost());
        codes.add(Community.ALL);
        codes.stream()
                .filter(all::containsKey)
                .distinct()
                .limit(MOST_TESTED_PANELS)
                .forEach(code -> drawn.put(code, Objects.requireNonNull(all.get(code))));
        return drawn;
    }

    private String alternative(String unit, Map<String, EventCurves.Curve> drawn) {
        StringBuilder text = new StringBuilder("Line charts of " + measure.plural() + " per " + unit + " around "
                + study.event().name() + ", with the range of usual " + unit + "s.");
        drawn.forEach((code, curve) -> {
            List<EventCurveChart.Unit> after = curve.units().stream()
                    .filter(one -> one.offset() >= 0
                            && one.recorded().isPresent()
                            && one.usualUpper().isPresent())
                    .toList();
            long above = after.stream()
                    .filter(one ->
                            one.recorded().orElseThrow() > one.usualUpper().orElseThrow())
                    .count();
            text.append(" ")
                    .append(events.label(code))
                    .append(": ")
                    .append(NumberText.count(above))
                    .append(" of ")
                    .append(NumberText.counted(after.size(), unit, unit + "s"))
                    .append(" from the event on lie above the range.");
        });
        return text.append(" All values are in the table.").toString();
    }

    private static String broken(Map<String, EventCurves.Curve> drawn) {
        String text = HiddenText.broken(
                drawn.values().stream().mapToLong(EventCurves.Curve::hidden).sum());
        return text.isEmpty() ? "" : " " + text;
    }

    private ReportTable curveTable(String title, String unit, Map<String, EventCurves.Curve> drawn) {
        List<List<TableCell>> rows = new ArrayList<>();
        drawn.forEach((code, curve) -> {
            for (int i = 0; i < curve.units().size(); i++) {
                EventCurveChart.Unit one = curve.units().get(i);
                rows.add(ReportTable.row(
                        DateText.shortDay(curve.starts().get(i)),
                        events.label(code),
                        curve.recordedText(i),
                        one.usual().isPresent() ? usualText(one.usual().getAsDouble()) : "[x]",
                        one.usualLower().isPresent() && one.usualUpper().isPresent()
                                ? NumberText.count(one.usualLower().getAsLong()) + " to "
                                        + NumberText.count(one.usualUpper().getAsLong())
                                : "[x]",
                        one.isProvisional() ? "[p]" : ""));
            }
        });
        return new ReportTable(
                title,
                List.of(
                        TableColumn.text(Measure.capital(unit) + " from"),
                        TableColumn.text("Community"),
                        TableColumn.number("Recorded"),
                        TableColumn.number("Usual"),
                        TableColumn.number("Usual range"),
                        TableColumn.text("Remark")),
                rows,
                List.of());
    }

    /** Of changed counts, what is usual is a whole number. */
    private String usualText(double usual) {
        return figures.areChanged() ? NumberText.count(Math.round(usual)) : NumberText.oneDecimal(usual);
    }

    private Optional<Figure> placeboFigure(Numbering numbering) {
        Map<String, List<PlaceboHistogram.Step>> drawn = new LinkedHashMap<>();
        if (spokenOf.isHeadline()) {
            foremost().stream()
                    .filter(code -> !placebos.of(study.event().id(), code).isEmpty())
                    .limit(PlaceboHistogram.MOST_PANELS)
                    .forEach(code -> drawn.put(code, placebos.of(study.event().id(), code)));
        }
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        List<PlaceboHistogram.Panel> panels = new ArrayList<>();
        List<List<TableCell>> rows = new ArrayList<>();
        drawn.forEach((code, steps) -> {
            panels.add(new PlaceboHistogram.Panel(events.label(code), steps));
            steps.forEach(step -> rows.add(ReportTable.row(
                    events.label(code),
                    NumberText.oneDecimal(step.from() / 2.0) + " to " + NumberText.oneDecimal((step.from() + 1) / 2.0),
                    NumberText.count(step.dates()),
                    step.isEvent() ? "event" : "")));
        });
        String id = "figure-placebo-" + id();
        String title = "Distance of the " + spokenOf.window().text()
                + " from the usual number, at dates without an event, " + figures.place();
        List<String> texts = foremostEffects().stream()
                .filter(effect -> drawn.containsKey(effect.communityCode()))
                .map(effect -> events.label(effect.communityCode()) + ". "
                        + effect.placeboText().orElse(""))
                .toList();
        return Optional.of(new Figure(
                id,
                numbering.nextFigure(),
                "The event among "
                        + NumberText.count(foremostEffects().stream()
                                .filter(effect -> drawn.containsKey(effect.communityCode()))
                                .mapToLong(effect -> effect.placeboCount().orElse(0))
                                .max()
                                .orElse(0))
                        + " dates without one",
                title,
                "Histograms of dates without an event by distance from the usual number, with the event marked. "
                        + String.join(" ", texts) + " All values are in the table.",
                new PlaceboHistogram(panels),
                "The outermost bars hold all beyond. Windows of neighbouring dates overlap, so neighbours look alike.",
                new ReportTable(
                        title,
                        List.of(
                                TableColumn.text("Community"),
                                TableColumn.text("Standard deviations"),
                                TableColumn.number("Dates"),
                                TableColumn.text("Remark")),
                        rows,
                        List.of("The outermost steps hold all beyond.")),
                "attached file " + id + ".csv"));
    }

    /** What supports or weakens the effect on a community. */
    private Points points(WindowEffect effect) {
        List<Points.Point> points = new ArrayList<>();
        List<String> course = new ArrayList<>();
        if (effect.count().recorded().isPresent()) {
            course.add(UsualText.judged(effect.count(), effect.window().from(effect.start())));
        }
        effect.durationSentence(figures.facts().coverageEnd()).ifPresent(course::add);
        if (!course.isEmpty()) {
            points.add(new Points.Point("Recorded", String.join(" ", course)));
        }
        if (effect.count().hasEstimate()) {
            effect.placeboText().ifPresent(text -> points.add(new Points.Point("Dates without an event", text)));
        }
        points.addAll(checks.of(study.event().id(), effect.communityCode()));
        effect.baselineStart()
                .ifPresent(start -> points.add(new Points.Point(
                        "Usual",
                        EventText.baseline(
                                effect.baselineUnits(), effect.window().grain(), start, effect.leftOutUnits()))));
        return new Points(events.label(effect.communityCode()) + ": what supports or weakens these figures", points);
    }
}
