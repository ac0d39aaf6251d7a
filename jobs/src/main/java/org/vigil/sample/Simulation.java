package org.vigil.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vigil.incident.RecordClass;
import org.vigil.sample.SyntheticLondon.Area;
import org.vigil.sample.SyntheticLondon.Community;

/**
 * Lets incidents happen in synthetic London and be recorded, revised and withdrawn.
 *
 * <p>Community c has on day d a Poisson number of incidents with mean μ(c, d) · g(c, week), g gamma with mean 1; each response r of that community
 * adds an independent Poisson number with mean μ(c, d) · g(c, week) · excess ratio of r, so the excess that was drawn is known exactly. Responses
 * do not multiply one another.
 */
final class Simulation {
    /** Streams of random numbers: how many, and what each is like. */
    private static final long COUNT_STREAM = 1;

    private static final long INCIDENT_STREAM = 2;

    /** Shares of incidents that name a second community, change, or turn out not to be one. */
    private static final double SECOND_COMMUNITY_SHARE = 0.04;

    private static final double OUTCOME_SHARE = 0.25;
    private static final double CORRECTION_SHARE = 0.05;
    private static final double WITHDRAWAL_SHARE = 0.012;

    /** Mean days until the outcome, the correction, the withdrawal. */
    private static final double OUTCOME_DAYS = 45;

    private static final double CORRECTION_DAYS = 20;
    private static final double WITHDRAWAL_DAYS = 30;

    /** How areas are written: by code now and then, and with an ampersand by some clerks. */
    private static final double AREA_CODE_SHARE = 0.02;

    private static final double AMPERSAND_SHARE = 0.4;

    private final SyntheticLondon london;
    private final SampleParameters parameters;
    private final List<SyntheticIncident> incidents = new ArrayList<>();
    private final Map<EventResponse, ResponseTruth> truths = new HashMap<>();

    private Simulation(SyntheticLondon london, SampleParameters parameters) {
        this.london = london;
        this.parameters = parameters;
    }

    /**
     * What happened.
     *
     * @param incidents by id, which is also the order of first recording
     * @param truths each response that starts in the period, with its expected and drawn excess
     */
    record Outcome(List<SyntheticIncident> incidents, List<ResponseTruth> truths) {
        Outcome {
            incidents = List.copyOf(incidents);
            truths = List.copyOf(truths);
        }
    }

    /** Runs the city from the first to the last day of the parameters. */
    static Outcome run(SyntheticLondon london, SampleParameters parameters) {
        Simulation simulation = new Simulation(london, parameters);
        for (int index = 0; index < london.communities().size(); index++) {
            simulation.live(index, london.communities().get(index));
        }
        List<ResponseTruth> truths = london.responses().stream()
                .filter(simulation.truths::containsKey)
                .map(response -> Objects.requireNonNull(simulation.truths.get(response)))
                .toList();
        return new Outcome(numbered(simulation.incidents), truths);
    }

    private void live(int communityIndex, Community community) {
        List<EventResponse> responses = london.responses().stream()
                .filter(response -> response.community().equals(community.code()))
                .filter(response -> !response.from().isBefore(parameters.from())
                        && response.from().isBefore(parameters.to()))
                .toList();
        int week = 0;
        for (LocalDate monday = parameters.from(); monday.isBefore(parameters.to()); monday = monday.plusWeeks(1)) {
            Draws counts = Draws.of(parameters.seed(), COUNT_STREAM, communityIndex * 100_000L + week++);
            double roughness = counts.gammaWithMeanOne(community.dispersion());
            for (int weekday = 0; weekday < 7; weekday++) {
                LocalDate day = monday.plusDays(weekday);
                double expected = london.expected(community, day, parameters);
                add(communityIndex, community, day, Optional.empty(), counts.poisson(expected * roughness));
                for (EventResponse response : responses) {
                    double excess = expected * response.excessRatio(day);
                    int drawn = excess > 0 ? counts.poisson(excess * roughness) : 0;
                    add(communityIndex, community, day, Optional.of(response), drawn);
                    if (!day.isBefore(response.from()) && !day.isAfter(response.lastDay())) {
                        truths.merge(
                                response, new ResponseTruth(response, expected, excess, drawn), ResponseTruth::plus);
                    }
                }
            }
        }
    }

    private void add(
            int communityIndex, Community community, LocalDate day, Optional<EventResponse> response, int number) {
        for (int i = 0; i < number; i++) {
            long member = (communityIndex * 100_000L + day.toEpochDay()) * 1_000_000L + incidents.size();
            Draws draws = Draws.of(parameters.seed(), INCIDENT_STREAM, member);
            RecordState first = firstState(community, day, response, draws);
            incidents.add(new SyntheticIncident("", response, versions(community, first, draws)));
        }
    }

