package org.vigil.tabulate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vigil.event.DetailedEffect;
import org.vigil.event.Estimate;
import org.vigil.release.CellStatus;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.TableRows;
import org.vigil.series.SeriesKey;

/** Cells of tables that hold what models say: they share what keys a series, and are empty where there is no figure. */
final class ModelCells {
    /** Fewer incidents than this are published as none usual. */
    private static final double LEAST_DIVISOR = 0.05;

    private final TableRows rows;

    ModelCells(TableRows rows) {
        this.rows = rows;
    }

    /** The columns that every table of effects starts with. */
    void addSeries(SeriesKey key) {
        rows.column(EventEffectsTable.SOURCE_CODE).addText(key.sourceCode());
        rows.column(EventEffectsTable.DATE_BASIS).addText(key.dateBasis());
        rows.column(EventEffectsTable.RECORD_CLASS).addText(key.recordClass());
        rows.column(EventEffectsTable.AREA_CODE).addText(key.areaCode());
        rows.column(EventEffectsTable.COMMUNITY_CODE).addText(key.communityCode());
    }

    /** The same with the event. */
    void addKey(DetailedEffect effect) {
        addSeries(effect.key());
        rows.column(EventEffectsTable.EVENT_ID).addText(effect.effect().eventId());
    }

    /** Writes a number; nothing if it is none or infinite. */
    void addDecimal(Column column, double value) {
        if (Double.isFinite(value)) {
            rows.column(column).addDecimal(value);
        } else {
            rows.column(column).addEmpty();
        }
    }

    /** Likewise, and nothing if there is none. */
    void addDecimal(Column column, Optional<Double> value) {
        addDecimal(column, value.orElse(Double.NaN));
    }

    void addInteger(Column column, Optional<Long> value) {
        if (value.isPresent()) {
            rows.column(column).addInteger(value.get());
        } else {
            rows.column(column).addEmpty();
        }
    }

    void addStatus(Column column, Set<CellStatus> statuses) {
        rows.column(column).addText(CellStatus.text(statuses));
    }

    /** Writes {@code [x]} where there is no value. */
    void addAvailability(Column column, boolean isAvailable) {
        addStatus(column, isAvailable ? EnumSet.noneOf(CellStatus.class) : EnumSet.of(CellStatus.NOT_AVAILABLE));
    }

    /** Whether a ratio can be published: one to a number that is published as 0 could not be followed. */
    static boolean hasRatio(Estimate estimate) {
        return estimate.expected() >= LEAST_DIVISOR;
    }
}
