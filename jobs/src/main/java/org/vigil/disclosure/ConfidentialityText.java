package org.vigil.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.cellkey.GrainGate;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.PublicGrain;
import org.vigil.cellkey.VintageSchedule;
import org.vigil.release.CellStatus;
import org.vigil.release.Explanation;
import org.vigil.release.Explanation.Part;
import org.vigil.suppression.PrimarySuppression;

/** How people are protected, in plain words. Every number in it is that of the code. */
final class ConfidentialityText {
    private static final String TITLE = "How people are protected";
    private static final String PURPOSE =
            "Behind these figures are people who were insulted, threatened or attacked. Nobody should learn from a release who they are, or who came forward.";
    private static final int SMALL_CHANGE = 2;
    private static final String HIDDEN = CellStatus.CONFIDENTIAL.shorthand();
    private static final String VERY_FEW = CellStatus.ROUNDS_TO_ZERO.shorthand();
    private static final String NOT_THERE = CellStatus.NOT_AVAILABLE.shorthand();
    private static final String PROVISIONAL = CellStatus.PROVISIONAL.shorthand();

    private ConfidentialityText() {}

    /** The text on a policy. */
    static Explanation of(Policy policy) {
        List<Part> parts = new ArrayList<>(
                switch (policy) {
                    case CELL_KEY -> changed(PerturbationTable.STANDARD);
                    case SUPPRESS -> suppressed();
                    case ALREADY_PUBLIC -> alreadyPublic();
                });
        parts.add(Part.of(
                "What a figure shows",
                "Recorded, not happened",
                "Figures count what was reported and recorded. Many incidents never are, and how many are differs between communities, areas and years.",
                "Above 0",
                "Any figure above 0 means that at least one incident was recorded."));
        parts.add(conclusions(policy));
        return new Explanation(TITLE, List.of(PURPOSE, policy.explanation()), parts);
    }

    private static List<Part> changed(PerturbationTable table) {
        long most = table.largest();
        return List.of(
                Part.of(
                        "What is changed, and what is hidden",
                        "Changed counts",
                        "A count is changed by at most " + most + ", up or down, and by nothing on average. In about "
                                + share(table, SMALL_CHANGE) + " of 100 cells the change is " + SMALL_CHANGE
                                + " or less. The same records always have the same change.",
                        "Numbers that never appear",
                        IntStream.rangeClosed(1, table.gap())
                                        .mapToObj(Integer::toString)
                                        .collect(Collectors.joining(" and "))
                                + " are never published, so that nobody stands alone behind a number.",
                        VERY_FEW,
                        "None or very few: the count after the change is 0, and what was recorded can be 0 to " + most
                                + "; in a sum, for each of its parts. It is not a zero.",
                        HIDDEN,
                        "Hidden: the series is too small for periods of this length, or the figure could give somebody away. That says nothing of how many there were.",
                        NOT_THERE,
                        "Not available: the source does not cover it, or its first date of publication has not come.",
                        "Left out",
                        "Single extracts, daily counts other than of a first week after an event with many incidents, and everything else that could point at one record are not in this release."),
                Part.of(
                        "Why small series come in longer periods",
                        "The reason",
                        "A " + (table.gap() + 1)
                                + " in a series that mostly has none is nearly always a 1. In a longer period, a number points at nobody.",
                        "The rule",
                        "A series has weeks, months, quarters or years by its published count of the financial year before. That is decided once for each financial year.",
                        "How a series begins",
                        "A series that was not shown in the year before is shown from a year of "
                                + GrainGate.MARGIN.leastToBegin() + " or more on ("
                                + GrainGate.CHARACTERISTIC.leastToBegin()
                                + " by a characteristic), or after two years that together have "
                                + GrainGate.MARGIN.leastTogether() + " (" + GrainGate.CHARACTERISTIC.leastTogether()
                                + ").",
                        "Whole area by community, and areas",
                        grains(GrainGate.MARGIN),
                        "One community in one area",
                        grains(GrainGate.AREA_AND_COMMUNITY),
                        "By kind of place, offence or another characteristic",
                        grains(GrainGate.CHARACTERISTIC)),
                Part.of(
                        "What does not add up",
                        "Areas and communities",
                        "Each series is changed by itself. Areas do not add up to the whole area, and communities would not even without changes.",
                        "Longer periods",
                        "A longer period is the sum of the shorter ones published. Where weeks make up months, a week belongs to the month that has most of its days.",
                        "Differences",
                        "The difference of two figures can be off by " + 2 * most
                                + " for every period in them. A small one says nothing."),
                Part.of(
                        "When figures are published",
                        "Weeks",
                        dates(VintageSchedule.WEEKS),
                        "Months, quarters and years",
                        dates(VintageSchedule.MONTHS),
                        "By a further characteristic",
                        dates(VintageSchedule.CHARACTERISTICS),
                        "Windows after an event",
                        dates(VintageSchedule.WINDOWS),
                        "In between",
                        "A figure stands unchanged, whatever has arrived. " + PROVISIONAL
                                + " marks one that will be published again. Comparing releases tells nobody what came in."),
                Part.of(
                        "What is computed from changed counts",
                        "Rates, trends, alarms and estimates",
                        "All start from the published counts. Their intervals are wider by what the changes add.",
                        "Usual numbers",
                        "What would be usual comes from models and is given as a whole number. Chances are given in bands.",
                        "After events",
                        "A window is shown if at least " + SeriesProtection.PublicWindow.LEAST
                                + " incidents are usual in it and at least " + SeriesProtection.PublicWindow.LEAST
                                + " are published. No day of a series is in the windows of two events. The days of a first week that holds "
                                + SeriesProtection.PublicWindow.LEAST_WITH_DAYS
                                + " or more in the whole area are shown with its last vintage, each changed once; the week is then their sum.",
                        "Records",
                        "Numbers of records read are rounded to " + PublicQuality.ROUNDED_TO + "; there, " + VERY_FEW
                                + " stands for fewer than " + PublicQuality.ROUNDED_TO + "."));
    }

