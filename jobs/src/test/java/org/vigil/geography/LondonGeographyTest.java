package org.vigil.geography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LondonGeographyTest {
    private static final Geography LONDON = Geography.load("london");

    private static List<Area> boroughs() {
        return LONDON.areas().stream()
                .filter(area -> area.kind() == AreaKind.BOROUGH)
                .toList();
    }

    private static List<String> metropolitanPoliceBoroughs() {
        return boroughs().stream()
                .map(Area::code)
                .filter(code -> !code.equals("E09000001"))
                .toList();
    }

    @Test
    void has33BoroughsEachOnATileOfItsOwn() {
        assertEquals(33, boroughs().size());
        assertEquals(
                33,
                boroughs().stream()
                        .flatMap(area -> area.tile().stream())
                        .distinct()
                        .count());
        assertTrue(boroughs().stream()
                .flatMap(area -> area.tile().stream())
                .allMatch(tile -> tile.column() < 8 && tile.row() < 7));
    }

    @Test
    void cityOfLondonHasATileButNoRate() {
        Area city = LONDON.find("E09000001").orElseThrow();

        assertEquals(Optional.of(new Tile(4, 3)), city.tile());
        assertFalse(city.isRatePublished());
        assertEquals(32, boroughs().stream().filter(Area::isRatePublished).count());
    }

    @ParameterizedTest
    @CsvSource({
        "Hammersmith & Fulham, E09000013",
        "HAMMERSMITH  AND FULHAM, E09000013",
        "kingston-upon-thames, E09000021",
        "e09000033, E09000033",
        "City of Westminster, E09000033",
        "Aviation Security(SO18), aviation-security",
        "London Heathrow and London City Airports, london-airports",
        "UNKNOWN, unknown",
    })
    void findsAnAreaByNameCodeOrAlias(String text, String code) {
        assertEquals(code, LONDON.get(LONDON.findIndex(text).orElseThrow()).code());
    }

    @Test
    void doesNotGuessAnAreaFromAPartOfItsName() {
        assertTrue(LONDON.findIndex("Tower").isEmpty());
        assertTrue(LONDON.findIndex("").isEmpty());
    }

    @Test
    void aBoroughCountsInItselfAndTheWholeAreaInNothing() {
        int camden = LONDON.indexOf("E09000007").orElseThrow();

        assertEquals(
                List.of(camden),
                java.util.Arrays.stream(LONDON.ancestors(camden)).boxed().toList());
        assertEquals(0, LONDON.ancestors(LONDON.indexOf("london").orElseThrow()).length);
    }

    @ParameterizedTest
    @CsvSource({"E09000033, 2018", "E09000007, 2018"})
    void everyYearUpTo2018IsOfTheGreaterLondonAuthoritySeries(String area, int year) {
        Population population = LONDON.populations().find(area, year).orElseThrow();

        assertTrue(population.series().startsWith("GLA 2016-based"), population.series());
        assertFalse(population.isCarriedForward());
    }

    @Test
    void takesTheRebasedSeriesFor2020NotTheFirstPublication() {
        PopulationTable populations = LONDON.populations();
        List<String> all = boroughs().stream().map(Area::code).toList();

        assertEquals(8_867_008, populations.sum(all, 2020).orElseThrow().residents());
        assertEquals(
                "ONS mid-year estimates, series 2011 to 2024, rebased on Census 2021",
                populations.sum(all, 2020).orElseThrow().series());
    }

    @Test
    void saysThatTheSeriesChangesBetween2018And2019Only() {
        PopulationTable populations = LONDON.populations();

        assertTrue(populations.seriesChangesBetween(2018, 2019));
        assertTrue(populations.seriesChangesBetween(2024, 2012));
        assertFalse(populations.seriesChangesBetween(1999, 2018));
        assertFalse(populations.seriesChangesBetween(2019, 2027));
    }

    @Test
    void carriesTheLastYearForwardAndSaysSo() {
        Population population = LONDON.populations().find("E09000001", 2026).orElseThrow();

        assertEquals(new Population(15_111, 2024, population.series(), true), population);
        assertTrue(LONDON.populations().find("E09000001", 1998).isEmpty());
    }

    @Test
    void sumsThe32BoroughsOfTheMetropolitanPoliceWithoutCityAndWithoutPlacesThatHaveNoResidents() {
        List<String> areas = new java.util.ArrayList<>(metropolitanPoliceBoroughs());
        areas.add("aviation-security");
        areas.add("unknown");

        assertEquals(
                9_089_736 - 15_111,
                LONDON.populations().sum(areas, 2024).orElseThrow().residents());
    }

    @Test
    void hasCommunityPopulationsWhereTheCensusAsked() {
        PopulationTable populations = LONDON.populations();
        List<String> all = boroughs().stream().map(Area::code).toList();

        assertEquals(
                145_469, populations.sumCommunity(all, "jewish").orElseThrow().residents());
        assertEquals(
                1_318_730, populations.sumCommunity(all, "muslim").orElseThrow().residents());
        assertEquals(
                322_052,
                populations.sumCommunity(all, "bangladeshi").orElseThrow().residents());
        assertEquals(
                158_760 + 108_167,
                populations
                        .sumCommunity(all, "lesbian-gay-bisexual")
                        .orElseThrow()
                        .residents());
    }

    @ParameterizedTest
    @CsvSource({"transgender", "south-asian", "east-south-east-asian", "latin-american", "refugees-and-migrants", "all"
    })
    void hasNoCommunityPopulationWhereTheCensusDidNotAskOrIsNotTrusted(String community) {
        assertTrue(LONDON.populations()
                .sumCommunity(boroughs().stream().map(Area::code).toList(), community)
                .isEmpty());
    }

    @Test
    void hidesAGroupOfFewerThan5000People() {
        assertTrue(LONDON.populations().findCommunity("E09000002", "jewish").isEmpty());
        assertTrue(LONDON.populations().findCommunity("E09000002", "muslim").isPresent());
    }

    @Test
    void showsHowManyDidNotAnswerBesideAReligion() {
        long notAnswered = boroughs().stream()
                .mapToLong(area -> LONDON.populations()
                        .findNotAnswered(area.code(), "jewish")
                        .orElseThrow()
                        .residents())
                .sum();

        assertEquals(615_675, notAnswered);
        assertTrue(LONDON.populations().findNotAnswered("E09000002", "black").isEmpty());
    }
}
