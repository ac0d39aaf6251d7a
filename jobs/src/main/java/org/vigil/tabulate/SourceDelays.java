package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigil.cube.WeekDelays;
import org.vigil.event.SeriesBreak;
import org.vigil.incident.CodeLists;
import org.vigil.incident.RecordClass;
import org.vigil.nowcast.Completeness;
import org.vigil.nowcast.MaximumDelay;
import org.vigil.nowcast.NowcastStatus;
import org.vigil.nowcast.SourceNowcasts;
import org.vigil.nowcast.WeeklyReports;
import org.vigil.series.Grain;
import org.vigil.tabulate.SourceFacts.RecordClasses;

/**
 * How late the incidents of a source became known, in the whole area: its weeks by delay, from the last break in series to the last week that was over
 * when the last incident became known. Where the occurred date places an incident, that is until it was recorded; where the recorded date does, until
 * an extract first showed it.
 */
public final class SourceDelays {
    /** Weeks that the longest delay is learnt from. */
    private static final int WEEKS = 104;

    private static final double KNOWN_SHARE = 0.95;

    private final SourceFacts facts;
    private final SeriesCounts counts;
    private final int[] areas;
    private final @Nullable WeekDelays weekDelays;
    private final LocalDate firstWeek;
    private final LocalDate lastWeek;

    private SourceDelays(SourceFacts facts, List<SeriesBreak> breaks, Optional<FirstShowings> showings) {
        this.facts = facts;
        this.counts = new SeriesCounts(facts.cube(), facts.coverage());
        this.areas = IntStream.range(0, facts.geography().size()).toArray();
        LocalDate end = facts.coverage().end();
        LocalDate first = facts.coverage().start();
        if (!facts.profile().series().isDaily()) {
            this.weekDelays = null;
        } else if (facts.isSeriesRecorded()) {
            this.weekDelays = showings.map(FirstShowings::delays).orElse(null);
            end = showings.map(s -> s.weeks().lastWeek().plusDays(6)).orElse(end);
            first = showings.map(s -> s.weeks().firstWeek()).orElse(first);
        } else {
            int lastRecorded = facts.cube().lastRecordedDay();
            boolean hasRecordings = lastRecorded != Integer.MIN_VALUE;
            this.weekDelays = hasRecordings ? facts.cube().weekDelays() : null;
            end = hasRecordings ? LocalDate.ofEpochDay(lastRecorded) : end;
        }
        this.lastWeek = Grain.WEEK.startOf(end.plusDays(1)).minusWeeks(1);
        this.firstWeek = firstWeek(later(first, facts.coverage().start()), breaks);
    }

    /**
     * Looks at a source.
     *
     * @param breaks of its country; a delay before a break says nothing about one after it
     * @param showings of this source and of others, as far as they are known
     */
    public static SourceDelays of(SourceFacts facts, List<SeriesBreak> breaks, List<FirstShowings> showings) {
        return new SourceDelays(
                facts,
                breaks,
                showings.stream()
                        .filter(of -> of.sourceCode().equals(facts.sourceCode()))
                        .findFirst());
    }

    /** How much of each week is recorded by now, of the incidents that models see; not known where the source does not tell. */
    public Completeness completeness() {
        return ofStudied().map(SourceNowcasts::completeness).orElse(Completeness.notKnown());
    }

