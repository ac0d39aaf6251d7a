package org.vigil.tabulate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.vigil.event.Comparison;
import org.vigil.event.Decay;
import org.vigil.event.DetailedEffect;
import org.vigil.event.Estimate;
import org.vigil.incident.Communities;
import org.vigil.release.CellStatus;
import org.vigil.release.EventChecksTable;
import org.vigil.release.TableRows;
import org.vigil.series.Grain;
import org.vigil.statistics.RandomEffects;

/** The {@code event_checks} table: a row for every event in every series of the whole area. */
public final class EventChecksTabulation {
    private final TableRows rows;
    private final ModelCells cells;

    private EventChecksTabulation(TableRows rows) {
        this.rows = rows;
        this.cells = new ModelCells(rows);
    }

    /** Adds the checks of the effects found in one source. */
    public static void addTo(TableRows rows, List<DetailedEffect> effects) {
        EventChecksTabulation tabulation = new EventChecksTabulation(rows);
        effects.forEach(tabulation::add);
    }

    private void add(DetailedEffect effect) {
        cells.addKey(effect);
        addPreTrend(effect);
        addDecay(effect);
        addComparison(effect);
        addPooled(effect);
    }

    private void addPreTrend(DetailedEffect effect) {
        Optional<Estimate> preTrend =
                Optional.ofNullable(effect.estimated().preTrend()).filter(ModelCells::hasRatio);
        cells.addDecimal(EventChecksTable.PRE_TREND_RATIO, preTrend.map(Estimate::ratio));
        cells.addDecimal(EventChecksTable.PRE_TREND_P, preTrend.map(Estimate::twoSidedP));
        cells.addAvailability(EventChecksTable.PRE_TREND_STATUS, preTrend.isPresent());
    }

    private void addDecay(DetailedEffect effect) {
        Optional<Decay> decay = Optional.ofNullable(effect.estimated().decay());
        cells.addDecimal(EventChecksTable.HALF_LIFE, decay.map(Decay::halfLife));
        cells.addDecimal(EventChecksTable.HALF_LIFE_LOWER95, decay.map(Decay::lower));
        cells.addDecimal(EventChecksTable.HALF_LIFE_UPPER95, decay.map(Decay::upper));
        cells.addDecimal(EventChecksTable.FIRST_DAY_RATIO, decay.map(one -> 1 + one.amplitude()));
        if (effect.effect().grain() == Grain.DAY) {
            cells.addAvailability(EventChecksTable.DECAY_STATUS, decay.isPresent());
        } else {
            cells.addStatus(EventChecksTable.DECAY_STATUS, EnumSet.of(CellStatus.NOT_APPLICABLE));
        }
    }

    private void addComparison(DetailedEffect effect) {
        Optional<Estimate> compared = effect.compared().filter(ModelCells::hasRatio);
        rows.column(EventChecksTable.COMPARISON_COMMUNITY)
                .addText(effect.comparisonP()
                        .flatMap(p ->
                                Optional.ofNullable(effect.estimated().detail().comparison()))
                        .map(Comparison::communityCode)
                        .orElse(null));
        cells.addDecimal(EventChecksTable.COMPARISON_P, effect.comparisonP());
        cells.addDecimal(EventChecksTable.COMPARED_RATIO, compared.map(Estimate::ratio));
        cells.addDecimal(EventChecksTable.COMPARED_RATIO_LOWER95, compared.map(Estimate::ratioLower));
        cells.addDecimal(EventChecksTable.COMPARED_RATIO_UPPER95, compared.map(Estimate::ratioUpper));
        if (effect.key().communityCode().equals(Communities.ALL)) {
            cells.addStatus(EventChecksTable.COMPARISON_STATUS, EnumSet.of(CellStatus.NOT_APPLICABLE));
        } else {
            cells.addAvailability(EventChecksTable.COMPARISON_STATUS, compared.isPresent());
        }
    }

    private void addPooled(DetailedEffect effect) {
        Optional<RandomEffects> pooled = effect.pooled();
        rows.column(EventChecksTable.POOLED_AREA_COUNT).addInteger(effect.pooledAreas());
        cells.addDecimal(EventChecksTable.POOLED_RATIO, pooled.map(one -> StrictMath.exp(one.mean())));
        cells.addDecimal(EventChecksTable.POOLED_RATIO_LOWER95, pooled.map(one -> StrictMath.exp(one.lower())));
        cells.addDecimal(EventChecksTable.POOLED_RATIO_UPPER95, pooled.map(one -> StrictMath.exp(one.upper())));
        cells.addDecimal(EventChecksTable.TAU_SQUARED, pooled.map(RandomEffects::betweenVariance));
        cells.addDecimal(EventChecksTable.I_SQUARED, pooled.map(RandomEffects::betweenShare));
        cells.addAvailability(EventChecksTable.POOLED_STATUS, pooled.isPresent());
    }
}
