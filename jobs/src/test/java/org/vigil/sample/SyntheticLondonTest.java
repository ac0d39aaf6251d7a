package org.vigil.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigil.event.EventCatalogue;
import org.vigil.event.ReferenceEvent;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeList;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Strand;

/** The invented city uses no code that the lists do not have, and its means are what its parameters say. */
class SyntheticLondonTest {
    private final SyntheticLondon london = SyntheticLondon.read();

    @Test
    void areasAreTheBoroughsWithoutTheCityAndTwoThatAreNone() {
        Geography geography = Geography.load("london");
        for (SyntheticLondon.Area area : london.areas()) {
            assertEquals(
                    area.code(),
                    geography
                            .get(geography.findIndex(area.name()).orElseThrow())
                            .code());
            assertEquals(
                    area.code(),
                    geography
                            .get(geography
                                    .findIndex(area.name().replace(" and ", " & "))
                                    .orElseThrow())
                            .code());
        }
        assertEquals(
                32,
                london.areas().stream().filter(a -> a.code().startsWith("E09")).count());
        assertTrue(london.areas().stream().noneMatch(a -> a.code().equals("E09000001")));
    }

    @Test
    void communitiesAndTheirStrandsAreListed() {
        for (SyntheticLondon.Community community : london.communities()) {
            List<Strand> strands =
                    List.copyOf(CodeLists.communities().get(community.code()).strands());
            for (List<String> set : community.strandSets().values()) {
                assertTrue(
                        set.stream()
                                .allMatch(code ->
                                        strands.contains(Strand.find(code).orElseThrow())),
                        community.code() + " " + set);
            }
            for (String second : community.second().values()) {
                assertEquals(second, london.community(second).code());
            }
        }
    }

    @Test
    void featuresAreListed() {
        Map<String, CodeList> lists = Map.of(
                "offence_group", CodeLists.offenceGroups(),
                "location_type", CodeLists.locationTypes(),
                "location_type_after_event", CodeLists.locationTypes(),
                "context", CodeLists.contexts(),
                "context_after_event", CodeLists.contexts(),
                "reporting_source", CodeLists.reportingSources(),
                "outcome_first", CodeLists.outcomes(),
                "outcome_final", CodeLists.outcomes());
        london.features().forEach((name, choice) -> {
            CodeList list = Objects.requireNonNull(lists.get(name.substring(0, name.indexOf('/'))));
            choice.values().stream()
                    .flatMap(value -> Arrays.stream(value.split(";")))
                    .filter(code -> !code.isEmpty())
                    .forEach(code -> assertTrue(list.indexOf(code).isPresent(), name + " " + code));
        });
    }

    @Test
    void responsesBelongToEventsOfTheCatalogueAndStartWhenThoseCan() {
        EventCatalogue catalogue = EventCatalogue.load("uk");
        for (EventResponse response : london.responses()) {
            ReferenceEvent event = catalogue.find(response.eventId()).orElseThrow();
            assertEquals(event.responseFrom(), response.from(), response.eventId());
            assertEquals(
                    response.community(), london.community(response.community()).code());
        }
    }

    @Test
    void expectedCountsOfTheFirstYearSumToTheParameter() {
        SampleParameters parameters = SampleParameters.demonstration();
        double sum = 0;
        for (int day = 0; day < 364; day++) {
            LocalDate date = parameters.from().plusDays(day);
            for (SyntheticLondon.Community community : london.communities()) {
                sum += london.expected(community, date, parameters);
            }
        }
        assertEquals(parameters.incidentsPerWeek(), sum / 52, 1.5);
    }

    @Test
    void responseStartsAtItsMultiplierHalvesAndEnds() {
        EventResponse response = new EventResponse("e", LocalDate.of(2024, 3, 1), "jewish", 5, 10);
        assertEquals(0, response.excessRatio(LocalDate.of(2024, 2, 29)));
        assertEquals(4, response.excessRatio(LocalDate.of(2024, 3, 1)), 1e-12);
        assertEquals(2, response.excessRatio(LocalDate.of(2024, 3, 11)), 1e-12);
        assertEquals(LocalDate.of(2024, 4, 29), response.lastDay());
        assertEquals(0, response.excessRatio(LocalDate.of(2024, 4, 30)));
    }
}
