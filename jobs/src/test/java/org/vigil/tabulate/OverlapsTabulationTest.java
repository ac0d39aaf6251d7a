package org.vigil.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.cube.CountCube;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Incidents;
import org.vigil.incident.RecordClass;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.Column;
import org.vigil.release.SourceOverlapsTable;
import org.vigil.release.TableRows;

final class OverlapsTabulationTest {
    private static final Geography LONDON = Geography.load("london");
    private static final int CAMDEN = LONDON.indexOf("E09000007").orElseThrow();
    private static final int HACKNEY = LONDON.indexOf("E09000012").orElseThrow();
    private static final int CITY = LONDON.indexOf("E09000001").orElseThrow();
    private static final int UNKNOWN = LONDON.indexOf("unknown").orElseThrow();
    private static final int JEWISH = CodeLists.communities().indexOf("jewish").orElseThrow();
    private static final int MUSLIM = CodeLists.communities().indexOf("muslim").orElseThrow();
    private static final int NOT_STATED =
            CodeLists.communities().indexOf("not-stated").orElseThrow();
    private static final String TEXT = SourceProfiles.shippedText("canonical");
    private static final SourceProfile BY_OCCURRENCE = SourceProfiles.parse("canonical", TEXT);

    @Test
    void pairsIncidentsOfOneDayAndPlaceOnceEach() {
        Consumer<Incidents> police = i -> {
            add(i, CAMDEN, "2024-05-01", JEWISH);
            add(i, CAMDEN, "2024-05-01", JEWISH);
            add(i, CAMDEN, "2024-05-02", JEWISH);
            add(i, HACKNEY, "2024-05-03", JEWISH);
        };
        Consumer<Incidents> charity = i -> {
            add(i, CAMDEN, "2024-05-01", JEWISH);
            add(i, CAMDEN, "2024-05-02", JEWISH);
            add(i, CAMDEN, "2024-05-02", JEWISH);
            add(i, HACKNEY, "2024-05-04", JEWISH);
        };
        assertRows("""
                crime crime E09000007 all 2024-05-01 occurred day 3 3 2
                crime crime E09000007 jewish 2024-05-01 occurred day 3 3 2
                crime crime E09000012 all 2024-05-01 occurred day 1 1 0
                crime crime E09000012 jewish 2024-05-01 occurred day 1 1 0
                crime crime london all 2024-05-01 occurred day 4 4 2
                crime crime london jewish 2024-05-01 occurred day 4 4 2
                """, facts("police", BY_OCCURRENCE, police), facts("charity", BY_OCCURRENCE, charity));
    }

    @Test
    void asksForTheSameCommunityOnlyWithinACommunity() {
        assertRows(
                """
                crime crime E09000007 all 2024-05-01 occurred day 1 1 1
                crime crime london all 2024-05-01 occurred day 1 1 1
                """,
                facts("police", BY_OCCURRENCE, i -> add(i, CAMDEN, "2024-05-01", JEWISH)),
                facts("charity", BY_OCCURRENCE, i -> add(i, CAMDEN, "2024-05-01", MUSLIM)));
    }

    @Test
    void letsAnIncidentKnownToTheMonthBeOfAnyOfItsDays() {
        // Day 1: 2 and 0; day 2: 1 and 3; to the month: 1 and 0. One pair on day 2; the one of the month takes another
        // of day 2.
        Consumer<Incidents> police = i -> {
            add(i, CAMDEN, "2024-05-01", JEWISH);
            add(i, CAMDEN, "2024-05-01", JEWISH);
            add(i, CAMDEN, "2024-05-02", JEWISH);
            add(i, CAMDEN, "2024-05", JEWISH);
        };
        Consumer<Incidents> charity = i -> {
            add(i, CAMDEN, "2024-05-02", JEWISH);
            add(i, CAMDEN, "2024-05-02", JEWISH);
            add(i, CAMDEN, "2024-05-02", JEWISH);
        };
        assertRows("""
                crime crime E09000007 all 2024-05-01 occurred day 4 3 2
                crime crime E09000007 jewish 2024-05-01 occurred day 4 3 2
                crime crime london all 2024-05-01 occurred day 4 3 2
                crime crime london jewish 2024-05-01 occurred day 4 3 2
                """, facts("police", BY_OCCURRENCE, police), facts("charity", BY_OCCURRENCE, charity));
    }

