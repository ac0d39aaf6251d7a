package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.geography.Geography;
import org.vigil.incident.ReferenceFileException;

final class EventCatalogueTest {
    private static final EventCatalogue UK = EventCatalogue.load("uk");

    @Test
    void theUnitedKingdomHas85EventsInOrderOfDate() {
        List<LocalDate> starts =
                UK.events().stream().map(ReferenceEvent::startDate).toList();

        assertEquals(85, UK.events().size());
        assertEquals(starts.stream().sorted().toList(), starts);
        assertEquals(LocalDate.of(2001, 5, 26), starts.get(0));
        assertEquals(LocalDate.of(2026, 4, 29), starts.get(84));
    }

    @Test
    void theHamasAttackIsTestedForJewishAndMuslimCommunitiesOnAReportedRise() {
        ReferenceEvent event = UK.find("2023-10-07-hamas-attack-israel").orElseThrow();

        assertEquals(LocalDate.of(2023, 10, 7), event.responseFrom());
        assertEquals(
                List.of("jewish", "muslim"),
                event.testedCommunities().stream()
                        .map(TestedCommunity::communityCode)
                        .toList());
        assertTrue(event.testedCommunities().stream().allMatch(tested -> tested.basis() == Basis.RISE_REPORTED));
    }

    @ParameterizedTest
    @CsvSource({
        "2016-06-23-eu-referendum, 2016-06-24",
        "2015-11-13-paris-attacks, 2015-11-14",
        "2015-12-31-cologne-new-year-assaults, 2016-01-04",
        "2017-06-19-finsbury-park-attack, 2017-06-19",
        "2020-05-25-george-floyd-murder, 2020-05-30",
    })
    void aResponseStartsOnTheFirstDayWhoseCountsCouldRespond(String eventId, LocalDate responseFrom) {
        assertEquals(responseFrom, UK.find(eventId).orElseThrow().responseFrom());
    }

    @ParameterizedTest
    @CsvSource({
        "2017-06-19-finsbury-park-attack, muslim",
        "2025-10-02-heaton-park-synagogue-attack, jewish",
        "2019-03-15-christchurch-mosque-attacks, muslim",
        "2018-10-27-pittsburgh-synagogue-shooting, jewish",
    })
    void anAttackOnAPlaceOfWorshipIsADirectAttackOnItsCommunity(String eventId, String community) {
        assertTrue(UK.find(eventId).orElseThrow().testedCommunities().stream()
                .anyMatch(tested ->
                        tested.communityCode().equals(community) && tested.basis() == Basis.DIRECTLY_ATTACKED));
    }

    @ParameterizedTest
    @CsvSource({"uk", "us"})
    void noReportedRiseIsWithoutItsSource(String code) {
        assertFalse(EventCatalogue.load(code).events().stream()
                .flatMap(event -> event.testedCommunities().stream())
                .anyMatch(tested ->
                        tested.basis() == Basis.RISE_REPORTED && tested.source().equals(ReferenceEvent.NOT_CHECKED)));
    }

    @Test
    void theUnitedStatesHaveTheDatesTheirSourcesCanShow() {
        List<LocalDate> starts = EventCatalogue.load("us").events().stream()
                .map(ReferenceEvent::startDate)
                .toList();

        assertTrue(starts.containsAll(List.of(
                LocalDate.of(1992, 4, 29),
                LocalDate.of(2001, 9, 11),
                LocalDate.of(2020, 3, 11),
                LocalDate.of(2020, 5, 25),
                LocalDate.of(2021, 3, 16),
                LocalDate.of(2023, 10, 7))));
    }

    @Test
    void statesEveryFaultOfACatalogueAtOnce() {
        String text = """
                version: '1'
                events:
                  - event-id: 2024-01-02-first
                    name: First
                    start: '2024-01-02'
                    end: '2024-01-01'
                    response-from: '2024-01-02'
                    kind: protest
                    scope: london
                    source: not checked
                    communities: [{code: jewish, basis: exploratory, source: not checked}]
                  - event-id: 2024-01-03-second
                    name: Second
                    start: '2024-01-03'
                    end: '2024-01-03'
                    response-from: '2024-01-03'
                    kind: protest
                    scope: london
                    areas: [E99]
                    source: not checked
                    communities: [{code: martian, basis: exploratory, source: not checked}]
                  - event-id: 2024-01-04-third
                    name: Third
                    start: '4 January'
                    end: '2024-01-04'
                    response-from: '2024-01-04'
                    kind: protest
                    scope: london
                    source: not checked
                    communities: [{code: jewish, basis: rise-reported, source: not checked}]
                """;

        ReferenceFileException fault = assertThrows(
                ReferenceFileException.class, () -> EventCatalogue.parse("own.yaml", text, Geography.load("london")));

        assertEquals(
                "Cannot use own.yaml: found 4 faults ["
                        + "2024-01-02-first: found start 2024-01-02, end 2024-01-01, response-from 2024-01-02; expected"
                        + " neither before the start; "
                        + "2024-01-03-second: found community 'martian'; expected a code of the list of communities; "
                        + "2024-01-03-second: found area 'E99'; expected a code of the geography london; "
                        + "2024-01-04-third: found basis 'rise-reported' for 'jewish' without a source; expected the"
                        + " source that reported the rise]; expected none of these.",
                fault.getMessage());
    }

    @Test
    void refusesAKeyItDoesNotKnow() {
        assertEquals(
                "Cannot use own.yaml: found unknown key 'event'; expected one of events, version.",
                assertThrows(
                                ReferenceFileException.class,
                                () -> EventCatalogue.parse(
                                        "own.yaml", "version: '1'\nevent: []\n", Geography.load("london")))
                        .getMessage());
    }

    @Test
    void refusesAnEmptyCatalogueAndOneThatIsNotYaml() {
        assertEquals(
                "Cannot use own.yaml: found 1 faults [catalogue: found no version or no event; expected both];"
                        + " expected none of these.",
                assertThrows(
                                ReferenceFileException.class,
                                () -> EventCatalogue.parse("own.yaml", "version: '1'\n", Geography.load("london")))
                        .getMessage());
        assertTrue(String.valueOf(assertThrows(
                                ReferenceFileException.class,
                                () -> EventCatalogue.parse(
                                        "own.yaml", "version: '1'\nevents: [\n", Geography.load("london")))
                        .getMessage())
                .contains("(line "));
    }

    @Test
    void refusesACatalogueThatIsNotShipped() {
        assertEquals(
                "Cannot load fr-events.yaml: found no such catalogue; expected uk or us.",
                assertThrows(IllegalArgumentException.class, () -> EventCatalogue.load("fr"))
                        .getMessage());
    }
}
