package org.vigil.release;

import java.util.List;

/** Incidents and rates by area, target community and period. */
public final class CountsTable {
    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column DATE_BASIS = Column.key(
                    "date_basis", ColumnType.TEXT, "Which date places an incident in its period: occurred or recorded")
            .codedBy("date_basis");

    public static final Column RECORD_CLASS = Column.key(
                    "record_class",
                    ColumnType.TEXT,
                    "crime, non-crime-incident, both of these together, or terrorism-related, which is never part of another class")
            .codedBy("record_class");

    public static final Column AREA_CODE = Column.key(
                    "area_code", ColumnType.TEXT, "Area by official code, or the code of the whole area")
            .codedBy("area");

    public static final Column COMMUNITY_CODE = Column.key(
                    "community_code",
                    ColumnType.TEXT,
                    "Community the target was perceived to belong to, or all for the total counted once")
            .codedBy("community");

    public static final Column PERIOD_TYPE = Column.key(
                    "period_type",
                    ColumnType.TEXT,
                    "iso_week, month, quarter, rolling_12_months or financial_year (April to March)")
            .codedBy("period_type");

    public static final Column PERIOD_START_DATE =
            Column.key("period_start_date", ColumnType.DATE, "First day of the period");

    public static final Column PERIOD_END_DATE =
            Column.attribute("period_end_date", ColumnType.DATE, "Last day of the period");

    public static final Column IS_PARTIAL_PERIOD = Column.attribute(
            "is_partial_period",
            ColumnType.BOOLEAN,
            "Whether the source covers only part of the period; such a period is never compared with a whole one");

    public static final Column INCIDENT_COUNT = Column.count(
            "incident_count",
            "counting units of the source",
            "Number recorded",
            "the source does not publish this cell; the status says why");

    public static final Column INCIDENT_COUNT_STATUS = Column.status(
            "incident_count_status",
            "Shorthand for the count; [p] stays while the period is provisional, [r] is added where the release before"
                    + " published another number for the same days");

    public static final Column RATE_PER_100K = Column.decimal(
            "incident_rate_per_100k",
            "per 100,000 residents a year",
            1,
            "Incidence rate, only for rolling 12 months and financial years",
            "no rate may be published for this cell; the status says why");

    public static final Column RATE_LOWER95 = Column.decimal(
            "incident_rate_lower95", "per 100,000 residents a year", 1, "Lower end of the 95 % interval", "no rate");

    public static final Column RATE_UPPER95 = Column.decimal(
            "incident_rate_upper95", "per 100,000 residents a year", 1, "Upper end of the 95 % interval", "no rate");

    public static final Column RATE_INTERVAL_METHOD = Column.attribute(
                    "incident_rate_interval_method",
                    ColumnType.TEXT,
                    "Method of the interval: exact below 10 incidents, Byar from 10 (OHID rule)")
            .emptyMeans("no rate");

    public static final Column RATE_STATUS = Column.status(
            "incident_rate_status",
            "Shorthand for the rate; [r] where the release before published another rate for the same days");

    public static final Column POPULATION =
            Column.count("population", "residents", "Denominator of the rate", "no rate");

    public static final Column POPULATION_YEAR = Column.attribute(
                    "population_year", ColumnType.INTEGER, "Year of the population estimate")
            .emptyMeans("no rate");

    public static final Column POPULATION_SERIES = Column.attribute(
                    "population_series", ColumnType.TEXT, "Population series; series are never spliced")
            .emptyMeans("no rate");

    public static final Table TABLE = new Table(
            "counts",
            "Incidents and rates by area, target community and period",
            "source, date basis, record class, area or whole area, target community or all, period type, period",
            List.of(
                    "A community is counted in its own right: the count of a whole does not include incidents recorded under its parts, and communities do not add up to the total.",
                    "The whole area is every record in the file, unallocated ones included. A whole-area rate counts the areas that have a population.",
                    "0 is a true zero: the source covers the cell and nothing was recorded.",
                    "Coverage starts with the first record made. Incidents dated earlier are in daily_counts and reporting_delays only.",
                    "An ISO week is keyed by its Monday and belongs to no month or year."),
            List.of(
                    SOURCE_CODE,
                    DATE_BASIS,
                    RECORD_CLASS,
                    AREA_CODE,
                    COMMUNITY_CODE,
                    PERIOD_TYPE,
                    PERIOD_START_DATE,
                    PERIOD_END_DATE,
                    IS_PARTIAL_PERIOD,
                    INCIDENT_COUNT,
                    INCIDENT_COUNT_STATUS,
                    RATE_PER_100K,
                    RATE_LOWER95,
                    RATE_UPPER95,
                    RATE_INTERVAL_METHOD,
                    RATE_STATUS,
                    POPULATION,
                    POPULATION_YEAR,
                    POPULATION_SERIES));

    private CountsTable() {}
}
