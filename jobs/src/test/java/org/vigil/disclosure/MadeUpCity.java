package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.vigil.cube.CountCube;
import org.vigil.event.Calibration;
import org.vigil.geography.AreaKind;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Hmac;
import org.vigil.incident.Incidents;
import org.vigil.incident.RecordKeys;
import org.vigil.nowcast.Completeness;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.tabulate.Coverage;
import org.vigil.tabulate.SourceFacts;

/**
 * London with made-up incidents: every community in every borough has a mean of its own, known to the attacker, from one incident in a few years to several a month; records come late by a
 * delay that he knows too.
 */
final class MadeUpCity {
    static final LocalDate START = LocalDate.of(2019, 4, 1);
    private static final double MEAN_DELAY_DAYS = 14;
    private static final double DAYS_OF_A_MONTH = 30.4375;

    final Geography london = Geography.load("london");
    final SourceProfile profile =
            SourceProfiles.parse("london-synthetic", SourceProfiles.shippedText("london-synthetic"));
    final List<Integer> boroughs = new ArrayList<>();
    final List<Integer> communities;
    /** Mean incidents a month by borough and community, in the order of the two lists. */
    final double[][] means;

    private final List<Incident> incidents = new ArrayList<>();

    /** One incident. */
    record Incident(long key, int area, int community, LocalDate occurred, LocalDate recorded) {}

    /**
     * Lets incidents happen until a day.
     *
     * @param communities how many communities there are
     */
    MadeUpCity(long seed, int communities, LocalDate until) {
        for (int i = 0; i < london.size(); i++) {
            if (london.get(i).kind() == AreaKind.BOROUGH
                    && !profile.notCoveredAreas().contains(london.get(i).code())) {
                boroughs.add(i);
            }
        }
        this.communities = new ArrayList<>();
        for (int c = 0; c < CodeLists.communities().size() && this.communities.size() < communities; c++) {
            if (profile.coveredCommunities()
                    .contains(CodeLists.communities().get(c).code())) {
                this.communities.add(c);
            }
        }
        means = new double[boroughs.size()][communities];
        Random random = new Random(seed);
        long key = 0;
        for (int b = 0; b < boroughs.size(); b++) {
            for (int c = 0; c < communities; c++) {
                means[b][c] = Math.min(8, Math.exp(-1.1 + 1.4 * random.nextGaussian()));
                for (LocalDate day = START; day.isBefore(until); day = day.plusDays(1)) {
                    for (int n = poisson(random, means[b][c] / DAYS_OF_A_MONTH); n > 0; n--) {
                        int delay = (int) (-MEAN_DELAY_DAYS * Math.log(1 - random.nextDouble()));
                        incidents.add(new Incident(
                                ++key, boroughs.get(b), this.communities.get(c), day, day.plusDays(delay)));
                    }
                }
            }
        }
    }

    List<Incident> incidents() {
        return incidents;
    }

    /** Share of incidents that are recorded so many weeks after the end of a month, on average over its days. */
    static double recordedAfter(int weeks) {
        double days = weeks * 7.0;
        double length = DAYS_OF_A_MONTH;
        return 1
                - MEAN_DELAY_DAYS
                        / length
                        * (Math.exp(-days / MEAN_DELAY_DAYS) - Math.exp(-(days + length) / MEAN_DELAY_DAYS));
    }

    /** What is known of the city on a day. */
    SourceAnswers knownOn(LocalDate day) {
        Incidents rows = new Incidents();
        for (Incident one : incidents) {
            if (!one.recorded().isAfter(day)) {
                rows.key(one.key())
                        .area(one.area())
                        .communities(one.community())
                        .occurred(one.occurred().toString())
                        .recorded(one.recorded().toString())
                        .add(0);
            }
        }
        CountCube cube = new CountCube(
                        false, london.size(), CodeLists.communities().size())
                .keyed(new RecordKeys(new byte[Hmac.LENGTH]));
        for (int row = 0; row < rows.packed().size(); row++) {
            cube.add(rows.packed(), row);
        }
        SourceFacts facts = new SourceFacts(
                "london-synthetic",
                profile,
                london,
                cube,
                Coverage.of(START, day, profile.series().provisionalWeeks()));
        return new SourceAnswers(
                facts,
                Completeness.notKnown(),
                Optional.empty(),
                List.of(),
                List.of(),
                day,
                List.of(),
                Calibration.of(List.of()),
                List.of());
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int n = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            n++;
        }
        return n;
    }
}
