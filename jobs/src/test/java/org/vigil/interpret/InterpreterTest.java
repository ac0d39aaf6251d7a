package org.vigil.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.geography.Geography;
import org.vigil.profile.Field;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;

final class InterpreterTest {
    private static final SourceProfile CANONICAL = SourceProfiles.shipped("canonical");
    private static final SourceProfile NYPD = SourceProfiles.shipped("nypd-hate-crimes");
    private static final SourceProfile FBI = SourceProfiles.shipped("fbi-hate-crime");
    private static final SourceProfile MET = SourceProfiles.shipped("met-hate-crime-counts");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void readsAnIncidentInCanonicalForm() {
        assertEquals(
                List.of(
                        "E09000007 jewish+muslim race+religion criminal-damage street protest-related 2024-06-30 2024-07"),
                canonical(
                        r -> r.area() + " " + r.communities() + " " + r.strands() + " " + r.offences() + " "
                                + r.locations() + " " + r.contexts() + " " + r.occurred() + " " + r.recorded(),
                        "A,crime,2024-06-30,2024-07,Camden,muslim;jewish,race;religion,criminal-damage,street,protest-related,police,,no"));
    }

    @Test
    void keepsUnknownNotStatedAndBlankApart() {
        assertEquals(
                List.of("unknown", "not-stated", "not-stated", "other", "unmapped"),
                canonical(
                        ReadRecords.Row::locations,
                        record("A", "location", "unknown"),
                        record("B", "location", "not-stated"),
                        record("C", "location", ""),
                        record("D", "location", "other"),
                        record("E", "location", "somewhere")));
    }

    @Test
    void takesNoContextForNoMark() {
        assertEquals(
                List.of("", "protest-related", "unmapped"),
                canonical(
                        ReadRecords.Row::contexts,
                        record("A", "context", ""),
                        record("B", "context", "protest-related"),
                        record("C", "context", "loud")));
    }

    @Test
    void leavesOneUnmappedWordOfAListUnmapped() {
        assertEquals(
                List.of("jewish+muslim", "unmapped", "jewish", "not-stated"),
                canonical(
                        ReadRecords.Row::communities,
                        record("A", "community", "jewish;muslim"),
                        record("B", "community", "jewish;martian"),
                        record("C", "community", " jewish ; jewish "),
                        record("D", "community", "")));
    }

    @Test
    void findsAreasByNameCodeAndAlias() {
        assertEquals(
                List.of("E09000007", "E09000007", "E09000001", "unknown", "unmapped"),
                canonical(
                        ReadRecords.Row::area,
                        record("A", "area", "Camden"),
                        record("B", "area", "E09000007"),
                        record("C", "area", "City of London"),
                        record("D", "area", ""),
                        record("E", "area", "Atlantis")));
    }

    @Test
    void ignoresOuterWhiteSpaceAndKeepsTheInner() {
        assertEquals(
                List.of("E09000007", "E09000007", "unmapped"),
                canonical(
                        ReadRecords.Row::area,
                        record("A", "area", "\"\nCamden \r\n\""),
                        record("B", "area", "\t Camden\u00A0".replace("\u00A0", " ")),
                        record("C", "area", "\"Cam\nden\"")));
    }

    @Test
    void readsYesNoAndNothingElse() {
        Function<ReadRecords.Row, String> mark =
                r -> r.has(InterpretedBatch.YES_NO_UNKNOWN) ? "?" : r.isWithdrawn() ? "withdrawn" : "stands";
        assertEquals(
                List.of("withdrawn", "withdrawn", "stands", "stands", "?", "?"),
                canonical(
                        mark,
                        record("A", "withdrawn", "yes"),
                        record("B", "withdrawn", "true"),
                        record("C", "withdrawn", "no"),
                        record("D", "withdrawn", ""),
                        record("E", "withdrawn", "perhaps"),
                        record("F", "withdrawn", "Y")));
    }

    @Test
    void takesAnUndeclaredBlankForAMarkThatWasNotSet() {
        SourceProfile profile = ReadRecords.shipped("canonical", "[\"false\", \"no\", \"0\", \"\"]", "[\"no\"]");
        assertEquals(
                List.of("false false", "false true"),
                ReadRecords.of(profile, folder, HEADER + record("A", "withdrawn", "") + record("B", "withdrawn", "0"))
                        .lines(r -> r.isWithdrawn() + " " + r.has(InterpretedBatch.YES_NO_UNKNOWN)));
    }

    @Test
    void addsTheStrandsThatACommunityLeavesNoChoiceAbout() {
        assertEquals(
                List.of("religion", "", "sexual-orientation", "race"),
                canonical(
                        ReadRecords.Row::strands,
                        record("A", "community", "muslim"),
                        record("B", "community", "jewish"),
                        record("C", "community", "gay"),
                        record("D", "community", "black")));
    }

