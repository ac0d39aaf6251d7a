package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigil.report.text.Measure;
import org.vigil.report.text.PeriodCount;

/**
 * What a release says of one source, read once and seen from one place: the whole area, one of its areas, or one community.
 *
 * <p>All packs of a source share one reading. Nothing in it changes once it is read, so packs can be composed at the same time.
 */
final class SourceContents {
    private final ReportInput input;
    private final SourceFigures figures;
    private final SourceFigures whole;
    private final CodeLabels codes;
    private final List<SeriesBreak> breaks;
    private final List<JudgedWeek> weeks;
    private final Map<String, LatestPeriods> latest;
    private final Map<String, List<WindowEffect>> effects;
    private final Map<String, ReferenceEvent> catalogue;
    private final EventCurves curves;
    private final EventPlacebos placebos;
    private final StudiedEvents events;
    private final EventChecks checks;
    private final Supplier<AreaEffects> areaEffects;
    private final Supplier<Map<String, Map<String, NavigableMap<LocalDate, PeriodCount>>>> years;

    private SourceContents(ReportInput input, SourceFigures whole) {
        this.input = input;
        this.figures = whole;
        this.whole = whole;
        this.codes = new CodeLabels(input);
        this.breaks = SeriesBreak.read(input, whole.facts());
        this.weeks = JudgedWeek.readAll(input, whole.facts().code());
        this.latest = LatestPeriods.read(input, whole);
        this.catalogue = ReferenceEvent.readAll(input);
        this.effects = byArea(input, whole);
        this.curves = EventCurves.read(input, whole);
        this.placebos = EventPlacebos.read(input, whole);
        this.events = StudiedEvents.of(catalogue, effects.getOrDefault(whole.areaCode(), List.of()), whole);
        this.areaEffects = Once.of(() -> AreaEffects.of(this));
        this.years =
                Once.of(() -> whole.year().map(year -> whole.years(input, year)).orElse(Map.of()));
        String level = AreaPart.level(whole).orElse("");
        this.checks = EventChecks.read(input, whole, events, level.isEmpty() ? "areas" : AreaPart.plural(level));
    }

    private SourceContents(SourceContents shared, SourceFigures figures) {
        this.input = shared.input;
        this.figures = figures;
        this.whole = shared.whole;
        this.codes = shared.codes;
        this.breaks = shared.breaks;
        this.weeks = shared.weeks;
        this.latest = shared.latest;
        this.catalogue = shared.catalogue;
        this.effects = shared.effects;
        this.curves = shared.curves;
        this.placebos = shared.placebos;
        this.events = StudiedEvents.of(catalogue, effects.getOrDefault(figures.areaCode(), List.of()), figures);
        this.checks = shared.checks;
        this.areaEffects = shared.areaEffects;
        this.years = shared.years;
    }

    /**
     * Reads a source.
     *
     * @throws ReportException if the release counts nothing for it
     */
    static SourceContents read(ReportInput input, SourceFacts facts) {
        return new SourceContents(input, SourceFigures.read(input, facts));
    }

    /** The same source seen from one of its areas. */
    SourceContents of(Area area) {
        return new SourceContents(this, whole.of(input, area));
    }

    /** The same source seen from one community in its whole area. */
    SourceContents of(Community community) {
        return new SourceContents(this, whole.of(community));
    }

    /** Windows by area: of the whole area all, of the others those of the total and of tested communities. */
    private static Map<String, List<WindowEffect>> byArea(ReportInput input, SourceFigures whole) {
        Map<String, List<WindowEffect>> byArea = new HashMap<>();
        WindowEffect.read(input, whole.facts().code(), Map.of()).stream()
                .filter(effect -> effect.areaCode().equals(whole.areaCode())
                        || effect.isTested()
                        || effect.communityCode().equals(whole.headline().code()))
                .forEach(effect -> byArea.computeIfAbsent(effect.areaCode(), area -> new ArrayList<>())
                        .add(effect));
        return byArea;
    }

    /** Counts of the newest year and of the one before in every area, by area, community and first day; read when they are first asked for. */
    Map<String, Map<String, NavigableMap<LocalDate, PeriodCount>>> years() {
        return years.get();
    }

    /** What was recorded after events in single areas; arranged when it is first asked for. */
    AreaEffects areaEffects() {
        return areaEffects.get();
    }

    ReportInput input() {
        return input;
    }

    /** Figures of the place that is seen. */
    SourceFigures figures() {
        return figures;
    }

    /** Figures of the whole area. */
    SourceFigures whole() {
        return whole;
    }

    SourceFacts facts() {
        return whole.facts();
    }

    /** What is counted: where the report is on one flag, with its name. */
    Measure measure() {
        String flag = figures.headline().code().equals(Community.ALL)
                ? ""
                : figures.headline().label();
        return new Measure(facts().countingUnit(), flag, facts().dateBasis().equals("recorded"));
    }

    /** What is counted, whatever the flag. */
    Measure plain() {
        return new Measure(facts().countingUnit(), "", facts().dateBasis().equals("recorded"));
    }

    CodeLabels codes() {
        return codes;
    }

    List<SeriesBreak> breaks() {
        return breaks;
    }

    /** Judged weeks of all areas and communities. */
    List<JudgedWeek> weeks() {
        return weeks;
    }

    /** Judged weeks of the place that is seen: of an area or a community its own only. */
    List<JudgedWeek> weeksSeen() {
        return weeks.stream()
                .filter(week -> figures.isWholeArea() || week.areaCode().equals(figures.areaCode()))
                .filter(week ->
                        figures.headline().code().equals(whole.headline().code())
                                || week.communityCode()
                                        .equals(figures.headline().code()))
                .toList();
    }

    /** The latest complete period of the place that is seen. */
    Optional<LatestPeriods> latest() {
        return latest(figures.areaCode());
    }

    /** The latest complete period of an area. */
    Optional<LatestPeriods> latest(String areaCode) {
        return Optional.ofNullable(latest.get(areaCode));
    }

    /** Events as they were studied in the place that is seen. */
    StudiedEvents events() {
        return events;
    }

    /** Windows after events in an area. */
    List<WindowEffect> effects(String areaCode) {
        return effects.getOrDefault(areaCode, List.of());
    }

    EventCurves curves() {
        return curves;
    }

    EventPlacebos placebos() {
        return placebos;
    }

    EventChecks checks() {
        return checks;
    }
}
