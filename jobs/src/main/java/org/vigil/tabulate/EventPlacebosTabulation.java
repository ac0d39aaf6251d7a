package org.vigil.tabulate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.event.DetailedEffect;
import org.vigil.event.PlaceboSteps;
import org.vigil.release.EventPlacebosTable;
import org.vigil.release.TableRows;

/** The {@code event_placebos} table: a row for every step, those without a date among them. */
public final class EventPlacebosTabulation {
    private final TableRows rows;
    private final ModelCells cells;

    private EventPlacebosTabulation(TableRows rows) {
        this.rows = rows;
        this.cells = new ModelCells(rows);
    }

    /** Adds the dates beside the effects found in one source. */
    public static void addTo(TableRows rows, List<DetailedEffect> effects) {
        EventPlacebosTabulation tabulation = new EventPlacebosTabulation(rows);
        for (DetailedEffect effect : effects) {
            @Nullable PlaceboSteps steps = effect.estimated().detail().placebos();
            if (steps != null) {
                tabulation.add(effect, steps);
            }
        }
    }

    private void add(DetailedEffect effect, PlaceboSteps steps) {
        for (int step = PlaceboSteps.LOWEST; step <= PlaceboSteps.HIGHEST; step++) {
            cells.addKey(effect);
            rows.column(EventPlacebosTable.DEVIATION_FROM).addInteger(step);
            rows.column(EventPlacebosTable.DATE_COUNT).addInteger(steps.counts().get(step - PlaceboSteps.LOWEST));
            rows.column(EventPlacebosTable.IS_EVENT).addBoolean(step == steps.own());
        }
    }
}