    /** Also where the publisher's category contradicts the motive: it is kept as stated, and so is the difference. */
    @Test
    void takesTheStrandThatThePublisherStatesAndElseThatOfTheCommunity() {
        String record = "%d,2024,1,01/31/2024,1,,KINGS,FELONY,ARSON,x,%s,%s,,\n";
        assertEquals(
                List.of(
                        "religion",
                        "race",
                        "",
                        "race",
                        "transgender",
                        "",
                        "",
                        "sexual-orientation",
                        "race",
                        "unmapped"),
                ReadRecords.of(
                                NYPD,
                                folder,
                                NYPD_HEADER
                                        + record.formatted(1, "ANTI-JEWISH", "Religion/Religious Practice")
                                        + record.formatted(2, "ANTI-JEWISH", "Race/Color")
                                        + record.formatted(3, "ANTI-JEWISH", "Unclassified")
                                        + record.formatted(4, "ANTI-BLACK", "Unclassified")
                                        + record.formatted(5, "ANTI-TRANSGENDER", "Gender")
                                        + record.formatted(6, "ANTI-FEMALE", "Gender")
                                        + record.formatted(7, "60 YRS AND OLDER", "Age")
                                        + record.formatted(8, "ANTI-JEWISH", "Sexual Orientation")
                                        + record.formatted(9, "ANTI-BLACK", "")
                                        + record.formatted(10, "ANTI-BLACK", "Religion"))
                        .lines(ReadRecords.Row::strands));
    }

    @Test
    void knowsAWordThatStandsForNoStrandFromOneThatNobodyMapped() {
        KnownWords words = new KnownWords(NYPD, Geography.load("nyc"));
        assertEquals(List.of(), words.unknownIn(Field.STRANDS, "Unclassified"));
        assertEquals(List.of(), words.unknownIn(Field.STRANDS, ""));
        assertEquals(List.of("Religion"), words.unknownIn(Field.STRANDS, "Religion"));
        assertEquals(List.of(), words.known(Field.STRANDS).get("Gender"));
    }

    @Test
    void unitesTheStrandsOfSeveralColumnsAndTakesAConstantForEveryRecord() {
        String column = "    column: strands\n    separator: \";\"\n    vocabulary: codes\n";
        SourceProfile several = ReadRecords.shipped(
                "canonical",
                column,
                "    columns: [strands, outcome]\n    vocabulary: codes\n",
                "  outcome:\n    column: outcome\n",
                "  outcome:\n    column: reporting_source\n",
                "  reporting-source:\n    column: reporting_source\n    vocabulary: codes\n",
                "  reporting-source:\n    constant: police\n");
        SourceProfile constant = ReadRecords.shipped("canonical", column, "    constant: [race, religion]\n");
        String record = "A,crime,2024-06-30,2024-06-30,Camden,jewish,race,,,,,religion,no\n";
        assertEquals(
                List.of("race+religion"),
                ReadRecords.of(several, folder, HEADER + record).lines(ReadRecords.Row::strands));
        assertEquals(
                List.of("race+religion"),
                ReadRecords.of(constant, folder, HEADER + record).lines(ReadRecords.Row::strands));
    }

    @Test
    void hashesTheIdentityAndMarksWhatIsNone() {
        List<String> keys = canonical(
                ReadRecords.Row::key,
                record("A-1", "area", "Camden"),
                record("A-2", "area", "Camden"),
                record("  A-1 ", "area", "Brent"));
        assertEquals(keys.get(0), keys.get(2));
        assertNotEquals(keys.get(0), keys.get(1));
        assertEquals(
                List.of("missing", "damaged", "damaged", "fine", "fine"),
                canonical(
                        r -> r.has(InterpretedBatch.IDENTITY_MISSING)
                                ? "missing"
                                : r.has(InterpretedBatch.IDENTITY_DAMAGED) ? "damaged" : "fine",
                        record("", "area", "Camden"),
                        record("2.02105E+14", "area", "Camden"),
                        record("2e+9", "area", "Camden"),
                        record("202105123456789", "area", "Camden"),
                        record("E+12", "area", "Camden")));
    }

    @Test
    void takesTheYearBeforeWhereTheMonthWouldLieAfterTheRecord() {
        assertEquals(
                List.of("2023-12 corrected", "2024-01", "2023-05", "2024-11 corrected", "missing", "invalid"),
                ReadRecords.of(
                                NYPD,
                                folder,
                                NYPD_HEADER
                                        + "1,2024,12,01/03/2024,1,,KINGS,FELONY,ARSON,x,ANTI-JEWISH,Religion,,\n"
                                        + "2,2024,1,1/31/2024,1,,KINGS,FELONY,ARSON,x,ANTI-JEWISH,Religion,,\n"
                                        + "3,2023,5,12/31/2023,1,,KINGS,FELONY,ARSON,x,ANTI-JEWISH,Religion,,\n"
                                        + "4,2025,11,02/28/2025,1,,KINGS,FELONY,ARSON,x,ANTI-JEWISH,Religion,,\n"
                                        + "5,2025,,02/28/2025,1,,KINGS,FELONY,ARSON,x,ANTI-JEWISH,Religion,,\n"
                                        + "6,2025,13,02/28/2025,1,,KINGS,FELONY,ARSON,x,ANTI-JEWISH,Religion,,\n")
                        .lines(r -> r.occurred() + (r.has(InterpretedBatch.YEAR_CORRECTED) ? " corrected" : "")));
    }