    @Test
    void comparesMonthsOfOccurrenceWhereASeriesGoesByTheDateOfRecording() {
        SourceProfile recorded = SourceProfiles.parse("canonical", TEXT.replace("date: occurred", "date: recorded"));
        assertEquals("recorded", recorded.series().dateBasis());
        assertRows(
                """
                crime crime E09000007 all 2024-05-01 occurred month 1 2 1
                crime crime E09000007 jewish 2024-05-01 occurred month 1 2 1
                crime crime london all 2024-05-01 occurred month 1 2 1
                crime crime london jewish 2024-05-01 occurred month 1 2 1
                """,
                facts("police", recorded, i -> add(i.recorded("2024-06-02"), CAMDEN, "2024-05-01", JEWISH)),
                facts("charity", BY_OCCURRENCE, i -> {
                    add(i, CAMDEN, "2024-05-30", JEWISH);
                    add(i, CAMDEN, "2024-05-31", JEWISH);
                }));
    }

    @Test
    void comparesMonthsOfRecordingWhereASourceKnowsNoOtherDateAndHasNoTotal() {
        SourceProfile counts = SourceProfiles.shipped("met-hate-crime-counts");
        assertRows(
                """
                crime crime E09000007 jewish 2024-05-01 recorded month 5 1 1
                crime crime london jewish 2024-05-01 recorded month 5 1 1
                """,
                facts(
                        "police",
                        counts,
                        i -> i.area(CAMDEN)
                                .occurred("")
                                .recorded("2024-05")
                                .communities(JEWISH)
                                .count(5)
                                .add(0)),
                facts("charity", BY_OCCURRENCE, i -> add(i.recorded("2024-05-09"), CAMDEN, "2024-04-01", JEWISH)));
    }

    @Test
    void comparesEveryClassWithEveryOtherAndTerrorismWithNone() {
        Consumer<Incidents> police = i -> {
            add(i, CAMDEN, "2024-05-01", JEWISH);
            add(i.recordClass(RecordClass.NON_CRIME_INCIDENT), CAMDEN, "2024-05-01", JEWISH);
            add(i.recordClass(RecordClass.TERRORISM_RELATED), CAMDEN, "2024-05-01", JEWISH);
        };
        Consumer<Incidents> charity = i -> {
            add(i.recordClass(RecordClass.NON_CRIME_INCIDENT), CAMDEN, "2024-05-01", JEWISH);
            add(i.recordClass(RecordClass.NON_CRIME_INCIDENT), CAMDEN, "2024-05-01", JEWISH);
            add(i.recordClass(RecordClass.NON_CRIME_INCIDENT), CAMDEN, "2024-05-01", JEWISH);
        };
        assertEquals(
                List.of(
                        "both non-crime-incident london all 2024-05-01 occurred day 2 3 2",
                        "crime non-crime-incident london all 2024-05-01 occurred day 1 3 1",
                        "non-crime-incident non-crime-incident london all 2024-05-01 occurred day 1 3 1"),
                lines(List.of(facts("police", BY_OCCURRENCE, police), facts("charity", BY_OCCURRENCE, charity)))
                        .stream()
                        .filter(line -> line.contains(" london all "))
                        .toList());
    }

    @Test
    void pairsNothingWhosePlaceOrCommunityIsNotKnown() {
        Consumer<Incidents> both = i -> {
            add(i, UNKNOWN, "2024-05-01", JEWISH);
            add(i, CAMDEN, "2024-05-01", NOT_STATED);
        };
        assertRows("""
                crime crime E09000007 all 2024-05-01 occurred day 1 1 1
                crime crime london all 2024-05-01 occurred day 2 2 1
                crime crime london jewish 2024-05-01 occurred day 1 1 0
                """, facts("police", BY_OCCURRENCE, both), facts("charity", BY_OCCURRENCE, both));
    }

