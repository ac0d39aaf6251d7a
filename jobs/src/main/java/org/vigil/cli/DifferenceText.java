package org.vigil.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigil.attribution.Attribution;
import org.vigil.attribution.Cause;
import org.vigil.release.CountsTable;
import org.vigil.release.ExtractsTable;
import org.vigil.release.Manifest;
import org.vigil.release.RevisionsTable;
import org.vigil.revision.CellDifference;
import org.vigil.revision.PublishedSeries;
import org.vigil.revision.ReleaseDifference;

/** In what two releases differ, for people and for machines. */
final class DifferenceText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHECKSUM_DIGITS = 12;

    private DifferenceText() {}

    static String forPeople(ReleaseDifference difference, Optional<Attribution> causes, int limit) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%-14s %s, as of %s",
                "From",
                difference.earlier().releaseId(),
                difference.earlier().asOfDate());
        line(
                text,
                "%-14s %s, as of %s",
                "To",
                difference.later().releaseId(),
                difference.later().asOfDate());
        line(text, "%-14s %s", "Configuration", difference.hasSameConfiguration() ? "the same" : "another");
        line(
                text,
                "%-14s %s",
                "Program",
                difference.hasSameCode()
                        ? "the same, " + difference.later().codeVersion()
                        : difference.earlier().codeVersion() + ", then "
                                + difference.later().codeVersion());
        extracts(text, "Extracts only in the second release", difference.extractsAdded());
        extracts(text, "Extracts only in the first release", difference.extractsRemoved());
        text.append('\n');
        summary(text, difference);
        causes.ifPresent(attribution -> causes(text, attribution));
        moves(text, difference, causes, limit);
        if (causes.isEmpty() && !difference.largestMoves(1).isEmpty()) {
            text.append('\n');
            line(text, "Why they moved is not shown: name the configuration of both releases with --config.");
        }
        return text.toString().stripTrailing();
    }

    private static void extracts(StringBuilder text, String title, List<Manifest.ExtractEntry> extracts) {
        line(text, "%s: %s", title, extracts.isEmpty() ? "none" : extracts.size());
        for (Manifest.ExtractEntry extract : extracts) {
            line(
                    text,
                    "  %s  %s  SHA-256 %s",
                    extract.sourceCode(),
                    extract.fileName(),
                    extract.sha256().substring(0, CHECKSUM_DIGITS));
        }
    }

    private static void summary(StringBuilder text, ReleaseDifference difference) {
        if (difference.cells().isEmpty()) {
            line(text, "No count and no status differs.");
            return;
        }
        line(text, "%-20s %9s %9s %9s %12s", "Cells by period", "Moved", "Appeared", "Vanished", "Status only");
        byPeriodType(difference)
                .forEach((type, kinds) -> line(
                        text,
                        "%-20s %9d %9d %9d %12d",
                        type,
                        kinds.getOrDefault(CellDifference.Kind.MOVED, 0L),
                        kinds.getOrDefault(CellDifference.Kind.APPEARED, 0L),
                        kinds.getOrDefault(CellDifference.Kind.VANISHED, 0L),
                        kinds.getOrDefault(CellDifference.Kind.STATUS_CHANGED, 0L)));
    }

    private static void causes(StringBuilder text, Attribution attribution) {
        text.append('\n');
        line(text, "%-20s %9s %12s", "Causes of moves", "Incidents", "Moved cells");
        for (Cause cause : Cause.values()) {
            long incidents = attribution.incidents(cause);
            long cells = attribution.movedCells(cause);
            if (incidents + cells > 0) {
                line(
                        text,
                        "%-20s %9d %12d%s",
                        cause.label(),
                        incidents,
                        cells,
                        cause == Cause.RECLASSIFICATION ? "  " + changed(attribution) : "");
            }
        }
        attribution.remarks().forEach(remark -> line(text, "%s", remark));
    }

    private static String changed(Attribution attribution) {
        return attribution.reclassified().entrySet().stream()
                .map(aspect -> aspect.getKey().label() + " " + aspect.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String sum(Map<Cause, Long> causes) {
        return causes.entrySet().stream()
                .map(cause ->
                        String.format(Locale.ROOT, "%s %+d", cause.getKey().label(), cause.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void moves(
            StringBuilder text, ReleaseDifference difference, Optional<Attribution> causes, int limit) {
        List<CellDifference> moves = difference.largestMoves(limit);
        if (moves.isEmpty()) {
            return;
        }
        text.append('\n');
        line(text, "%8s %8s %8s  %s", "Change", "From", "To", "Largest moves");
        for (CellDifference move : moves) {
            PublishedSeries series = move.cell().series();
            line(
                    text,
                    "%+8d %8d %8d  %s, %s, %s, %s, %s, %s of %s",
                    move.change().orElseThrow(),
                    move.earlier().orElseThrow(),
                    move.later().orElseThrow(),
                    series.sourceCode(),
                    series.areaCode(),
                    series.communityCode(),
                    series.recordClass(),
                    series.dateBasis(),
                    series.periodType(),
                    move.cell().periodStart());
            causes.ifPresent(attribution -> line(text, "%28s%s", "", sum(attribution.causesOf(move))));
        }
    }

    static String json(ReleaseDifference difference, Optional<Attribution> causes, int limit) {
        ObjectNode root = JSON.createObjectNode();
        release(root.putObject("from"), difference.earlier());
        release(root.putObject("to"), difference.later());
        root.put("has_same_configuration", difference.hasSameConfiguration());
        root.put("has_same_code", difference.hasSameCode());
        extracts(root.putArray("extracts_added"), difference.extractsAdded());
        extracts(root.putArray("extracts_removed"), difference.extractsRemoved());
        ObjectNode summary = root.putObject("cells_by_period");
        byPeriodType(difference).forEach((type, kinds) -> {
            ObjectNode ofType = summary.putObject(type);
            for (CellDifference.Kind kind : CellDifference.Kind.values()) {
                ofType.put(kind.name().toLowerCase(Locale.ROOT), kinds.getOrDefault(kind, 0L));
            }
        });
        causes.ifPresent(attribution -> causes(root, attribution));
        ArrayNode moves = root.putArray("largest_moves");
        for (CellDifference move : difference.largestMoves(limit)) {
            PublishedSeries series = move.cell().series();
            ObjectNode of = moves.addObject();
            of.put(CountsTable.SOURCE_CODE.name(), series.sourceCode())
                    .put(CountsTable.DATE_BASIS.name(), series.dateBasis())
                    .put(CountsTable.RECORD_CLASS.name(), series.recordClass())
                    .put(CountsTable.AREA_CODE.name(), series.areaCode())
                    .put(CountsTable.COMMUNITY_CODE.name(), series.communityCode())
                    .put(CountsTable.PERIOD_TYPE.name(), series.periodType())
                    .put(
                            CountsTable.PERIOD_START_DATE.name(),
                            move.cell().periodStart().toString())
                    .put(
                            RevisionsTable.PREVIOUS_INCIDENT_COUNT.name(),
                            move.earlier().orElseThrow())
                    .put(RevisionsTable.INCIDENT_COUNT.name(), move.later().orElseThrow())
                    .put(
                            RevisionsTable.INCIDENT_COUNT_CHANGE.name(),
                            move.change().orElseThrow());
            causes.ifPresent(attribution -> {
                ObjectNode sums = of.putObject("causes");
                attribution.causesOf(move).forEach((cause, sum) -> sums.put(cause.code(), sum));
            });
        }
        return root.toPrettyString();
    }

    private static void causes(ObjectNode root, Attribution attribution) {
        ObjectNode causes = root.putObject("causes");
        for (Cause cause : Cause.values()) {
            causes.putObject(cause.code())
                    .put("incidents", attribution.incidents(cause))
                    .put("moved_cells", attribution.movedCells(cause));
        }
        ObjectNode changed = root.putObject("reclassified");
        attribution.reclassified().forEach((aspect, count) -> changed.put(aspect.code(), count));
        ArrayNode remarks = root.putArray("remarks");
        attribution.remarks().forEach(remarks::add);
    }

    private static void release(ObjectNode node, Manifest manifest) {
        node.put("release_id", manifest.releaseId())
                .put("audience", manifest.audience().code())
                .put("as_of_date", manifest.asOfDate().toString())
                .put("code_version", manifest.codeVersion())
                .put("configuration_hash", manifest.configurationHash());
    }

    private static void extracts(ArrayNode node, List<Manifest.ExtractEntry> extracts) {
        extracts.forEach(extract -> node.addObject()
                .put(ExtractsTable.SOURCE_CODE.name(), extract.sourceCode())
                .put(ExtractsTable.EXTRACT_ID.name(), extract.extractId())
                .put(ExtractsTable.FILE_NAME.name(), extract.fileName())
                .put(ExtractsTable.SHA256.name(), extract.sha256()));
    }

    private static Map<String, Map<CellDifference.Kind, Long>> byPeriodType(ReleaseDifference difference) {
        Map<String, Map<CellDifference.Kind, Long>> byType = new TreeMap<>();
        difference
                .cells()
                .forEach(cell -> byType.computeIfAbsent(
                                cell.cell().series().periodType(), type -> new EnumMap<>(CellDifference.Kind.class))
                        .merge(cell.kind(), 1L, Long::sum));
        return byType;
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
