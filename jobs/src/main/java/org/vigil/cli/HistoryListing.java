package org.vigil.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.vigil.run.StoreHistory;
import org.vigil.store.LoadedExtract;
import org.vigil.store.StoreManifest;

/** The history of a store in lines of at most {@value #WIDTH} characters: several lists, as one would be too wide. */
final class HistoryListing {
    static final int WIDTH = 120;

    private static final int NAME_WIDTH = 40;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ARRIVALS = "%4s  %-40s %-10s  %-16s  %7s  %-8s  %s";
    private static final String EFFECTS = "%4s %10s %10s %9s %9s %9s %10s %9s %9s %9s %11s %9s";

    private HistoryListing() {}

    static List<String> lines(StoreHistory history) {
        List<String> lines = new ArrayList<>();
        if (history.storeVersion() == 0) {
            lines.add("The store " + history.location() + " has taken nothing in yet.");
            return lines;
        }
        lines.add("Store " + history.location() + ", version " + history.storeVersion()
                + ". Exact counts, for its owner. Times are UTC.");
        lines.add("");
        arrivals(history, lines);
        lines.add("");
        effects(history, lines);
        changedColumns(history, lines);
        if (!history.takenBack().isEmpty()) {
            lines.add("");
            lines.add("Taken back, and left out until vigil store allow lets them in again:");
            for (StoreManifest.TakenBack t : history.takenBack()) {
                lines.add(cut(
                        "  " + t.extract().extractId() + ", taken back " + MINUTE.format(t.at()) + ", file "
                                + t.extract().fileName(),
                        WIDTH));
            }
        }
        if (!history.otherVersions().isEmpty()) {
            lines.add("");
            lines.add("Other versions:");
            for (StoreHistory.Version v : history.otherVersions()) {
                lines.add(cut(
                        String.format(
                                Locale.ROOT, "%6d  %s  %s", v.storeVersion(), MINUTE.format(v.madeAt()), v.note()),
                        WIDTH));
            }
        }
        return lines;
    }

    private static void arrivals(StoreHistory history, List<String> lines) {
        lines.add(row(ARRIVALS, "No.", "Extract", "Made", "Loaded", "Version", "Kind", "File"));
        int number = 0;
        for (StoreHistory.Entry entry : history.extracts()) {
            LoadedExtract e = entry.extract();
            lines.add(cut(
                    row(
                            ARRIVALS,
                            ++number,
                            cut(e.extractId(), NAME_WIDTH),
                            e.extractDate(),
                            MINUTE.format(e.loadedAt()),
                            entry.storeVersion(),
                            e.kind().name().toLowerCase(Locale.ROOT),
                            e.fileName()),
                    WIDTH));
        }
    }

    /** Of the changed incidents, how many say another thing in each column; an extract that changed none has no line. */
    private static void changedColumns(StoreHistory history, List<String> lines) {
        List<String> changed = new ArrayList<>();
        int number = 0;
        for (StoreHistory.Entry entry : history.extracts()) {
            number++;
            Map<String, Long> columns = entry.extract().effect().changedColumns();
            if (!columns.isEmpty()) {
                changed.add(cut(
                        String.format(Locale.ROOT, "%4d  ", number)
                                + columns.entrySet().stream()
                                        .map(column -> column.getKey() + " " + column.getValue())
                                        .collect(Collectors.joining(", ")),
                        WIDTH));
            }
        }
        if (!changed.isEmpty()) {
            lines.add("");
            lines.add("Changed incidents by what they say otherwise; what is not named, none changed:");
            lines.addAll(changed);
        }
    }

    private static void effects(StoreHistory history, List<String> lines) {
        lines.add(row(
                EFFECTS,
                "No.",
                "Rows read",
                "Incidents",
                "Added",
                "Late",
                "Changed",
                "Unchanged",
                "Withdrawn",
                "Vanished",
                "Restored",
                "Quarantined",
                "Outside"));
        int number = 0;
        for (StoreHistory.Entry entry : history.extracts()) {
            effects(lines, String.valueOf(++number), List.of(entry.extract()));
        }
        effects(
                lines,
                "All",
                history.extracts().stream().map(StoreHistory.Entry::extract).toList());
    }

    private static void effects(List<String> lines, String name, List<LoadedExtract> extracts) {
        lines.add(row(
                EFFECTS,
                name,
                sum(extracts, e -> e.rows().read()),
                sum(extracts, e -> e.effect().incidents()),
                sum(extracts, e -> e.effect().added()),
                sum(extracts, e -> e.effect().late()),
                sum(extracts, e -> e.effect().changed()),
                sum(extracts, e -> e.effect().unchanged()),
                sum(extracts, e -> e.effect().withdrawn()),
                sum(extracts, e -> e.effect().vanished()),
                sum(extracts, e -> e.effect().restored()),
                sum(extracts, e -> e.rows().quarantined()),
                sum(extracts, e -> e.rows().outOfScope())));
    }

    private static long sum(List<LoadedExtract> extracts, ToLongFunction<LoadedExtract> count) {
        return extracts.stream().mapToLong(count).sum();
    }

    private static String row(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells).stripTrailing();
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