    @Test
    void leavesOutAreasAndMonthsThatOneOfTheTwoDoesNotCover() {
        SourceProfile synthetic = SourceProfiles.shipped("london-synthetic");
        assertEquals(Set.of("E09000001"), synthetic.notCoveredAreas());
        Consumer<Incidents> both = i -> {
            add(i, CITY, "2024-03-01", JEWISH);
            add(i, CAMDEN, "2024-04-10", JEWISH);
            add(i, CAMDEN, "2024-06-30", JEWISH);
        };
        SourceFacts police = facts("police", synthetic, both);
        SourceFacts charity = facts("charity", BY_OCCURRENCE, both);
        assertEquals(
                List.of(
                        "crime crime E09000007 all 2024-06-01 occurred day 1 1 1",
                        "crime crime london all 2024-06-01 occurred day 1 1 1"),
                lines(List.of(police, covering(charity, "2024-04-02", "2024-06-30"))).stream()
                        .filter(line -> line.contains(" all "))
                        .toList());
        assertEquals(List.of(), lines(List.of(police, covering(charity, "2024-04-02", "2024-04-29"))));
        assertEquals(List.of(), lines(List.of(police, covering(charity, "2025-01-01", "2025-03-31"))));
    }

    @Test
    void namesEachPairOnceInTheOrderOfTheConfigurationAndNoneAcrossGeographies() {
        Consumer<Incidents> one = i -> add(i, CAMDEN, "2024-05-01", JEWISH);
        TableRows rows = tabulated(
                List.of(
                        facts("z", BY_OCCURRENCE, one),
                        facts("y", BY_OCCURRENCE, one),
                        facts("x", BY_OCCURRENCE, one),
                        facts("us", SourceProfiles.shipped("fbi-hate-crime"), one)),
                List.of());
        assertEquals(
                Set.of("z y", "z x", "y x"),
                IntStream.range(0, rows.size())
                        .mapToObj(row -> text(rows, SourceOverlapsTable.SOURCE_CODE, row) + " "
                                + text(rows, SourceOverlapsTable.OTHER_SOURCE_CODE, row))
                        .collect(Collectors.toSet()));
    }

    @Test
    void hasNothingForOneSource() {
        assertEquals(
                List.of(), lines(List.of(facts("police", BY_OCCURRENCE, i -> add(i, CAMDEN, "2024-05-01", JEWISH)))));
    }

    @Test
    void countsASharedIncidentOnceWhereTheSourceReferredToPlacesIt() {
        SourceFacts police = facts("police", BY_OCCURRENCE, i -> {
            add(i, CAMDEN, "2024-05-01", JEWISH);
            add(i, HACKNEY, "2024-05-01", JEWISH);
        });
        SourceFacts charity = facts("charity", BY_OCCURRENCE, i -> {
            add(i, CAMDEN, "2024-05-01", JEWISH);
            add(i, CAMDEN, "2024-05-09", JEWISH);
            add(i, HACKNEY, "2024-05-09", JEWISH);
        });
        // The charity places in Camden on 9 May what the police place in Hackney on 1 May.
        SharedIncidents shared = new SharedIncidents(
                "charity", "police", cube(BY_OCCURRENCE, i -> add(i, CAMDEN, "2024-05-09", JEWISH)));
        List<String> lines = withShared(tabulated(List.of(police, charity), List.of(shared)));
        assertEquals(
                List.of(
                        "E09000007 all 1 2 1 shared 1 combined 2",
                        "E09000007 jewish 1 2 1 shared 1 combined 2",
                        "E09000012 all 1 1 0 shared 0 combined 2",
                        "E09000012 jewish 1 1 0 shared 0 combined 2",
                        "london all 2 3 1 shared 1 combined 4",
                        "london jewish 2 3 1 shared 1 combined 4"),
                lines);
        // Which of the two comes first changes nothing.
        assertEquals(
                List.of("london all 3 2 1 shared 1 combined 4"),
                withShared(tabulated(List.of(charity, police), List.of(shared))).stream()
                        .filter(line -> line.startsWith("london all"))
                        .toList());
        // A third source knows nothing of it, and unknown is not zero.
        assertEquals(
                List.of("london all 3 2 1 shared  combined "),
                withShared(tabulated(
                                List.of(charity, facts("other", BY_OCCURRENCE, i -> {
                                    add(i, CAMDEN, "2024-05-01", JEWISH);
                                    add(i, CAMDEN, "2024-05-01", JEWISH);
                                })),
                                List.of(shared)))
                        .stream()
                        .filter(line -> line.startsWith("london all"))
                        .toList());
    }

