package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigil.cube.CountCube;
import org.vigil.event.Calibration;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Incidents;
import org.vigil.nowcast.Completeness;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.tabulate.Coverage;
import org.vigil.tabulate.SourceFacts;

/** Some boroughs of the made-up city, with communities within each other and beside each other in one incident, and with records of no borough. */
final class MadeUpTown {
    static final List<String> COMMUNITIES = List.of("muslim", "asian", "south-asian");

    private static final int BOROUGHS = 4;
    private static final int MONTHS_LATE = 5;

    private final MadeUpCity city;
    private final List<MadeUpCity.Incident> incidents;
    private final SourceProfile profile;

    /** @param covered communities of the source */
    MadeUpTown(long seed, LocalDate until, List<String> covered) {
        this(new MadeUpCity(seed, 3, until), covered);
    }

    /** The same records of a source that covers other communities. */
    MadeUpTown covering(List<String> others) {
        return new MadeUpTown(city, others);
    }

    private MadeUpTown(MadeUpCity city, List<String> covered) {
        this.city = city;
        incidents = city.incidents().stream()
                .filter(one -> city.boroughs.indexOf(one.area()) < BOROUGHS)
                .map(MadeUpTown::late)
                .toList();
        String text = SourceProfiles.shippedText("london-synthetic");
        profile = SourceProfiles.parse(
                "london-synthetic",
                text.substring(0, text.indexOf("covered-communities:"))
                        + "covered-communities: ["
                        + String.join(", ", covered)
                        + "]\n");
    }

    /** Every tenth record is found months later. */
    private static MadeUpCity.Incident late(MadeUpCity.Incident one) {
        return new MadeUpCity.Incident(
                one.key(),
                one.area(),
                one.community(),
                one.occurred(),
                one.key() % 10 == 0 ? one.recorded().plusMonths(MONTHS_LATE) : one.recorded());
    }

    private static int index(String community) {
        return CodeLists.communities().indexOf(community).orElseThrow();
    }

    /** Codes of the communities of an incident. */
    private List<String> communities(MadeUpCity.Incident one) {
        return switch (city.communities.indexOf(one.community())) {
            case 0 -> List.of("jewish");
            case 1 -> one.key() % 3 == 0 ? List.of("muslim", "asian", "south-asian") : List.of("muslim");
            default -> one.key() % 2 == 0 ? List.of("asian") : List.of("asian", "south-asian");
        };
    }

    private int area(MadeUpCity.Incident one) {
        return one.key() % 40 == 0 ? city.london.indexOf("unknown").orElseThrow() : one.area();
    }

    /** True counts on a day by area, community and month; the whole area and all communities are not among them. */
    Map<SuppressionAttack.Cell, Integer> truth(LocalDate day) {
        Map<SuppressionAttack.Cell, Integer> truth = new HashMap<>();
        for (MadeUpCity.Incident one : incidents) {
            if (!one.recorded().isAfter(day)) {
                for (String community : communities(one)) {
                    truth.merge(
                            new SuppressionAttack.Cell(
                                    city.london.get(area(one)).code(),
                                    community,
                                    "month",
                                    one.occurred().withDayOfMonth(1)),
                            1,
                            Integer::sum);
                }
            }
        }
        return truth;
    }

    String whole() {
        return city.london.wholeAreaCode();
    }

    List<String> boroughs() {
        return city.boroughs.stream()
                .map(borough -> city.london.get(borough).code())
                .toList();
    }

    /** What is known on a day. */
    SourceAnswers knownOn(LocalDate day) {
        Incidents rows = new Incidents();
        for (MadeUpCity.Incident one : incidents) {
            if (!one.recorded().isAfter(day)) {
                rows.key(one.key())
                        .area(area(one))
                        .communities(communities(one).stream()
                                .mapToInt(MadeUpTown::index)
                                .sorted()
                                .toArray())
                        .occurred(one.occurred().toString())
                        .recorded(one.recorded().toString())
                        .add(0);
            }
        }
        CountCube cube =
                new CountCube(false, city.london.size(), CodeLists.communities().size());
        IntStream.range(0, rows.packed().size()).forEach(row -> cube.add(rows.packed(), row));
        return new SourceAnswers(
                new SourceFacts(
                        "london-synthetic",
                        profile,
                        city.london,
                        cube,
                        Coverage.of(MadeUpCity.START, day, profile.series().provisionalWeeks())),
                Completeness.notKnown(),
                Optional.empty(),
                List.of(),
                List.of(),
                day,
                List.of(),
                Calibration.of(List.of()),
                List.of());
    }
}