    @Test
    void readsTheLabelsOfNewYorkWholeAndAsTheyStand() {
        assertEquals(
                List.of("older-people", "lesbian", "unmapped", "lgbt-mixed-group"),
                ReadRecords.of(
                                NYPD,
                                folder,
                                NYPD_HEADER
                                        + "1,2024,1,01/31/2024,1,,KINGS,FELONY,ARSON,x,60 YRS AND OLDER,Age,,\n"
                                        + "2,2024,1,01/31/2024,1,,KINGS,FELONY,ARSON,x,ANTI-FEMALE HOMOSEXUAL (LESBIAN),x,,\n"
                                        + "3,2024,1,01/31/2024,1,,KINGS,FELONY,ARSON,x,ANTI-FEMALE  HOMOSEXUAL (LESBIAN),x,,\n"
                                        + "4,2024,1,01/31/2024,1,,KINGS,FELONY,ARSON,x,ANTI-LGBT (MIXED GROUP),x,,\n")
                        .lines(ReadRecords.Row::communities));
    }

    @Test
    void splitsListsOfTheUnitedStatesAtSemicolonsOnly() {
        assertEquals(
                List.of(
                        "1991-08-31 NB orthodox-christian",
                        "2001-09-12 CA muslim+arab",
                        "2020-01-01 GM unknown-motivation"),
                ReadRecords.of(FBI, folder, """
                        INCIDENT_ID,INCIDENT_DATE,STATE_ABBR,BIAS_DESC,OFFENSE_NAME,LOCATION_NAME
                        1,31-AUG-91,NB,"Anti-Eastern Orthodox (Russian, Greek, Other)",Arson,Residence/Home
                        2,12-SEP-01,CA,Anti-Islamic (Muslim);Anti-Arab,Arson;Simple Assault,Residence/Home
                        3,01-JAN-20,GM,Unknown (offender's motivation not known),Arson,Residence/Home
                        """).lines(r -> r.occurred() + " " + r.area() + " " + r.communities()));
    }

    @Test
    void unpivotsTheMonthsOfLondonAndLeavesOtherRowsOut() {
        assertEquals(
                List.of("Camden 2010-04 3 jewish", "Camden 2010-05 -1 jewish", "out of scope", "out of scope"),
                ReadRecords.of(MET, folder, """
                        Borough,MajorText,MinorText,201004,201005
                        Camden,Hate,Anti-Semitic,3,x
                        Camden,Special,Knife Crime,5,6
                        """)
                        .lines(r -> r.has(InterpretedBatch.OUT_OF_SCOPE)
                                ? "out of scope"
                                : "Camden " + r.recorded() + " " + r.count() + " " + r.communities()));
    }

    @Test
    void givesAlikeRecordsWithoutIdentityOneKeyAndOthersAnother() {
        SourceProfile profile = ReadRecords.shipped(
                "canonical", "kind: source-id\n  columns: incident_id\n\nextracts: delta", "kind: none");
        List<String> keys = ReadRecords.of(
                        profile,
                        folder,
                        HEADER
                                + record("A", "area", "Camden")
                                + record("B", "area", "Camden")
                                + record("C", "area", "Barnet"))
                .lines(ReadRecords.Row::key);
        assertEquals(keys.get(0), keys.get(1));
        assertNotEquals(keys.get(0), keys.get(2));
    }

    private static final String HEADER =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n";
    private static final String NYPD_HEADER =
            "Full Complaint ID,Complaint Year Number,Month Number,Record Create Date,Complaint Precinct Code,"
                    + "Patrol Borough Name,County,Law Code Category Description,Offense Description,PD Code Description,"
                    + "Bias Motive Description,Offense Category,Arrest Date,Arrest Id\n";

    private List<String> canonical(Function<ReadRecords.Row, String> line, String... records) {
        return ReadRecords.of(CANONICAL, folder, HEADER + String.join("\n", records) + "\n")
                .lines(line);
    }

    /** A harmless record with one field set. */
    private static String record(String id, String field, String value) {
        return String.join(
                        ",",
                        id,
                        "crime",
                        "2024-06-30",
                        "2024-06-30",
                        field.equals("area") ? value : "Camden",
                        field.equals("community") ? value : "jewish",
                        "",
                        "criminal-damage",
                        field.equals("location") ? value : "street",
                        field.equals("context") ? value : "",
                        "police",
                        "",
                        field.equals("withdrawn") ? value : "no")
                + "\n";
    }
}