    @Test
    void marksMonthsThatAreProvisionalForEither() {
        SourceFacts police = covering(
                facts("police", BY_OCCURRENCE, i -> add(i, CAMDEN, "2024-05-01", JEWISH)), "2024-01-01", "2024-06-10");
        SourceFacts charity = facts("charity", BY_OCCURRENCE, i -> add(i, CAMDEN, "2024-05-01", JEWISH));
        TableRows rows = tabulated(List.of(police, charity), List.of());
        assertEquals("[p]", text(rows, SourceOverlapsTable.STATUS, 0));
        TableRows settled = tabulated(List.of(charity, charity), List.of());
        assertEquals("", text(settled, SourceOverlapsTable.STATUS, 0));
    }

    private static void add(Incidents incidents, int area, String occurred, int community) {
        incidents.area(area).occurred(occurred).communities(community).add(0);
    }

    private static CountCube cube(SourceProfile profile, Consumer<Incidents> incidents) {
        Incidents made = new Incidents();
        incidents.accept(made);
        CountCube cube = new CountCube(
                profile.series().dateBasis().equals("recorded"),
                Geography.load(profile.geographyCode()).size(),
                CodeLists.communities().size());
        for (int row = 0; row < made.packed().size(); row++) {
            cube.add(made.packed(), row);
        }
        return cube;
    }

    private static SourceFacts facts(String code, SourceProfile profile, Consumer<Incidents> incidents) {
        return covering(
                new SourceFacts(
                        code,
                        profile,
                        Geography.load(profile.geographyCode()),
                        cube(profile, incidents),
                        Coverage.of(LocalDate.EPOCH, LocalDate.EPOCH, 0)),
                "2024-01-01",
                "2024-12-31");
    }

    private static SourceFacts covering(SourceFacts facts, String start, String end) {
        return new SourceFacts(
                facts.sourceCode(),
                facts.profile(),
                facts.geography(),
                facts.cube(),
                Coverage.of(LocalDate.parse(start), LocalDate.parse(end), 8));
    }

    private static void assertRows(String expected, SourceFacts... sources) {
        assertEquals(expected.lines().toList(), lines(List.of(sources)));
    }

    private static TableRows tabulated(List<SourceFacts> sources, List<SharedIncidents> shared) {
        TableRows rows = new TableRows(SourceOverlapsTable.TABLE);
        OverlapsTabulation.addTo(rows, sources, shared);
        return rows;
    }

    private static List<String> lines(List<SourceFacts> sources) {
        return lines(
                tabulated(sources, List.of()),
                SourceOverlapsTable.RECORD_CLASS,
                SourceOverlapsTable.OTHER_RECORD_CLASS,
                SourceOverlapsTable.AREA_CODE,
                SourceOverlapsTable.COMMUNITY_CODE,
                SourceOverlapsTable.MONTH_START_DATE,
                SourceOverlapsTable.DATE_BASIS,
                SourceOverlapsTable.MATCHED_ON,
                SourceOverlapsTable.INCIDENT_COUNT,
                SourceOverlapsTable.OTHER_INCIDENT_COUNT,
                SourceOverlapsTable.POSSIBLE_DUPLICATE_COUNT);
    }

    private static List<String> withShared(TableRows rows) {
        List<String> lines = new ArrayList<>();
        for (int row : rows.sortedByKey()) {
            lines.add(String.join(
                    " ",
                    text(rows, SourceOverlapsTable.AREA_CODE, row),
                    text(rows, SourceOverlapsTable.COMMUNITY_CODE, row),
                    text(rows, SourceOverlapsTable.INCIDENT_COUNT, row),
                    text(rows, SourceOverlapsTable.OTHER_INCIDENT_COUNT, row),
                    text(rows, SourceOverlapsTable.POSSIBLE_DUPLICATE_COUNT, row),
                    "shared",
                    text(rows, SourceOverlapsTable.SHARED_INCIDENT_COUNT, row),
                    "combined",
                    text(rows, SourceOverlapsTable.COMBINED_INCIDENT_COUNT, row)));
        }
        return lines;
    }

    private static List<String> lines(TableRows rows, Column... columns) {
        return Arrays.stream(rows.sortedByKey())
                .mapToObj(row ->
                        Arrays.stream(columns).map(c -> text(rows, c, row)).collect(Collectors.joining(" ")))
                .toList();
    }

    private static String text(TableRows rows, Column column, int row) {
        return rows.column(column).display(row);
    }
}
