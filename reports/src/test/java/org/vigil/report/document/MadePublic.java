package org.vigil.report.document;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vigil.release.AlarmsTable;
import org.vigil.release.BreakdownsTable;
import org.vigil.release.CalibrationTable;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.Explanation;
import org.vigil.release.ExtractsTable;
import org.vigil.release.Protection;
import org.vigil.release.QualityTable;
import org.vigil.release.Table;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;

/**
 * A made-up release as everybody may see it: tables and columns of a public release only, and of the counts, what a rule hides. It keeps a list of the tables that were asked for and are
 * not there.
 */
final class MadePublic implements ReportInput {
    /** Tables that a release by cell key leaves out. */
    private static final Set<String> LEFT_OUT = Set.of(
            "latest_periods",
            "event_curves",
            "event_shapes",
            "event_checks",
            "event_placebos",
            "daily_counts",
            "reporting_delays",
            "quarantine",
            ExtractsTable.TABLE.name(),
            "source_overlaps");

    private static final String HIDDEN_AREA = "E00000003";
    private static final long FEWER_ARE_HIDDEN = 30;

    private final MadeUpRelease exact;
    private final Protection policy;
    private final Set<String> hiddenCommunities;
    private final Set<String> onlyTables;

    /**
     * @param hiddenCommunities communities of which nothing but financial years is shown
     * @param onlyTables tables that there are; empty for all that a public release can have
     */
    private MadePublic(MadeUpRelease exact, Protection policy, Set<String> hiddenCommunities, Set<String> onlyTables) {
        this.exact = exact;
        this.policy = policy;
        this.hiddenCommunities = hiddenCommunities;
        this.onlyTables = onlyTables;
    }

    /** Changed counts: {@code gay} in years only, small counts {@code [c]}, zeros {@code [low]}. */
    static MadePublic changed() {
        return new MadePublic(MadeUpRelease.withStudies(), Protection.CELL_KEY, Set.of("gay"), Set.of());
    }

    /** Exact counts of months, quarters and years, small ones {@code [c]}, without models. */
    static MadePublic suppressed() {
        return new MadePublic(
                MadeUpRelease.weeklyLondon(),
                Protection.SUPPRESS,
                Set.of(),
                Set.of(
                        "counts",
                        "quality",
                        "sources",
                        "areas",
                        "communities",
                        "codes",
                        "publisher_labels",
                        "reference_events",
                        "event_communities",
                        "series_breaks",
                        "vintages"));
    }

    /** Everything as it is, because it is public already. */
    static MadePublic alreadyPublic() {
        return new MadePublic(MadeUpRelease.monthlyFlags(), Protection.ALREADY_PUBLIC, Set.of(), Set.of());
    }

    /** Everything hidden. */
    static MadePublic silent() {
        return new MadePublic(
                MadeUpRelease.weeklyLondon(),
                Protection.CELL_KEY,
                Set.of("all", "jewish", "muslim", "black", "gay", "disability", "everything"),
                Set.of());
    }

    @Override
    public tech.tablesaw.api.Table rows(Table table, List<Column> columns, Map<Column, Set<String>> filter) {
        boolean isThere = policy == Protection.ALREADY_PUBLIC
                || (onlyTables.isEmpty() ? !LEFT_OUT.contains(table.name()) : onlyTables.contains(table.name()));
        List<Column> wanted = new ArrayList<>(columns);
        List<Column> needed = table.equals(CountsTable.TABLE)
                ? List.of(
                        CountsTable.COMMUNITY_CODE,
                        CountsTable.AREA_CODE,
                        CountsTable.PERIOD_TYPE,
                        CountsTable.PERIOD_END_DATE)
                : List.of();
        needed.stream().filter(column -> !wanted.contains(column)).forEach(wanted::add);
        tech.tablesaw.api.Table rows = exact.rows(table, wanted, filter);
        if (table.equals(CountsTable.TABLE) && policy.hidesCounts()) {
            addFinancialYears(rows);
        }
        if (!isThere) {
            return rows.emptyCopy();
        }
        columns.stream().filter(Column::isDisclosive).forEach(column -> clear(rows, column));
        if (policy.hidesCounts()) {
            if (table.equals(CountsTable.TABLE)) {
                return protectCounts(rows);
            }
            if (table.equals(BreakdownsTable.TABLE)) {
                return rows.emptyCopy();
            }
            if (table.equals(QualityTable.TABLE)) {
                hideBelow(rows, QualityTable.RECORD_COUNT, QualityTable.RECORD_COUNT_STATUS, 10);
            }
            if (table.equals(EventEffectsTable.TABLE)) {
                clear(rows, EventEffectsTable.PLACEBO_COUNT);
            }
            if (table.equals(CalibrationTable.TABLE)) {
                clear(rows, CalibrationTable.CALIBRATION_FACTOR);
            }
            if (table.equals(AlarmsTable.TABLE) && rows.containsColumn(AlarmsTable.INCIDENT_COUNT.name())) {
                hideBelow(rows, AlarmsTable.INCIDENT_COUNT, AlarmsTable.STATUS, 3);
            }
        }
        return rows;
    }