    private RecordState firstState(Community community, LocalDate day, Optional<EventResponse> response, Draws draws) {
        RecordClass recordClass = SyntheticLondon.recordClass(draws);
        Area area = community.areas().pick(draws);
        List<String> communities = new ArrayList<>(List.of(community.code()));
        Set<String> strands = new LinkedHashSet<>(community.strandSets().pick(draws));
        if (response.isEmpty() && draws.happens(SECOND_COMMUNITY_SHARE)) {
            Community second = london.community(community.second().pick(draws));
            communities.add(second.code());
            strands.addAll(second.strandSets().pick(draws));
        }
        String circumstance = response.isPresent() ? "_after_event" : "";
        return new RecordState(
                recordClass,
                day,
                day.plusDays(reportingDelay(draws)),
                areaLabel(area, draws),
                area.code(),
                communities,
                List.copyOf(strands),
                london.feature("offence_group", recordClass, draws),
                london.feature("location_type" + circumstance, recordClass, draws),
                london.feature("context" + circumstance, recordClass, draws),
                london.feature("reporting_source", recordClass, draws),
                london.feature("outcome_first", recordClass, draws),
                RecordState.NO);
    }

    /** Days from happening to recording: a mixture of three geometric delays, median 2, one in a hundred above four months. */
    static int reportingDelay(Draws draws) {
        double kind = draws.uniform();
        if (kind < 0.70) {
            return draws.geometric(0.35);
        }
        return kind < 0.94 ? draws.geometric(0.08) : draws.geometric(0.015);
    }

    private static String areaLabel(Area area, Draws draws) {
        if (draws.happens(AREA_CODE_SHARE)) {
            return area.code();
        }
        return draws.happens(AMPERSAND_SHARE) ? area.name().replace(" and ", " & ") : area.name();
    }

    private List<SyntheticIncident.Version> versions(Community community, RecordState first, Draws draws) {
        List<Change> changes = new ArrayList<>();
        if (first.outcome().equals("under-investigation") && draws.happens(OUTCOME_SHARE)) {
            String outcome = london.feature("outcome_final", first.recordClass(), draws);
            changes.add(new Change(first.recorded().plusDays(wait(OUTCOME_DAYS, draws)), s -> s.withOutcome(outcome)));
        }
        if (draws.happens(CORRECTION_SHARE)) {
            LocalDate entered = first.recorded().plusDays(wait(CORRECTION_DAYS, draws));
            correction(community, first, draws).ifPresent(step -> changes.add(new Change(entered, step)));
        }
        if (draws.happens(WITHDRAWAL_SHARE)) {
            LocalDate entered = first.recorded().plusDays(wait(WITHDRAWAL_DAYS, draws));
            changes.add(new Change(entered, RecordState::asWithdrawn));
        }
        changes.sort(Comparator.comparing(Change::entered));
        List<SyntheticIncident.Version> versions = new ArrayList<>();
        versions.add(new SyntheticIncident.Version(first.recorded(), first));
        RecordState state = first;
        for (Change change : changes) {
            state = change.step().apply(state);
            versions.add(new SyntheticIncident.Version(change.entered(), state));
        }
        return versions;
    }

    private record Change(LocalDate entered, UnaryOperator<RecordState> step) {}

    /** A community reclassified, an area corrected or a date moved back; empty where the drawn correction would change nothing. */
    private Optional<UnaryOperator<RecordState>> correction(Community community, RecordState first, Draws draws) {
        double kind = draws.uniform();
        if (kind < 0.35) {
            Community other = london.community(community.second().pick(draws));
            List<String> strands = other.strandSets().pick(draws);
            return Optional.of(state -> state.withCommunity(other.code(), strands));
        }
        if (kind < 0.70) {
            Area area = community.areas().pick(draws);
            return area.code().equals(first.areaCode())
                    ? Optional.empty()
                    : Optional.of(state -> state.withArea(area.name(), area.code()));
        }
        LocalDate earlier = first.occurred().minusDays(1 + draws.geometric(0.2));
        return earlier.isBefore(parameters.from())
                ? Optional.empty()
                : Optional.of(state -> state.withOccurred(earlier));
    }

    /** Whole days, at least 1, with about the given mean. */
    private static int wait(double meanDays, Draws draws) {
        return 1 + draws.geometric(1 / meanDays);
    }

    /** Gives ids in the order of first recording, numbered within its year. */
    private static List<SyntheticIncident> numbered(List<SyntheticIncident> incidents) {
        List<SyntheticIncident> sorted = new ArrayList<>(incidents);
        sorted.sort(Comparator.comparing(SyntheticIncident::recorded));
        Map<Integer, Integer> lastNumbers = new HashMap<>();
        List<SyntheticIncident> numbered = new ArrayList<>();
        for (SyntheticIncident incident : sorted) {
            int year = incident.recorded().getYear();
            int number = lastNumbers.merge(year, 1, Integer::sum);
            String digits = Integer.toString(number);
            numbered.add(incident.withId("LDN-" + year + "-" + "0".repeat(Math.max(0, 7 - digits.length())) + digits));
        }
        return numbered;
    }
}