    private static String grains(GrainGate gate) {
        List<String> rules = new ArrayList<>();
        for (PublicGrain grain : List.of(PublicGrain.WEEK, PublicGrain.MONTH, PublicGrain.QUARTER, PublicGrain.YEAR)) {
            OptionalLong least = gate.least(grain);
            if (least.isPresent()) {
                rules.add(grain.code() + "s from " + least.getAsLong() + " a year");
            }
        }
        String text = String.join(", ", rules) + "; otherwise nothing.";
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Cells of 100 whose change is at most so large, of counts that all changes can befall. */
    private static long share(PerturbationTable table, int change) {
        long count = 2L * (table.largest() + table.gap() + 1);
        return Math.round(100
                * IntStream.rangeClosed(-change, change)
                        .mapToDouble(by -> table.chance(count, count + by))
                        .sum());
    }

    private static String dates(VintageSchedule schedule) {
        List<String> weeks = IntStream.rangeClosed(1, schedule.vintages())
                .mapToObj(vintage -> Integer.toString(schedule.weeks(vintage)))
                .toList();
        return String.join(", ", weeks.subList(0, weeks.size() - 1)) + " and " + weeks.get(weeks.size() - 1)
                + " weeks after their end, in the first release from then on, and at no other time.";
    }

    private static List<Part> suppressed() {
        int threshold = PrimarySuppression.THRESHOLD;
        return List.of(
                Part.of(
                        "What is hidden",
                        "Small counts",
                        "Counts of 1 to " + (threshold - 1) + " are hidden and read " + HIDDEN
                                + ". A 0 means that nothing was recorded when the year was first published.",
                        "Others with them",
                        "Where a hidden count could be worked out from sums, further counts are hidden as well. These can be large. "
                                + HIDDEN + " says nothing of how many there were.",
                        "Proof",
                        "For every small hidden count, and every one hidden with it, it is checked that the published numbers leave at least "
                                + threshold + " values open.",
                        "Whole tables",
                        "Where that cannot be reached, the months, the quarters or the areas of a community are hidden, or all of it.",
                        "Records",
                        "How many records were read and accepted is hidden too: less what is shown, it would be what is hidden.",
                        "Left out",
                        "There are months, quarters and years only, and no weeks, models or windows after events: each could give a hidden count away. Rates and trends follow from counts that are shown."),
                Part.of(
                        "What adds up",
                        "Sums",
                        "Numbers shown are exact as of the day they were published, so periods and areas add up. Communities do not: an incident can name several.",
                        "Later releases",
                        "What was hidden once stays hidden. A number that is shown is that of one of the dates of its year, not always the last one. Putting releases side by side tells nobody a hidden count."));
    }

    private static List<Part> alreadyPublic() {
        return List.of(Part.of(
                "What is changed, and what is hidden",
                "Nothing",
                "The publisher has made every record public, under the address and licence named. Changing or hiding counts of them would protect nobody.",
                "Zeros",
                "A 0 is a true zero: the source covers the cell and nothing was recorded.",
                "Left out",
                "Rows on single records, and scores and chances to the last digit, are not in this release."));
    }

    private static Part conclusions(Policy policy) {
        List<Explanation.Term> terms = new ArrayList<>();
        if (policy == Policy.CELL_KEY) {
            terms.add(new Explanation.Term(
                    "That nothing happened",
                    VERY_FEW + ", " + HIDDEN + " and a community or area that is missing do not say so."));
            terms.add(new Explanation.Term(
                    "That there was one more, or one less",
                    "A small difference between two figures, two areas or two releases can be the change alone."));
        } else if (policy == Policy.SUPPRESS) {
            terms.add(
                    new Explanation.Term(
                            "That nothing happened",
                            HIDDEN
                                    + " does not say so. A 0 says it of the day on which the year was first published, and of no later one."));
        }
        terms.add(new Explanation.Term(
                "That there is no reason to worry",
                "Few records do not say so, and neither does a missing alarm: rises can go unseen."));
        terms.add(
                new Explanation.Term(
                        "Who is targeted most",
                        "The order of communities or areas does not say so. They differ in size, in trust and in how completely incidents are recorded."));
        terms.add(new Explanation.Term(
                "Why a figure moved", "A date does not say so. What follows an event may have other reasons."));
        terms.add(
                new Explanation.Term(
                        "Who it was",
                        "Nobody should try to find out. If you think that a figure gives somebody away, tell the publisher and nobody else."));
        return new Part("What nobody may conclude", terms);
    }
}
