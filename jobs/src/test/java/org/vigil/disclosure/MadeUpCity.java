package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigil.cube.CountCube;
import org.vigil.event.Calibration;
import org.vigil.event.SeriesEffects;
import org.vigil.geography.AreaKind;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.Hmac;
import org.vigil.incident.Incidents;
import org.vigil.incident.RecordKeys;
import org.vigil.incident.TargetCommunity;
import org.vigil.nowcast.Completeness;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.tabulate.Coverage;
import org.vigil.tabulate.SourceFacts;

/**
 * London with incidents that nobody had: of communities in boroughs with means of their own, known to the attacker, from one incident in a few years to several a month; or of
 * counts that were published, with days and delays made up. Records come late by a delay that he knows too.
 */
final class MadeUpCity {
    static final LocalDate START = LocalDate.of(2019, 4, 1);
    private static final double MEAN_DELAY_DAYS = 14;
    private static final double DAYS_OF_A_MONTH = 30.4375;

    final Geography london = Geography.load("london");
    final SourceProfile profile =
            SourceProfiles.parse("london-synthetic", SourceProfiles.shippedText("london-synthetic"));
    final LocalDate start;
    final List<Integer> boroughs = new ArrayList<>();
    final List<Integer> communities = new ArrayList<>();
    /** Mean incidents a month by borough and community, in the order of the two lists. */
    final double[][] means;

    private final Random random;
    private final List<Incident> incidents = new ArrayList<>();

    /** One incident. */
    record Incident(long key, int area, int community, LocalDate occurred, LocalDate recorded) {
        /** One of so many categories of a characteristic. */
        int category(int salt, int categories) {
            return Math.floorMod(Long.hashCode((key + salt) * 0x9E3779B97F4A7C15L), categories);
        }
    }

    private MadeUpCity(LocalDate start, long seed, List<String> communityCodes) {
        this.start = start;
        this.random = new Random(seed);
        for (int i = 0; i < london.size(); i++) {
            if (london.get(i).kind() == AreaKind.BOROUGH
                    && !profile.notCoveredAreas().contains(london.get(i).code())) {
                boroughs.add(i);
            }
        }
        communityCodes.forEach(
                code -> communities.add(CodeLists.communities().indexOf(code).orElseThrow()));
        means = new double[boroughs.size()][communities.size()];
    }

    /**
     * Lets incidents happen until a day.
     *
     * @param communities how many communities there are
     */
    MadeUpCity(long seed, int communities, LocalDate until) {
        this(START, seed, communities, until, Math.exp(-1.1));
    }

    /** The same from a first day on, with a median of so many incidents a month in a borough and community. */
    MadeUpCity(LocalDate first, long seed, int communities, LocalDate until, double median) {
        this(first, seed, profileCommunities().stream().limit(communities).toList());
        for (int b = 0; b < boroughs.size(); b++) {
            for (int c = 0; c < communities; c++) {
                means[b][c] = Math.min(8, median * Math.exp(1.4 * random.nextGaussian()));
                for (LocalDate day = first; day.isBefore(until); day = day.plusDays(1)) {
                    for (int n = poisson(random, means[b][c] / DAYS_OF_A_MONTH); n > 0; n--) {
                        add(b, c, day);
                    }
                }
            }
        }
    }

    /**
     * Incidents on made-up days of counted months.
     *
     * @param counts by code of an area and of a community, one a month
     */
    static MadeUpCity ofCounts(
            long seed, YearMonth first, List<String> communityCodes, Map<String, Map<String, int[]>> counts) {
        MadeUpCity city = new MadeUpCity(first.atDay(1), seed, communityCodes);
        for (int b = 0; b < city.boroughs.size(); b++) {
            String borough = city.london.get(city.boroughs.get(b)).code();
            for (int c = 0; c < communityCodes.size(); c++) {
                int[] months = counts.getOrDefault(borough, Map.of()).getOrDefault(communityCodes.get(c), new int[0]);
                city.means[b][c] = Math.max(0.01, IntStream.of(months).average().orElse(0));
                for (int m = 0; m < months.length; m++) {
                    YearMonth month = first.plusMonths(m);
                    for (int n = 0; n < months[m]; n++) {
                        city.add(b, c, month.atDay(1 + city.random.nextInt(month.lengthOfMonth())));
                    }
                }
            }
        }
        return city;
    }

    private void add(int borough, int community, LocalDate day) {
        int delay = (int) (-MEAN_DELAY_DAYS * Math.log(1 - random.nextDouble()));
        incidents.add(new Incident(
                incidents.size() + 1L, boroughs.get(borough), communities.get(community), day, day.plusDays(delay)));
    }

    private static List<String> profileCommunities() {
        SourceProfile profile =
                SourceProfiles.parse("london-synthetic", SourceProfiles.shippedText("london-synthetic"));
        return CodeLists.communities().list().stream()
                .map(TargetCommunity::code)
                .filter(profile.coveredCommunities()::contains)
                .toList();
    }

    List<Incident> incidents() {
        return incidents;
    }

    /** Share of the incidents of some days that are recorded by another one. */
    static double recorded(LocalDate from, LocalDate to, LocalDate by) {
        double sum = 0;
        long days = to.toEpochDay() - from.toEpochDay() + 1;
        for (long day = from.toEpochDay(); day <= to.toEpochDay(); day++) {
            sum += by.toEpochDay() < day ? 0 : 1 - Math.exp(-(by.toEpochDay() - day + 1) / MEAN_DELAY_DAYS);
        }
        return sum / days;
    }

    /** Effects of an event on all incidents and on every community, where models expect what is usual. */
    private List<SeriesEffects> effects(LocalDate event) {
        List<SeriesEffects> effects = new ArrayList<>();
        effects.add(effects(event, Communities.ALL, SeriesLevel.WHOLE_AREA_TOTAL, 0, communities.size()));
        for (int c = 0; c < communities.size(); c++) {
            String code = CodeLists.communities().get(communities.get(c)).code();
            effects.add(effects(event, code, SeriesLevel.WHOLE_AREA, c, c + 1));
        }
        return effects;
    }

    private SeriesEffects effects(LocalDate event, String community, SeriesLevel level, int from, int to) {
        double usual = 0;
        for (double[] ofBorough : means) {
            usual += DoubleStream.of(ofBorough)
                            .skip(from)
                            .limit((long) to - from)
                            .sum()
                    / DAYS_OF_A_MONTH;
        }
        return new SeriesEffects(
                new SeriesKey("london-synthetic", "occurred", "crime", london.wholeAreaCode(), community),
                level,
                List.of(PublicEffectsTest.event("attack", event, usual)),
                null,
                List.of());
    }

    /** What is known of the city on a day. */
    SourceAnswers knownOn(LocalDate day) {
        return knownOn(day, null);
    }

    /** What is known of the city on a day, with an event that is studied. */
    SourceAnswers knownOn(LocalDate day, @Nullable LocalDate event) {
        Incidents rows = new Incidents();
        for (Incident one : incidents) {
            if (!one.recorded().isAfter(day)) {
                rows.key(one.key())
                        .area(one.area())
                        .communities(one.community())
                        .occurred(one.occurred().toString())
                        .recorded(one.recorded().toString())
                        .offences(one.category(1, 4))
                        .locations(one.category(2, 3))
                        .reportingSource(one.category(3, 2))
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
                Coverage.of(start, day, profile.series().provisionalWeeks()));
        return new SourceAnswers(
                facts,
                Completeness.notKnown(),
                Optional.empty(),
                List.of(),
                List.of(),
                day,
                event == null ? List.of() : effects(event),
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