    /** What can be told of the recent weeks of the incidents that models see; empty where there are none. */
    public Optional<SourceNowcasts> ofStudied() {
        List<RecordClasses> all = facts.recordClasses();
        return all.stream()
                .filter(one -> one.code().equals(RecordClass.CRIME.code()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(this::nowcasts);
    }

    /** Last day up to which nearly all incidents are recorded, as far as delays are known; of other sources the last day they cover. */
    public LocalDate completeTo() {
        LocalDate end = facts.coverage().end();
        return completeness()
                .firstIncompleteWeek()
                .map(week -> week.minusDays(1))
                .filter(lastDay -> lastDay.isBefore(end))
                .orElse(end);
    }

    /** The source, provisional as long as its delays say so; where they are not known, as long as its calendar says. */
    public SourceFacts provisional() {
        return completeness()
                .firstIncompleteWeek()
                .map(week -> new SourceFacts(
                        facts.sourceCode(),
                        facts.profile(),
                        facts.geography(),
                        facts.cube(),
                        facts.coverage().withProvisionalFrom(week)))
                .orElse(facts);
    }

    /** Last day of the last week that was over when the last incident became known. */
    LocalDate knownUntil() {
        return lastWeek.plusDays(6);
    }

    /** What can be told of the recent weeks of a record class. */
    SourceNowcasts nowcasts(RecordClasses classes) {
        if (!facts.profile().series().isDaily()) {
            return SourceNowcasts.refused(NowcastStatus.MONTHS_ONLY);
        }
        if (weekDelays == null && facts.isSeriesRecorded()) {
            return SourceNowcasts.refused(NowcastStatus.EXTRACTS_NOT_WEEKLY);
        }
        if (weekDelays == null || !areDelaysKnown(classes)) {
            return SourceNowcasts.refused(NowcastStatus.DELAYS_NOT_KNOWN);
        }
        return SourceNowcasts.of(reports(classes, facts.cube().all()));
    }

    /** The weeks of a community, or of all incidents, from the first that it was taken up in. */
    WeeklyReports reports(RecordClasses classes, int community) {
        LocalDate first = firstWeek(community);
        List<int[]> weeks = new ArrayList<>();
        WeekDelays delays = weekDelays;
        long[] byDay = delays == null ? counts.byDay(classes.members(), areas, community) : new long[0];
        for (LocalDate week = first; !week.isAfter(lastWeek); week = week.plusWeeks(1)) {
            weeks.add(delays == null ? atOnce(byDay, week) : byDelay(delays, classes, community, week));
        }
        return new WeeklyReports(first, weeks.toArray(int[][]::new));
    }

    private int[] atOnce(long[] byDay, LocalDate monday) {
        return new int[] {Math.toIntExact(counts.sumDays(byDay, Period.startingOn(Period.Type.ISO_WEEK, monday)))};
    }

    private int[] byDelay(WeekDelays delays, RecordClasses classes, int community, LocalDate monday) {
        int week = WeekDelays.weekOf(Math.toIntExact(monday.toEpochDay()));
        int[] byDelay = new int[WeekDelays.LONGEST + 1];
        // What was known in a week that was not over belongs to no column yet.
        int known = Math.min(WeekDelays.LONGEST, Grain.WEEK.between(monday, lastWeek));
        for (int recordClass : classes.members()) {
            for (int delay = 0; delay <= known; delay++) {
                byDelay[delay] += delays.get(recordClass, community, week, delay);
            }
        }
        return byDelay;
    }

    /** Of the weeks that are old enough to be final, whether nearly all incidents tell their delay. */
    private boolean areDelaysKnown(RecordClasses classes) {
        WeeklyReports reports = reports(classes, facts.cube().all());
        long[] byDay = counts.byDay(classes.members(), areas, facts.cube().all());
        long known = 0;
        long all = 0;
        for (int week = 0; week < reports.weeks() - MaximumDelay.MOST_WEEKS; week++) {
            known += reports.reported(week);
            all += counts.sumDays(byDay, Period.startingOn(Period.Type.ISO_WEEK, reports.week(week)));
        }
        return known >= KNOWN_SHARE * all;
    }

    private LocalDate firstWeek(LocalDate start, List<SeriesBreak> breaks) {
        LocalDate first = later(start, lastWeek.minusWeeks(WEEKS - 1L));
        for (SeriesBreak one : facts.breaksAmong(breaks)) {
            LocalDate after = one.end().map(end -> end.plusDays(1)).orElse(one.start());
            if (one.isBreak() && !after.isAfter(lastWeek)) {
                first = later(first, after);
            }
        }
        return firstMonday(first);
    }

    private LocalDate firstWeek(int community) {
        return Optional.of(community)
                .filter(c -> c != facts.cube().all())
                .map(c -> facts.profile()
                        .coveredFrom()
                        .get(CodeLists.communities().get(c).code()))
                .map(from -> firstMonday(later(firstWeek, from)))
                .orElse(firstWeek);
    }

    private static LocalDate firstMonday(LocalDate day) {
        return Grain.WEEK.startOf(day.plusDays(6));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
