package org.vigil.release;

import java.util.List;

/** Every move of a published count: what the release before said of a cell, and what the next one said instead. */
public final class RevisionsTable {
    public static final Column VINTAGE_DATE =
            Column.key("vintage_date", ColumnType.DATE, "As-of date of the release that published the new figure");

    public static final Column PREVIOUS_VINTAGE_DATE = Column.attribute(
            "previous_vintage_date", ColumnType.DATE, "As-of date of the release that it was compared with");

    public static final Column PREVIOUS_INCIDENT_COUNT = Column.count(
            "previous_incident_count",
            "counting units of the source",
            "Number that the previous vintage published",
            "the previous vintage published no number for the cell, although it covered the period");

    public static final Column INCIDENT_COUNT = Column.count(
            "incident_count",
            "counting units of the source",
            "Number that this vintage published",
            "this vintage no longer published a number for the cell, although it covered the period");

    public static final Column INCIDENT_COUNT_CHANGE = Column.count(
            "incident_count_change",
            "counting units of the source",
            "New number minus previous number",
            "one of the two vintages published no number; unknown is not zero");

    public static final Column AGE_WEEKS = Column.count(
            "age_weeks", "whole weeks", "Time from the last day of the period to this vintage, rounded down", "");

    public static final Table TABLE = new Table(
            "revisions",
            "What earlier releases published of a cell, and how much it moved",
            "source, date basis, record class, area or whole area, target community or all, ISO week or month, vintage"
                    + " that moved the figure",
            List.of(
                    "A row is a move: two successive vintages cover the same days of the period and published different numbers, or only one of them published a number. A figure that stayed has no row.",
                    "No move is: a period published for the first time, a period of which more or fewer days are covered, and the cells of a series that is published for the first time or given up.",
                    "Weeks and months only. Quarters, financial years and rolling 12 months are sums of months and move by what their months move; their status in counts says whether they did.",
                    "The moves of all vintages that the table vintages lists, each compared with the one before it."),
            List.of(
                    CountsTable.SOURCE_CODE,
                    CountsTable.DATE_BASIS,
                    CountsTable.RECORD_CLASS,
                    CountsTable.AREA_CODE,
                    CountsTable.COMMUNITY_CODE,
                    CountsTable.PERIOD_TYPE,
                    CountsTable.PERIOD_START_DATE,
                    VINTAGE_DATE,
                    PREVIOUS_VINTAGE_DATE,
                    PREVIOUS_INCIDENT_COUNT,
                    INCIDENT_COUNT,
                    INCIDENT_COUNT_CHANGE,
                    AGE_WEEKS));

    private RevisionsTable() {}
}
