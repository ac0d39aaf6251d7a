package org.vigil.revision;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.publish.PublishedRelease;
import org.vigil.publish.ReleaseContent;
import org.vigil.publish.ReleasePublisher;
import org.vigil.release.AreasTable;
import org.vigil.release.Audience;
import org.vigil.release.CountsTable;
import org.vigil.release.Manifest;
import org.vigil.release.ReleaseReader;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.RevisionsTable;
import org.vigil.release.SourcesTable;
import org.vigil.release.TableRows;
import org.vigil.release.VintagesTable;

/** One week's made-up counts of one source, and their release. The whole area is {@code ALL}; every other area is a borough. */
public final class MadeUpVintage {
    public static final String SOURCE = "made-up";
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final LocalDate asOf;
    private final LocalDate coveredFrom;
    private final LocalDate coveredTo;
    private final TableRows counts = new TableRows(CountsTable.TABLE);
    private String sourceCode = SOURCE;
    private String extractHash = HASH;

    public MadeUpVintage(LocalDate asOf, LocalDate coveredFrom, LocalDate coveredTo) {
        this.asOf = asOf;
        this.coveredFrom = coveredFrom;
        this.coveredTo = coveredTo;
    }

    /** The same under another source code. */
    MadeUpVintage ofSource(String code) {
        sourceCode = code;
        return this;
    }

    /** The same, made from another extract. */
    public MadeUpVintage ofExtract(String sha256) {
        extractHash = sha256;
        return this;
    }

    /** Adds a cell; no count is a cell without number, with the status given. */
    public MadeUpVintage cell(
            String area, String community, String type, LocalDate start, @Nullable Long count, String status) {
        return cell(area, community, type, start, count, status, null);
    }

    MadeUpVintage cell(
            String area,
            String community,
            String type,
            LocalDate start,
            @Nullable Long count,
            String status,
            @Nullable Double rate) {
        counts.column(CountsTable.SOURCE_CODE).addText(sourceCode);
        counts.column(CountsTable.DATE_BASIS).addText("occurred");
        counts.column(CountsTable.RECORD_CLASS).addText("crime");
        counts.column(CountsTable.AREA_CODE).addText(area);
        counts.column(CountsTable.COMMUNITY_CODE).addText(community);
        counts.column(CountsTable.PERIOD_TYPE).addText(type);
        counts.column(CountsTable.PERIOD_START_DATE).addDate(start);
        counts.column(CountsTable.PERIOD_END_DATE).addDate(end(type, start));
        counts.column(CountsTable.IS_PARTIAL_PERIOD)
                .addBoolean(start.isBefore(coveredFrom) || end(type, start).isAfter(coveredTo));
        if (count == null) {
            counts.column(CountsTable.INCIDENT_COUNT).addEmpty();
        } else {
            counts.column(CountsTable.INCIDENT_COUNT).addInteger(count);
        }
        counts.column(CountsTable.INCIDENT_COUNT_STATUS).addText(status);
        for (var column : List.of(CountsTable.RATE_PER_100K, CountsTable.RATE_LOWER95, CountsTable.RATE_UPPER95)) {
            if (rate == null) {
                counts.column(column).addEmpty();
            } else {
                counts.column(column).addDecimal(rate);
            }
        }
        counts.column(CountsTable.RATE_INTERVAL_METHOD).addEmpty();
        counts.column(CountsTable.RATE_STATUS).addText(rate == null ? "[z]" : "[e]");
        counts.column(CountsTable.POPULATION).addEmpty();
        counts.column(CountsTable.POPULATION_YEAR).addEmpty();
        counts.column(CountsTable.POPULATION_SERIES).addEmpty();
        return this;
    }

    static LocalDate end(String type, LocalDate start) {
        return switch (type) {
            case "iso_week" -> start.plusDays(6);
            case "month" -> start.plusMonths(1).minusDays(1);
            case "quarter" -> start.plusMonths(3).minusDays(1);
            default -> throw new IllegalArgumentException(type);
        };
    }

    LocalDate asOf() {
        return asOf;
    }

    boolean coversWhole(String type, LocalDate start) {
        return !start.isBefore(coveredFrom) && !end(type, start).isAfter(coveredTo);
    }

    /** The days of a period that are covered, as a text; empty where there are none. */
    String covered(String type, LocalDate start) {
        LocalDate first = start.isBefore(coveredFrom) ? coveredFrom : start;
        LocalDate last = end(type, start).isAfter(coveredTo) ? coveredTo : end(type, start);
        return first.isAfter(last) ? "" : first + " to " + last;
    }

    /** The tables of the run, not yet compared with anything. */
    List<TableRows> tables() {
        TableRows sources = new TableRows(SourcesTable.TABLE);
        for (var column : SourcesTable.TABLE.columns()) {
            TableRows.Cells cells = sources.column(column);
            switch (column.type()) {
                case TEXT -> cells.addText(column.equals(SourcesTable.SOURCE_CODE) ? sourceCode : "made up");
                case BOOLEAN -> cells.addBoolean(false);
                case DATE ->
                    cells.addDate(
                            column.equals(SourcesTable.COVERAGE_START_DATE)
                                    ? coveredFrom
                                    : column.equals(SourcesTable.COVERAGE_END_DATE) ? coveredTo : asOf);
                default -> throw new IllegalStateException(column.name());
            }
        }
        TableRows areas = new TableRows(AreasTable.TABLE);
        for (String code : List.of("ALL", "one", "two")) {
            areas.column(AreasTable.GEOGRAPHY_CODE).addText("made-up");
            areas.column(AreasTable.AREA_CODE).addText(code);
            areas.column(AreasTable.AREA_LABEL).addText(code);
            areas.column(AreasTable.SHORT_LABEL).addText(code);
            areas.column(AreasTable.AREA_KIND).addText(code.equals("ALL") ? AreasTable.WHOLE_AREA : "borough");
            areas.column(AreasTable.PART_OF_CODE).addEmpty();
            areas.column(AreasTable.TILE_COLUMN).addEmpty();
            areas.column(AreasTable.TILE_ROW).addEmpty();
            areas.column(AreasTable.IS_RATE_PUBLISHED).addBoolean(false);
            areas.column(AreasTable.NOTE).addEmpty();
        }
        return List.of(
                counts,
                new TableRows(RevisionsTable.TABLE),
                new TableRows(RevisionSummaryTable.TABLE),
                new TableRows(VintagesTable.TABLE),
                sources,
                areas);
    }

    /** Compares with the release before in a folder and publishes beside it. */
    public PublishedRelease publish(Path releases) {
        Optional<ReleaseReader> before =
                PredecessorRelease.find(releases, Audience.RESTRICTED, asOf, Set.of(sourceCode));
        return publish(releases, Revisions.apply(tables(), asOf, before));
    }

    /** Publishes as a program did that knew nothing of revisions. */
    PublishedRelease publishWithoutRevisions(Path releases) {
        return publish(
                releases, tables().stream().filter(rows -> rows.size() > 0).collect(Collectors.toList()));
    }

    private PublishedRelease publish(Path releases, List<TableRows> tables) {
        ReleaseContent content = new ReleaseContent(
                Audience.RESTRICTED,
                asOf,
                "Restricted, not for publication",
                "0.1.0",
                HASH,
                new ArrayList<>(tables),
                List.of(new Manifest.ExtractEntry(
                        sourceCode + "-" + asOf, sourceCode, "week.csv", extractHash, 1, new TreeMap<>(Map.of()))),
                List.of());
        return new ReleasePublisher(releases, Clock.systemUTC()).publish(content, staged -> {});
    }
}
