package org.vigil.release;

import java.util.List;

/** The chain of releases that revisions were measured along. */
public final class VintagesTable {
    public static final Column VINTAGE_DATE = Column.key("vintage_date", ColumnType.DATE, "As-of date of the release");

    public static final Column PREVIOUS_VINTAGE_DATE = Column.attribute(
                    "previous_vintage_date", ColumnType.DATE, "As-of date of the release that it was compared with")
            .emptyMeans("the first release of the chain; nothing to compare with");

    public static final Column COVERAGE_START_DATE =
            Column.attribute("coverage_start_date", ColumnType.DATE, "First day that the source covered then");

    public static final Column COVERAGE_END_DATE =
            Column.attribute("coverage_end_date", ColumnType.DATE, "Last day that the source covered then");

    public static final Column COMPARED_CELL_COUNT = Column.count(
            "compared_cell_count",
            "cells",
            "Weeks and months of all areas and communities that both vintages published as a number for the same days",
            "nothing to compare with");

    public static final Column MOVED_CELL_COUNT =
            Column.count("moved_cell_count", "cells", "Compared cells whose number moved", "nothing to compare with");

    public static final Column APPEARED_CELL_COUNT = Column.count(
            "appeared_cell_count",
            "cells",
            "Cells that have a number only since this vintage, although the one before covered the same days",
            "nothing to compare with");

    public static final Column VANISHED_CELL_COUNT = Column.count(
            "vanished_cell_count",
            "cells",
            "Cells that have lost their number with this vintage, although it covers the same days",
            "nothing to compare with");

    public static final Table TABLE = new Table(
            "vintages",
            "Releases that the figures were compared along, and how many figures moved between them",
            "source, release",
            List.of(
                    "Each release takes the chain over from the newest release with an earlier as-of date and the same sources, and adds itself."),
            List.of(
                    CountsTable.SOURCE_CODE,
                    VINTAGE_DATE,
                    PREVIOUS_VINTAGE_DATE,
                    COVERAGE_START_DATE,
                    COVERAGE_END_DATE,
                    COMPARED_CELL_COUNT,
                    MOVED_CELL_COUNT,
                    APPEARED_CELL_COUNT,
                    VANISHED_CELL_COUNT));

    private VintagesTable() {}
}