    /** Twelve months to March are a financial year as well. */
    private static void addFinancialYears(tech.tablesaw.api.Table rows) {
        int[] years = IntStream.range(0, rows.rowCount())
                .filter(row -> rows.stringColumn(CountsTable.PERIOD_TYPE.name())
                                .get(row)
                                .equals("rolling_12_months")
                        && rows.dateColumn(CountsTable.PERIOD_END_DATE.name())
                                        .get(row)
                                        .getMonth()
                                == Month.MARCH)
                .toArray();
        if (years.length > 0) {
            tech.tablesaw.api.Table financial = rows.rows(years);
            financial
                    .stringColumn(CountsTable.PERIOD_TYPE.name())
                    .set(financial.stringColumn(CountsTable.PERIOD_TYPE.name()).isNotMissing(), "financial_year");
            rows.append(financial);
        }
    }

    private tech.tablesaw.api.Table protectCounts(tech.tablesaw.api.Table rows) {
        List<Integer> kept = new ArrayList<>();
        StringColumn communities = rows.stringColumn(CountsTable.COMMUNITY_CODE.name());
        StringColumn areas = rows.stringColumn(CountsTable.AREA_CODE.name());
        StringColumn types = rows.stringColumn(CountsTable.PERIOD_TYPE.name());
        for (int row = 0; row < rows.rowCount(); row++) {
            boolean isSuppressedGrain = policy == Protection.SUPPRESS
                    && (types.get(row).equals("iso_week") || types.get(row).equals("rolling_12_months"));
            if (!isSuppressedGrain) {
                kept.add(row);
            }
            boolean isHidden = (hiddenCommunities.contains(communities.get(row))
                            && (!types.get(row).equals("financial_year") || hiddenCommunities.contains("everything")))
                    || areas.get(row).equals(HIDDEN_AREA);
            hide(rows, row, isHidden);
        }
        return kept.isEmpty()
                ? rows.emptyCopy()
                : rows.rows(kept.stream().mapToInt(Integer::intValue).toArray());
    }

    private void hide(tech.tablesaw.api.Table rows, int row, boolean isHidden) {
        if (!rows.containsColumn(CountsTable.INCIDENT_COUNT.name())) {
            return;
        }
        LongColumn counts = rows.longColumn(CountsTable.INCIDENT_COUNT.name());
        if (counts.isMissing(row)) {
            return;
        }
        long count = counts.get(row);
        String status = "";
        if (isHidden || (count > 0 && count < FEWER_ARE_HIDDEN)) {
            status = "[c]";
        } else if (count == 0 && policy == Protection.CELL_KEY) {
            status = "[low]";
        }
        if (!status.isEmpty()) {
            counts.setMissing(row);
            set(rows, CountsTable.INCIDENT_COUNT_STATUS, row, status);
            for (Column column :
                    List.of(CountsTable.RATE_PER_100K, CountsTable.RATE_LOWER95, CountsTable.RATE_UPPER95)) {
                if (rows.containsColumn(column.name())) {
                    rows.column(column.name()).setMissing(row);
                }
            }
            set(rows, CountsTable.RATE_STATUS, row, status);
        }
    }

    private static void hideBelow(tech.tablesaw.api.Table rows, Column count, Column status, long least) {
        LongColumn counts = rows.longColumn(count.name());
        for (int row = 0; row < rows.rowCount(); row++) {
            if (!counts.isMissing(row) && counts.getLong(row) < least) {
                counts.setMissing(row);
                set(rows, status, row, "[low]");
            }
        }
    }

    private static void set(tech.tablesaw.api.Table rows, Column column, int row, String text) {
        if (rows.containsColumn(column.name())) {
            rows.stringColumn(column.name()).set(row, text);
        }
    }

    private static void clear(tech.tablesaw.api.Table rows, Column column) {
        if (rows.containsColumn(column.name())) {
            for (int row = 0; row < rows.rowCount(); row++) {
                rows.column(column.name()).setMissing(row);
            }
        }
    }

    @Override
    public LocalDate asOf() {
        return exact.asOf();
    }

    @Override
    public String releaseName() {
        return exact.releaseName();
    }

    @Override
    public String marking() {
        return "For everybody. Synthetic records made by a program: they describe nobody. Counts are protected.";
    }

    @Override
    public Protection policy() {
        return policy;
    }

    @Override
    public Optional<Explanation> explanation(String fileName) {
        return Optional.of(
                fileName.equals(Explanation.METHODS)
                        ? new Explanation(
                                "Methods in plain words",
                                List.of("A summary."),
                                List.of(Explanation.Part.of("Counting", "Once", "Each record counts once.")))
                        : new Explanation(
                                "How people are protected",
                                List.of("Nobody should be known by a figure."),
                                List.of(Explanation.Part.of("What is hidden", "[c]", "A hidden count."))));
    }
}
