package org.vigil.tabulate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigil.event.DetailedEffect;
import org.vigil.event.ShapeModel;
import org.vigil.event.WindowShape;
import org.vigil.release.CellStatus;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.EventShapesTable;
import org.vigil.release.TableRows;

/** The {@code event_shapes} table: a row for every disjoint window of every event in every series of the whole area. */
public final class EventShapesTabulation {
    private final TableRows rows;
    private final ModelCells cells;
    private final Coverage coverage;

    private EventShapesTabulation(TableRows rows, Coverage coverage) {
        this.rows = rows;
        this.cells = new ModelCells(rows);
        this.coverage = coverage;
    }

    /** Adds the courses of the effects found in one source. */
    public static void addTo(TableRows rows, SourceFacts facts, List<DetailedEffect> effects) {
        EventShapesTabulation tabulation = new EventShapesTabulation(rows, facts.coverage());
        for (DetailedEffect effect : effects) {
            effect.estimated().detail().shape().forEach(shape -> tabulation.add(effect, shape));
        }
    }

    private void add(DetailedEffect effect, WindowShape shape) {
        cells.addKey(effect);
        rows.column(EventEffectsTable.GRAIN).addText(shape.window().grain().code());
        rows.column(EventEffectsTable.WINDOW_FIRST).addInteger(shape.window().first());
        rows.column(EventEffectsTable.WINDOW_LAST).addInteger(shape.window().last());
        rows.column(EventShapesTable.MODEL_STATUS).addText(shape.status().code());
        Optional<ShapeModel.Window> found = Optional.ofNullable(shape.found());
        cells.addDecimal(EventShapesTable.RATIO, found.map(ShapeModel.Window::rateRatio));
        cells.addDecimal(EventShapesTable.RATIO_LOWER95, found.map(ShapeModel.Window::lower));
        cells.addDecimal(EventShapesTable.RATIO_UPPER95, found.map(ShapeModel.Window::upper));
        cells.addDecimal(EventShapesTable.EXCESS, found.map(ShapeModel.Window::excess));
        cells.addDecimal(EventShapesTable.EXCESS_SE, found.map(ShapeModel.Window::excessError));
        cells.addStatus(EventShapesTable.STATUS, statuses(effect, shape));
    }

    private Set<CellStatus> statuses(DetailedEffect effect, WindowShape shape) {
        Set<CellStatus> statuses = EnumSet.noneOf(CellStatus.class);
        if (shape.found() == null) {
            statuses.add(CellStatus.NOT_AVAILABLE);
        } else if (effect.effect().baseline().isWeak()) {
            statuses.add(CellStatus.LOW_RELIABILITY);
        }
        if (!effect.effect().endOf(shape.window()).isBefore(coverage.provisionalFrom())) {
            statuses.add(CellStatus.PROVISIONAL);
        }
        return statuses;
    }
}
