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

/** Cells of tables that say more of an effect on the whole area: they share a key, and leave empty what there is no estimate of. */
final class DetailCells {
    /** Fewer incidents than this are published as none usual. */
    private static final double LEAST_DIVISOR = 0.05;

    private final TableRows rows;

    DetailCells(TableRows rows) {
        this.rows = rows;
    }

    /** The columns that every such table starts with. */
    void addKey(DetailedEffect effect) {
        rows.column(EventEffectsTable.SOURCE_CODE).addText(effect.key().sourceCode());
        rows.column(EventEffectsTable.DATE_BASIS).addText(effect.key().dateBasis());
        rows.column(EventEffectsTable.RECORD_CLASS).addText(effect.key().recordClass());
        rows.column(EventEffectsTable.EVENT_ID).addText(effect.effect().eventId());
        rows.column(EventEffectsTable.AREA_CODE).addText(effect.key().areaCode());
        rows.column(EventEffectsTable.COMMUNITY_CODE).addText(effect.key().communityCode());
    }

    void addDecimal(Column column, Optional<Double> value) {
        Optional<Double> finite = value.filter(Double::isFinite);
        if (finite.isPresent()) {
            rows.column(column).addDecimal(finite.get());
        } else {
            rows.column(column).addEmpty();
        }
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

    /** The estimate if its ratio can be published: one to a number that is published as 0 could not be followed. */
    static Optional<Estimate> withRatio(Optional<Estimate> estimate) {
        return estimate.filter(one -> one.expected() >= LEAST_DIVISOR);
    }
}
