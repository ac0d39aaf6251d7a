package org.vigil.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.alarm.AlarmRanking;
import org.vigil.alarm.FarringtonSettings;
import org.vigil.event.Calibration;
import org.vigil.event.StudyRule;
import org.vigil.event.Verdict;
import org.vigil.nowcast.Completeness;
import org.vigil.nowcast.NowcastModel;
import org.vigil.release.AlarmsTable;
import org.vigil.release.CalibrationTable;
import org.vigil.release.DataDictionary;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.Explanation;
import org.vigil.release.Explanation.Part;
import org.vigil.release.NowcastsTable;
import org.vigil.release.RevisionSummaryTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.release.TrendsTable;
import org.vigil.series.Grain;
import org.vigil.trend.YearComparison;

/** What the figures of a release are computed by, in plain words. Tables that it does not have are not spoken of; every number is that of the code. */
public final class MethodsText {
    private static final double PER_CENT = 100;

    private MethodsText() {}

    /** The text on a release with these tables; one without rows counts as none. */
    public static Explanation of(List<TableRows> tables) {
        Set<String> names = tables.stream()
                .filter(rows -> rows.size() > 0)
                .map(rows -> rows.table().name())
                .collect(Collectors.toSet());
        List<Part> parts = new ArrayList<>(List.of(counting()));
        if (has(names, TrendsTable.TABLE)) {
            parts.add(trends());
        }
        if (has(names, AlarmsTable.TABLE)) {
            parts.add(alarms());
        }
        if (has(names, EventEffectsTable.TABLE)) {
            parts.add(events());
            parts.add(new Part(
                    "What the verdicts mean",
                    Arrays.stream(Verdict.values())
                            .map(verdict -> new Explanation.Term(capital(verdict.words()), withStop(verdict.meaning())))
                            .toList()));
        }
        if (has(names, NowcastsTable.TABLE)) {
            parts.add(nowcasts());
        }
        if (has(names, CalibrationTable.TABLE)) {
            parts.add(calibration());
        }
        if (has(names, RevisionSummaryTable.TABLE)) {
            parts.add(
                    Part.of(
                            "How much figures still change",
                            "Revisions",
                            "Each release is set beside the ones before it. What is said of usual changes was observed, not modelled."));
        }
        return new Explanation(
                "Methods in plain words",
                List.of("This is a summary. Definitions, formulas and their sources stand at each table in "
                        + DataDictionary.FILE_NAME + "."),
                parts);
    }

    private static boolean has(Set<String> names, Table table) {
        return names.contains(table.name());
    }

    private static Part counting() {
        return Part.of(
                "Counting",
                "Once in each place",
                "A record counts once in the whole area, once in its area, and once for each community that it names. Communities therefore do not add up to all.",
                "Part of",
                "A wider community does not hold the records of its parts. Each is counted in its own right.",
                "Checked",
                "Of every record read it is known what became of it. If the numbers do not add up, nothing is published.",
                "Rates",
                "A rate is the count over the residents, for 100,000 of them and a year. Its 95% interval allows for chance in the count, not for errors of the population.");
    }

    private static Part trends() {
        return Part.of(
                "Changes and levels",
                "Change",
                "Twelve months are set beside the twelve before. A change needs at least " + YearComparison.MINIMUM_BASE
                        + " incidents before, where counts are changed " + YearComparison.RELIABLE_BASE
                        + " in both years, and no break in series between.",
                "Level",
                "A smooth line through the series without its yearly season and without single high or low months.");
    }

    private static Part alarms() {
        FarringtonSettings settings = FarringtonSettings.STANDARD;
        return Part.of(
                "Weeks above usual",
                "Usual",
                "A model learns from up to " + settings.years()
                        + " years what weeks of that season and level count. It leaves out the newest "
                        + settings.excludedWeeks()
                        + " weeks, so that it does not learn a rise that has begun, and gives past peaks less weight.",
                "Alarm",
                "A week is in alarm above a bound that a usual week exceeds once in " + Math.round(1 / settings.alpha())
                        + " weeks.",
                "List",
                "Many series are tested each week, so some exceed their bound by chance. The list is cut so that at most "
                        + Math.round(PER_CENT * AlarmRanking.LARGEST_Q) + " of 100 on it are expected to be false.",
                "No alarm",
                "A series without an alarm can have risen. Small series show only large rises.");
    }

    private static Part events() {
        return Part.of(
                "After an event",
                "Usual",
                "A model learns from up to " + StudyRule.of(Grain.DAY).baseline()
                        + " days before the event, outside of earlier raised times, what the days after it would have counted: day of the week, season and trend.",
                "Ratio",
                "The ratio is the number recorded over the number usual. Its 95% interval holds the uncertainty of the model and of chance.",
                "Dates without an event",
                "The same is done for dates on which nothing had happened. That shows how often a window looks as high by itself.",
                "Several tests",
                "Where many areas and communities are tested, verdicts allow for it.",
                "No cause",
                "The result is an association in time. It does not say why.");
    }

    private static Part nowcasts() {
        return Part.of(
                "Newest weeks",
                "Estimate",
                "Some incidents are recorded late. From how late they came in the last " + NowcastModel.HISTORY_WEEKS
                        + " weeks an estimate follows of what a week will come to, with a 95% interval.",
                "Complete",
                "A week counts as complete when " + Math.round(PER_CENT * Completeness.ENOUGH)
                        + "% of its incidents are usually known.");
    }

    private static Part calibration() {
        return Part.of(
                "How good the models are",
                "Check",
                "Models are asked about times at which nothing had happened. There, 95 of 100 windows should lie inside their 95% interval. Where fewer do, intervals are made wider, up to "
                        + Math.round(Calibration.MOST) + " times.");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String withStop(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
