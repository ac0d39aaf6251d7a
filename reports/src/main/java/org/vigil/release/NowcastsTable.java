package org.vigil.release;

import java.util.List;

/** What recent weeks will come to when the last of their incidents are recorded. */
public final class NowcastsTable {
    public static final Column SOURCE_CODE = Column.key(
                    "source_code",
                    ColumnType.TEXT,
                    "Source the figure was counted from; sources are never added together")
            .codedBy("source");

    public static final Column DATE_BASIS = Column.key(
                    "date_basis", ColumnType.TEXT, "Which date places an incident in its week: occurred or recorded")
            .codedBy("date_basis");

    public static final Column RECORD_CLASS = Column.key(
                    "record_class",
                    ColumnType.TEXT,
                    "crime, non-crime-incident, both of these together, or terrorism-related, which is never part of another class")
            .codedBy("record_class");

    public static final Column COMMUNITY_CODE = Column.key(
                    "community_code",
                    ColumnType.TEXT,
                    "Community the target was perceived to belong to, or all for the total counted once")
            .codedBy("community");

    public static final Column WEEK_START_DATE =
            Column.key("week_start_date", ColumnType.DATE, "Monday of the ISO week");

    public static final Column KNOWN_UNTIL_DATE = Column.attribute(
            "known_until_date",
            ColumnType.DATE,
            "Sunday of the last week that was over when the last incident became known; what became known later is not in this table");

    public static final Column REPORTED_COUNT = Column.count(
            "reported_count",
            "counting units of the source",
            "Number known by the end of that day",
            "the source does not publish this cell; the status says why");

    public static final Column REPORTED_COUNT_STATUS = Column.status(
            "reported_count_status",
            "Shorthand for the reported number; [p] until 95 % of a week are usually known, and while the week is provisional");

    public static final Column ESTIMATED_FINAL_COUNT = Column.count(
            "estimated_final_count",
            "counting units of the source",
            "Estimate of the final number, the median of its distribution: the final number is as likely above as below",
            "there is no estimate; nowcast_model says why");

    public static final Column ESTIMATED_FINAL_LOWER95 = Column.count(
            "estimated_final_lower95",
            "counting units of the source",
            "Lower end of the 95 % interval of the final number; never below the reported one",
            "no estimate");

    public static final Column ESTIMATED_FINAL_UPPER95 = Column.count(
            "estimated_final_upper95",
            "counting units of the source",
            "Upper end of the 95 % interval of the final number",
            "no estimate");

    public static final Column COMPLETENESS = Column.decimal(
            "completeness",
            "share of all incidents",
            3,
            "Share of the incidents of a week that is usually known so many weeks later; those known after the last delay of the estimate are missing from it too",
            "no estimate");

    public static final Column ESTIMATED_FINAL_COUNT_STATUS = Column.status(
            "estimated_final_count_status", "Shorthand for the estimate, its interval and the completeness");

    public static final Column NOWCAST_MODEL = Column.attribute(
                    "nowcast_model", ColumnType.TEXT, "Whose delays the estimate rests on, or why there is none")
            .codedBy("nowcast_model");

    public static final Table TABLE = new Table(
            "nowcasts",
            "Estimated final numbers of recent weeks",
            "source, date basis, record class, target community or all, ISO week",
            List.of(
                    "Whole area only. The estimate says how many incidents of the week will be known in the end, as far as earlier weeks tell;"
                            + " it is not a forecast of incidents.",
                    "The final number is the one at the delay that 99 % of incidents do not exceed, at most 14 weeks; 8 weeks where too little is known.",
                    "Delays are learnt from 20 weeks, the interval from nowcasts of the 12 to 24 weeks before, made again as they would have been made then.",
                    "An incident is known when it is recorded or, where the recorded date places it in its week, when an extract first shows it. Those of which"
                            + " the day of either is not known are left out.",
                    "Communities are estimated each by itself, and the estimates do not add up to the total."),
            List.of(
                    SOURCE_CODE,
                    DATE_BASIS,
                    RECORD_CLASS,
                    COMMUNITY_CODE,
                    WEEK_START_DATE,
                    KNOWN_UNTIL_DATE,
                    REPORTED_COUNT,
                    REPORTED_COUNT_STATUS,
                    ESTIMATED_FINAL_COUNT,
                    ESTIMATED_FINAL_LOWER95,
                    ESTIMATED_FINAL_UPPER95,
                    COMPLETENESS,
                    ESTIMATED_FINAL_COUNT_STATUS,
                    NOWCAST_MODEL));

    private NowcastsTable() {}
}
