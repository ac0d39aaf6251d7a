package org.vigil.nowcast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The nowcasts of one source and record class: the delays of all its incidents in the whole area, and from them, or from its own where it is not sparse,
 * those of each community.
 */
public final class SourceNowcasts implements Serializable {
    /** Below so many incidents in the weeks that delays are estimated from, about three a week, a series has no delays of its own. */
    static final int SPARSE = 60;

    private static final long serialVersionUID = 1;
    static final int FEWEST_WEEKS = NowcastModel.HISTORY_WEEKS + NowcastModel.FEWEST_REPLAYS;
    private static final int WEEKS_NEEDED = NowcastModel.HISTORY_WEEKS + NowcastModel.MOST_REPLAYS;

    private final int maximumDelay;
    private final NowcastStatus status;
    private final @Nullable NowcastModel shared;
    private final Completeness completeness;

    private SourceNowcasts(
            int maximumDelay, NowcastStatus status, @Nullable NowcastModel shared, Completeness completeness) {
        this.maximumDelay = maximumDelay;
        this.status = status;
        this.shared = shared;
        this.completeness = completeness;
    }

    /** Of a source whose delays cannot be told. */
    public static SourceNowcasts refused(NowcastStatus reason) {
        if (reason.isEstimated()) {
            throw new IllegalArgumentException("The status " + reason + " is no reason to refuse");
        }
        return new SourceNowcasts(MaximumDelay.DEFAULT_WEEKS, reason, null, Completeness.notKnown());
    }

    /** Learns from all incidents of the whole area, each counted once, since the start or the last break in series. */
    public static SourceNowcasts of(WeeklyReports all) {
        if (all.weeks() < FEWEST_WEEKS) {
            return refused(NowcastStatus.INSUFFICIENT_HISTORY);
        }
        int maximumDelay = MaximumDelay.of(all);
        double reached = MaximumDelay.reached(all, maximumDelay);
        if (reached < Completeness.ENOUGH) {
            return refused(NowcastStatus.DELAYS_TOO_LONG);
        }
        Optional<NowcastModel> shared = NowcastModel.estimate(all.triangle(WEEKS_NEEDED, maximumDelay));
        if (shared.isEmpty()) {
            return refused(NowcastStatus.ZERO_BASELINE);
        }
        return new SourceNowcasts(
                maximumDelay,
                NowcastStatus.OK,
                shared.get(),
                Completeness.of(all.week(all.weeks() - 1), shared.get().delays(), reached));
    }

    /** How much of each week of the source is recorded by now. */
    public Completeness completeness() {
        return completeness;
    }

    /** The delays of all incidents of the whole area together; empty where they cannot be told. */
    public Optional<NowcastModel> shared() {
        return Optional.ofNullable(shared);
    }

    /** Weeks after which a week counts as final. */
    public int maximumDelay() {
        return maximumDelay;
    }

    /**
     * The recent weeks of all incidents, oldest first: those that are not final yet, and at least {@value MaximumDelay#DEFAULT_WEEKS}.
     *
     * @param all what was learnt from, or, of a source whose delays cannot be told, what is to be listed without estimates
     */
    public List<WeekNowcast> ofAll(WeeklyReports all) {
        return nowcasts(all, status, shared);
    }

    /**
     * The recent weeks of one community, likewise.
     *
     * @param reports up to the same week as those of all incidents
     */
    public List<WeekNowcast> ofCommunity(WeeklyReports reports) {
        if (shared == null) {
            return nowcasts(reports, status, null);
        }
        return ownModel(reports)
                .map(own -> nowcasts(reports, NowcastStatus.OK, own))
                .orElseGet(() -> nowcasts(reports, NowcastStatus.REDUCED_MODEL, shared));
    }

    private List<WeekNowcast> nowcasts(WeeklyReports reports, NowcastStatus used, @Nullable NowcastModel model) {
        int weeks = Math.min(reports.weeks(), Math.max(maximumDelay, MaximumDelay.DEFAULT_WEEKS));
        List<WeekNowcast> nowcasts = new ArrayList<>();
        for (int week = reports.weeks() - weeks; week < reports.weeks(); week++) {
            int reported = reports.reported(week);
            int horizon = reports.weeks() - 1 - week;
            nowcasts.add(new WeekNowcast(
                    reports.week(week),
                    reported,
                    used,
                    model == null
                            ? null
                            : completeness.reached() * model.delays().completeness(horizon),
                    model == null ? null : model.nowcast(reported, horizon)));
        }
        return nowcasts;
    }

    private Optional<NowcastModel> ownModel(WeeklyReports reports) {
        boolean isLastEmpty = reports.weeks() == 0 || reports.reported(reports.weeks() - 1) == 0;
        if (reports.weeks() < FEWEST_WEEKS || isLastEmpty) {
            return Optional.empty();
        }
        ReportingTriangle triangle = reports.triangle(WEEKS_NEEDED, maximumDelay);
        return triangle.latest(NowcastModel.HISTORY_WEEKS).sum() < SPARSE
                ? Optional.empty()
                : NowcastModel.estimate(triangle);
    }
}
