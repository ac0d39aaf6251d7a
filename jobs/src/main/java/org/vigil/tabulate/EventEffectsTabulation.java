package org.vigil.tabulate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.vigil.event.EventEffect;
import org.vigil.event.FollowedBlocks.Duration;
import org.vigil.event.JudgedEffect;
import org.vigil.event.Window;
import org.vigil.event.WindowEffect;
import org.vigil.release.CellStatus;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;

/** The {@code event_effects} table: a row for every window of every event in every series, whether there is an estimate or not. */
public final class EventEffectsTabulation {
    private static final String LIST_SEPARATOR = ";";

    private final TableRows rows;
    private final EffectColumns columns;

    private EventEffectsTabulation(TableRows rows, Coverage coverage) {
        this.rows = rows;
        this.columns = new EffectColumns(rows, coverage);
    }

    /** Adds the effects found in the series of one source. */
    public static void addTo(TableRows rows, SourceFacts facts, List<JudgedEffect> effects) {
        EventEffectsTabulation tabulation = new EventEffectsTabulation(rows, facts.coverage());
        effects.forEach(tabulation::add);
    }

    private void add(JudgedEffect judged) {
        addKey(judged);
        addStudy(judged);
        columns.addBaseline(judged);
        columns.addEstimate(judged);
        addPlacebos(judged.window());
        columns.addTest(judged);
        columns.addVerdict(judged);
        columns.addInteger(EventEffectsTable.DURATION, judged.duration().map(duration -> (long) duration.blocks()));
        Optional<Boolean> isOpen = judged.duration().map(Duration::isOpen);
        if (isOpen.isPresent()) {
            rows.column(EventEffectsTable.IS_DURATION_OPEN).addBoolean(isOpen.get());
        } else {
            rows.column(EventEffectsTable.IS_DURATION_OPEN).addEmpty();
        }
        rows.column(EventEffectsTable.STATUS).addText(CellStatus.text(columns.statuses(judged)));
    }

    private void addKey(JudgedEffect judged) {
        Window window = judged.window().window();
        columns.addSeries(judged.key());
        rows.column(EventEffectsTable.EVENT_ID).addText(judged.effect().eventId());
        rows.column(EventEffectsTable.WINDOW_KIND).addText(window.kind().code());
        rows.column(EventEffectsTable.GRAIN).addText(window.grain().code());
        rows.column(EventEffectsTable.WINDOW_FIRST).addInteger(window.first());
        rows.column(EventEffectsTable.WINDOW_LAST).addInteger(window.last());
    }

    private void addStudy(JudgedEffect judged) {
        EventEffect effect = judged.effect();
        WindowEffect window = judged.window();
        rows.column(EventEffectsTable.WINDOW_START_DATE).addDate(effect.startOf(window.window()));
        rows.column(EventEffectsTable.WINDOW_END_DATE).addDate(effect.endOf(window.window()));
        rows.column(EventEffectsTable.IS_HEADLINE).addBoolean(window.window().isHeadline());
        rows.column(EventEffectsTable.IS_TESTED).addBoolean(effect.isTested());
        rows.column(EventEffectsTable.INSEPARABLE_EVENTS).addText(String.join(LIST_SEPARATOR, effect.inseparable()));
        rows.column(EventEffectsTable.FIRST_UNIT_EXPOSURE).addDecimal(effect.exposure());
        columns.addInteger(
                EventEffectsTable.OBSERVED_COUNT, Optional.of(window.observed()).filter(observed -> observed >= 0));
    }

    private void addPlacebos(WindowEffect window) {
        boolean hasEstimate = window.status().hasEstimate();
        columns.addDecimal(
                EventEffectsTable.PLACEBO_P,
                Optional.of(window.placeboP()).filter(p -> hasEstimate && !Double.isNaN(p)));
        columns.addInteger(
                EventEffectsTable.PLACEBO_COUNT,
                Optional.of((long) window.placebos()).filter(count -> hasEstimate));
        rows.column(EventEffectsTable.PLACEBO_STATUS)
                .addText(CellStatus.text(
                        hasEstimate && !Double.isNaN(window.placeboP())
                                ? EnumSet.noneOf(CellStatus.class)
                                : EnumSet.of(CellStatus.NOT_AVAILABLE)));
    }
}
