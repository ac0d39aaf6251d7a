package org.vigil.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.interpret.ReadRecords;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;

final class ValidatorTest {
    private static final LocalDate EXTRACT_DATE = LocalDate.of(2024, 7, 1);
    private static final SourceProfile CANONICAL = SourceProfiles.shipped("canonical");
    private static final String HEADER =
            "incident_id,record_class,occurred_date,recorded_date,area,target_communities,strands,offence_group,"
                    + "location_type,context,reporting_source,outcome,withdrawn\n";
    private static final String GOOD = "A-1,crime,2024-06-30,2024-06-30,Camden,jewish,,arson,street,,police,,no";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crime           | misdeed         | unknown-record-class
            2024-06-30      | 2024-06-31      | invalid-date
            2024-06-30,2024 | ,2024           | missing-date
            -30,2024-06-30  | -30,2024-07-02  | date-after-extract
            Camden          | Atlantis        | unknown-area
            jewish          | martian         | unknown-community
            jewish,         | jewish,loud     | unknown-strand
            arson           | mischief        | unknown-offence-group
            street          | somewhere       | unknown-location-type
            street,         | street,loud     | unknown-context
            police          | rumour          | unknown-reporting-source
            police,         | police,nothing  | unknown-outcome
            no              | perhaps         | invalid-yes-no
            A-1             |                 | missing-identity
            ,no             | ''              | too-few-fields
            ,no             | ,no,no          | too-many-fields
            arson           | "arson"s        | broken-quotes
            """)
    void holdsARecordOutByTheRuleItBreaks(String part, String broken, String rule) {
        Validator validator = validated(GOOD, replaceFirst(part, broken == null ? "" : broken));
        RecordTally tally = validator.tally();
        assertEquals("2 read, 1 passed, 0 out of scope, 1 quarantined", text(tally));
        assertEquals(2, validator.quarantine().rowNumber(0));
        assertEquals(0, validator.quarantine().partNumber(0));
        assertTrue(
                validator.quarantine().rules(0).stream().anyMatch(r -> r.code().equals(rule)),
                validator.quarantine().rules(0).toString());
    }

    @Test
    void namesEveryRuleThatARecordBreaks() {
        Validator validator = validated("A-1,crime,2024-06-30,2024-06-31,Atlantis,martian,,arson,street,,police,,no");
        assertEquals(
                EnumSet.of(Rule.INVALID_DATE, Rule.UNKNOWN_AREA, Rule.UNKNOWN_COMMUNITY),
                validator.quarantine().rules(0));
        assertEquals(1, validator.tally().brokeRule(Rule.UNKNOWN_AREA));
        assertEquals(1, validator.tally().quarantined());
    }

    @Test
    void namesNoWordOfARowWhoseTextIsBroken() {
        Validator validator = validated("A-1,crime,2024-06-31,Atlantis");
        assertEquals(Set.of(Rule.TOO_FEW_FIELDS), validator.quarantine().rules(0));
        assertEquals(0, validator.tally().brokeRule(Rule.UNKNOWN_AREA));
    }

    @Test
    void leavesARepeatedHeaderOutOfScope() {
        Validator validator = validated(GOOD, HEADER.strip());
        assertEquals("2 read, 1 passed, 1 out of scope, 0 quarantined", text(validator.tally()));
        assertEquals(1, validator.tally().brokeRule(Rule.HEADER_REPEATED));
        assertEquals(0, validator.quarantine().size());
    }

    @Test
    void acceptsWithARemarkWhatWasRecordedBeforeItOccurred() {
        Validator validator = validated(GOOD.replace("-30,2024-06-30", "-30,2024-06-29"), GOOD);
        assertEquals("2 read, 2 passed, 0 out of scope, 0 quarantined", text(validator.tally()));
        assertEquals(1, validator.tally().brokeRule(Rule.RECORDED_BEFORE_OCCURRED));
    }

    @Test
    void takesAMonthOfRecordForAnyOfItsDays() {
        Validator validator =
                validated(GOOD.replace("-30,2024-06-30", "-30,2024-06"), GOOD.replace("-30,2024-06-30", "-30,2024-05"));
        assertEquals(1, validator.tally().brokeRule(Rule.RECORDED_BEFORE_OCCURRED));
    }

    @Test
    void acceptsADateOnTheDayOfTheExtract() {
        Validator validator = validated(GOOD.replace("2024-06-30,2024-06-30", "2024-07-01,2024-07-01"));
        assertEquals("1 read, 1 passed, 0 out of scope, 0 quarantined", text(validator.tally()));
    }

    @Test
    void missesOnlyTheDateOfTheSeries() {
        Validator validator = validated(GOOD.replace("-30,2024-06-30", "-30,"));
        assertEquals("1 read, 1 passed, 0 out of scope, 0 quarantined", text(validator.tally()));
    }

    @Test
    void placesAQuarantinedCellOfAWideFileByRowAndPart() {
        Validator validator = ReadRecords.of(SourceProfiles.shipped("met-hate-crime-counts"), folder, """
                        Borough,MajorText,MinorText,201004,201005
                        Camden,Hate,Anti-Semitic,3,4
                        Brent,Hate,Anti-Semitic,3,x
                        """)
                .validated(LocalDate.of(2021, 7, 1));
        assertEquals("4 read, 3 passed, 0 out of scope, 1 quarantined", text(validator.tally()));
        assertEquals(2, validator.quarantine().rowNumber(0));
        assertEquals(2, validator.quarantine().partNumber(0));
        assertEquals(Set.of(Rule.INVALID_COUNT), validator.quarantine().rules(0));
    }

    @Test
    void accountsForEveryRecordWhateverIsWrong() {
        long seed = 20231007;
        Random random = new Random(seed);
        List<String> broken = List.of("Camden", "2024-06-30", "jewish", "crime", ",no", "A-1", "arson");
        for (int round = 0; round < 20; round++) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String row = GOOD;
                for (String part : broken) {
                    row = random.nextInt(10) == 0
                            ? row.replace(part, List.of("", "x", "\"").get(random.nextInt(2)))
                            : row;
                }
                rows.add(random.nextInt(40) == 0 ? HEADER.strip() : row);
            }
            RecordTally tally = validated(rows.toArray(String[]::new)).tally();
            assertEquals(200, tally.read(), "seed " + seed);
            assertEquals(tally.read(), tally.passed() + tally.outOfScope() + tally.quarantined(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasACodeAndSaysWhatItExpects(Rule rule) {
        assertTrue(rule.code().matches("[a-z]+(-[a-z]+)*"), rule.code());
        assertTrue(rule.expected().length() > 10, rule.expected());
    }

    @Test
    void onlyOneRuleStopsARun() {
        assertEquals(
                EnumSet.of(Rule.DAMAGED_IDENTITY),
                EnumSet.copyOf(List.of(Rule.values()).stream()
                        .filter(r -> r.severity() == Rule.Severity.STOP)
                        .toList()));
        Validator validator = validated(GOOD.replace("A-1", "2.02105E+14"));
        assertEquals("1 read, 0 passed, 0 out of scope, 1 quarantined", text(validator.tally()));
    }

    @Test
    void addsTalliesAndQuarantinesOfSplits() {
        Validator one = validated(GOOD, GOOD.replace("Camden", "Atlantis"));
        Validator two = validated(GOOD.replace("Camden", "Utopia"), GOOD, GOOD);
        one.tally().add(two.tally());
        one.quarantine().addAll(two.quarantine());
        assertEquals("5 read, 3 passed, 0 out of scope, 2 quarantined", text(one.tally()));
        assertEquals(2, one.tally().brokeRule(Rule.UNKNOWN_AREA));
        assertEquals(2, one.quarantine().size());
    }

    private Validator validated(String... rows) {
        return ReadRecords.of(CANONICAL, folder, HEADER + String.join("\n", rows) + "\n")
                .validated(EXTRACT_DATE);
    }

    private static String replaceFirst(String part, String replacement) {
        int at = GOOD.indexOf(part);
        assertTrue(at >= 0, part);
        return GOOD.substring(0, at) + replacement + GOOD.substring(at + part.length());
    }

    private static String text(RecordTally tally) {
        return tally.read() + " read, " + tally.passed() + " passed, " + tally.outOfScope() + " out of scope, "
                + tally.quarantined() + " quarantined";
    }
}
