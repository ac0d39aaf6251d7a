package org.vigil.tabulate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.event.CurveUnit;
import org.vigil.event.DetailedEffect;
import org.vigil.release.CellStatus;
import org.vigil.release.EventCurvesTable;
import org.vigil.release.TableRows;
import org.vigil.statistics.CountRange;
import org.vigil.statistics.Prediction;

/** The {@code event_curves} table: a row for every unit around every event, whether the source covers it or not. */
public final class EventCurvesTabulation {
    private final TableRows rows;
    private final ModelCells cells;
    private final Coverage coverage;

    private EventCurvesTabulation(TableRows rows, Coverage coverage) {
        this.rows = rows;
        this.cells = new ModelCells(rows);
        this.coverage = coverage;
    }

    /** Adds the curves of the effects found in one source. */
    public static void addTo(TableRows rows, SourceFacts facts, List<DetailedEffect> effects) {
        EventCurvesTabulation tabulation = new EventCurvesTabulation(rows, facts.coverage());
        for (DetailedEffect effect : effects) {
            List<CurveUnit> curve = effect.estimated().detail().curve();
            for (int i = 0; i < curve.size(); i++) {
                tabulation.add(effect, curve.get(i), effect.estimated().bands().get(i));
            }
        }
    }

    private void add(DetailedEffect effect, CurveUnit unit, @Nullable CountRange band) {
        cells.addKey(effect);
        rows.column(EventCurvesTable.GRAIN).addText(unit.grain().code());
        rows.column(EventCurvesTable.UNIT_OFFSET).addInteger(unit.offset());
        rows.column(EventCurvesTable.UNIT_START_DATE).addDate(unit.start());
        cells.addInteger(
                EventCurvesTable.OBSERVED_COUNT, Optional.of(unit.observed()).filter(observed -> observed >= 0));
        cells.addDecimal(
                EventCurvesTable.EXPECTED,
                Optional.ofNullable(unit.prediction()).map(Prediction::expected));
        cells.addInteger(
                EventCurvesTable.EXPECTED_LOWER95, Optional.ofNullable(band).map(CountRange::lower));
        cells.addInteger(
                EventCurvesTable.EXPECTED_UPPER95, Optional.ofNullable(band).map(CountRange::upper));
        cells.addStatus(EventCurvesTable.STATUS, statuses(effect, unit));
    }

    private Set<CellStatus> statuses(DetailedEffect effect, CurveUnit unit) {
        Set<CellStatus> statuses = EnumSet.noneOf(CellStatus.class);
        if (unit.prediction() == null) {
            statuses.add(CellStatus.NOT_AVAILABLE);
        } else if (effect.effect().baseline().isWeak()) {
            statuses.add(CellStatus.LOW_RELIABILITY);
        }
        if (!unit.end().isBefore(coverage.provisionalFrom())) {
            statuses.add(CellStatus.PROVISIONAL);
        }
        return statuses;
    }
}
