package org.vigil.geography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.incident.ReferenceFileException;
import org.vigil.incident.ReferenceTable;

final class GeographyTest {
    private static final String HEADER = "# version: 1\n" + String.join(",", Geography.COLUMNS) + "\n"
            + "w,Whole,Whole,whole-area,,,,true,,\nunknown,Unknown,Unknown,not-a-borough,w,,,false,,\n";

    private static Geography of(String rows) {
        return Geography.of(
                GeographyKind.find("us-states").orElseThrow(),
                ReferenceTable.parse("g.csv", HEADER + rows, Geography.COLUMNS));
    }

    private static String faultOf(String rows) {
        return String.valueOf(
                assertThrows(ReferenceFileException.class, () -> of(rows)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"london", "nyc", "us-states"})
    void anIndexLeadsToACodeAndBackAndTheWholeAndTheUnknownAreThere(String code) {
        Geography geography = Geography.load(code);

        assertTrue(geography.size() < Geography.MAXIMUM_SIZE);
        for (int index = 0; index < geography.size(); index++) {
            assertEquals(index, geography.indexOf(geography.get(index).code()).orElseThrow());
            assertEquals(index, geography.findIndex(geography.get(index).code()).orElseThrow());
        }
        assertEquals(
                AreaKind.WHOLE_AREA,
                geography.find(geography.wholeAreaCode()).orElseThrow().kind());
        assertTrue(geography.findIndex("UNKNOWN").isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "1, precinct-001",
        "001, precinct-001",
        "Precinct 75, precinct-075",
        "KINGS, brooklyn",
        "NEW YORK, manhattan",
        "PATROL BORO BKLYN NORTH, brooklyn-north"
    })
    void newYorkFindsPrecinctsByNumberAndBoroughsByCounty(String text, String code) {
        Geography nyc = Geography.load("nyc");

        assertEquals(code, nyc.get(nyc.findIndex(text).orElseThrow()).code());
    }

    @Test
    void aPrecinctCountsInItsPatrolBoroughAndItsBoroughButNotInItself() {
        Geography nyc = Geography.load("nyc");
        List<String> wider = Arrays.stream(
                        nyc.ancestors(nyc.indexOf("precinct-076").orElseThrow()))
                .mapToObj(index -> nyc.get(index).code())
                .toList();

        assertEquals(List.of("brooklyn-south", "brooklyn"), wider);
    }

    @ParameterizedTest
    @CsvSource({
        "brooklyn, 2736074",
        "queens, 2420924",
        "manhattan, 1673864",
        "bronx, 1477472",
        "patrol-borough-bronx, 1477472",
        "staten-island, 495747",
    })
    void newYorkBoroughsHaveTheSumOfTheirPrecincts(String area, long residents) {
        assertEquals(
                residents,
                Geography.load("nyc")
                        .populations()
                        .find(area, 2020)
                        .orElseThrow()
                        .residents());
    }

    @Test
    void newYorkCarriesTheCensusForwardButNotBack() {
        PopulationTable populations = Geography.load("nyc").populations();

        assertTrue(populations.find("queens", 2025).orElseThrow().isCarriedForward());
        assertTrue(populations.find("queens", 2019).isEmpty());
        assertFalse(populations.hasPopulation("nyc"));
    }

    @ParameterizedTest
    @CsvSource({
        "NB, Nebraska",
        "NE, Nebraska",
        "GM, Guam",
        "FS, Federal",
        "dc, District of Columbia",
        "New York, New York"
    })
    void statesAreFoundByTheCodesOfTheFederalFileByPostalCodeAndByName(String text, String label) {
        Geography states = Geography.load("us-states");

        assertEquals(label, states.get(states.findIndex(text).orElseThrow()).label());
    }

    @Test
    void thereAre53StatesWithoutRatesAndWithoutWeeks() {
        Geography states = Geography.load("us-states");

        assertEquals(
                53,
                states.areas().stream()
                        .filter(area -> area.kind() == AreaKind.STATE)
                        .count());
        assertTrue(states.areas().stream().noneMatch(Area::isRatePublished));
        assertFalse(states.publishesAreaWeeks());
        assertTrue(states.populations().find("NY", 2020).isEmpty());
    }

    @Test
    void thereAre77Precincts() {
        assertEquals(
                77,
                Geography.load("nyc").areas().stream()
                        .filter(area -> area.kind() == AreaKind.PRECINCT)
                        .count());
    }

    @Test
    void refusesANameThatMeansTwoAreas() {
        assertEquals(
                "Cannot use g.csv: found aliases 'Alpha' (line 6); expected names that mean this area only, not 'Alpha'.",
                faultOf("a,Alpha,A,state,w,,,false,,\nb,Beta,B,state,w,,,false,Alpha,\n"));
    }

    @Test
    void refusesATileTwiceAnUnknownWholeAndACircle() {
        assertEquals(
                "Cannot use g.csv: found code 'b' (line 6); expected a tile of its own for each area.",
                faultOf("a,Alpha,A,state,w,1,1,false,,\nb,Beta,B,state,w,1,1,false,,\n"));
        assertEquals(
                "Cannot use g.csv: found part_of 'z' (line 5); expected an area of this file.",
                faultOf("a,Alpha,A,state,z,,,false,,\n"));
        assertEquals(
                "Cannot use g.csv: found part_of 'b' (line 5); expected no area that is part of itself.",
                faultOf("a,Alpha,A,state,b,,,false,,\nb,Beta,B,state,a,,,false,,\n"));
    }

    @Test
    void refusesAGeographyThatIsNotShipped() {
        assertEquals(
                "Cannot load a geography: found 'paris'; expected one of london, nyc, us-states.",
                assertThrows(IllegalArgumentException.class, () -> Geography.load("paris"))
                        .getMessage());
    }

    @Test
    void refusesTwoSeriesInUseForOneYear() {
        ReferenceTable series = ReferenceTable.parse(
                "s.csv",
                "# version: 1\nseries_code,label,is_in_use\nx,Old,true\ny,New,true\n",
                PopulationTable.SERIES_COLUMNS);
        ReferenceTable populations = ReferenceTable.parse(
                "p.csv",
                "# version: 1\narea_code,year,residents,series_code\na,2020,10,x\na,2020,9,y\n",
                PopulationTable.POPULATION_COLUMNS);
        Area area = of("a,Alpha,A,state,w,,,false,,\n").find("a").orElseThrow();

        assertEquals(
                "Cannot use p.csv: found series_code 'y' (line 4); expected one series in use for 2020, not also 'Old'.",
                assertThrows(
                                ReferenceFileException.class,
                                () -> PopulationTable.of(
                                        series, populations, java.util.Map.of("a", area), CensusCommunities.none()))
                        .getMessage());
    }

    @Test
    void refusesToAddAnAreaTwice() {
        assertEquals(
                "Cannot add populations: found an area twice in [queens, queens]; expected each once.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Geography.load("nyc").populations().sum(List.of("queens", "queens"), 2020))
                        .getMessage());
    }
}
