package org.vigil.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a synthetic set of extracts is made from. Equal parameters give equal bytes.
 *
 * @param seed any number; another seed is another London
 * @param from first day on which an incident can occur, a Monday
 * @param to date of the last extract, a Monday; it knows what was recorded before that day
 * @param incidentsPerWeek mean number of incidents that occur in a week of the first year, events apart
 * @param weeklyExtracts extracts after the first; the first holds everything known so many weeks before {@code to}, each later one what is new or changed
 * @param defectShare share of rows that get a defect of some kind, 0 to 0.5
 */
public record SampleParameters(
        long seed, LocalDate from, LocalDate to, double incidentsPerWeek, int weeklyExtracts, double defectShare) {

    /** Keeps the ids within seven digits a year. */
    static final double MOST_INCIDENTS_PER_WEEK = 100_000;

    public SampleParameters {
        List<String> problems = new ArrayList<>();
        requireMonday(problems, "from", from);
        requireMonday(problems, "to", to);
        if (!(incidentsPerWeek > 0 && incidentsPerWeek <= MOST_INCIDENTS_PER_WEEK)) {
            problems.add("incidents per week is " + incidentsPerWeek + "; expected more than 0 and at most 100000");
        }
        if (weeklyExtracts < 0 || weeklyExtracts >= ChronoUnit.WEEKS.between(from, to)) {
            problems.add("weekly extracts is " + weeklyExtracts + "; expected at least 0 and fewer than the "
                    + ChronoUnit.WEEKS.between(from, to) + " weeks from " + from + " to " + to);
        }
        if (!(defectShare >= 0 && defectShare <= 0.5)) {
            problems.add("defect share is " + defectShare + "; expected 0 to 0.5");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot make synthetic extracts: " + String.join("; ", problems) + ". Change these parameters.");
        }
    }

    /** The parameters of the committed set in {@code data-samples}. */
    public static SampleParameters demonstration() {
        return new SampleParameters(20231007, LocalDate.of(2021, 10, 4), LocalDate.of(2025, 12, 29), 90, 8, 0.003);
    }

    /** Dates of all extracts, oldest first. */
    public List<LocalDate> extractDates() {
        List<LocalDate> dates = new ArrayList<>();
        for (int weeksBack = weeklyExtracts; weeksBack >= 0; weeksBack--) {
            dates.add(to.minusWeeks(weeksBack));
        }
        return List.copyOf(dates);
    }

    private static void requireMonday(List<String> problems, String name, LocalDate date) {
        if (date.getDayOfWeek() != DayOfWeek.MONDAY) {
            problems.add(name + " is " + date + ", a " + date.getDayOfWeek() + "; expected a Monday");
        }
    }
}
