package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vigil.report.text.Made.month;
import static org.vigil.report.text.Made.week;
import static org.vigil.report.text.Made.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Measure OFFENCES = new Measure("offence", "", true);
    private static final Measure FLAGGED = new Measure("incident", "Any faith", false);

    @Test
    void putsTheLatestWeekBesideTheSameWeekAYearBefore() {
        Sentence sentence =
                Findings.latestPeriod(OFFENCES, Comparison.of(week("2026-05-25", 490), week("2025-05-26", 509)));

        assertEquals("490 offences were recorded in the week ending 31 May 2026.", sentence.lead());
        assertEquals("The same week a year before: 509 (\u22123.7%).", sentence.rest());
    }

    @Test
    void saysWhyASmallBaseGetsNoPercentage() {
        Sentence sentence =
                Findings.latestPeriod(OFFENCES, Comparison.of(month("2024-05-01", 1), month("2023-05-01", 3)));

        assertEquals("1 offence was recorded in May 2024.", sentence.lead());
        assertEquals("The same month a year before: 3. No percentage is given: the base is under 20.", sentence.rest());
    }

    @Test
    void doesNotCallAnOccurrenceRecorded() {
        Sentence sentence = Findings.year(FLAGGED, Comparison.of(year("2020-01-01", 1200), null));

        assertEquals(
                "1,200 recorded incidents flagged \u201CAny faith\u201D took place in the 12 months to December 2020.",
                sentence.lead());
        assertEquals("The year before is not available.", sentence.rest());
    }

    @Test
    void namesTheThreeLargestCommunitiesWithoutAddingThemUp() {
        Sentence sentence = Findings.largestCommunities(
                        OFFENCES,
                        List.of(
                                community("A", 5, 5),
                                community("B", 50, 50),
                                community("C", 7, 7),
                                community("D", 9, 9)))
                .orElseThrow();

        assertEquals("The largest community counts were B (50), D (9) and C (7).", sentence.lead());
        assertEquals("They are never added up: one offence can count for several.", sentence.rest());
    }

    @Test
    void leavesSmallBasesOutOfTheLargestChange() {
        Sentence sentence = Findings.largestChange(
                        List.of(community("Small", 40, 4), community("Large", 110, 100), community("Down", 70, 100)))
                .orElseThrow();

        assertEquals("The largest change in 12 months is in the Down count: \u221230.0%.", sentence.lead());
        assertEquals("It went from 100 to 70.", sentence.rest());
    }

    @Test
    void saysFromWhenFiguresAreProvisional() {
        List<PeriodCount> open = List.of(month("2024-04-01", 5, "[p]", false), month("2024-05-01", 2, "[p]", false));

        assertEquals(
                new Sentence("The newest 2 months are provisional.", "Counts from April 2024 on will change."),
                Findings.standing(PeriodType.MONTH, open, LocalDate.of(2024, 5, 31)));
        assertEquals(
                new Sentence("The figures run to 31 May 2024.", "No period shown is provisional."),
                Findings.standing(PeriodType.MONTH, List.of(), LocalDate.of(2024, 5, 31)));
    }

    @Test
    void keepsSentencesShortAndNamesNoCause() {
        List<Sentence> all = new ArrayList<>();
        all.add(Findings.latestPeriod(FLAGGED, Comparison.of(week("2026-05-25", 4900), week("2025-05-26", 3))));
        all.add(Findings.year(FLAGGED, Comparison.of(year("2020-01-01", 1200), year("2019-01-01", 1100))));
        all.add(Findings.largestCommunities(
                        FLAGGED,
                        List.of(
                                community("Lesbian, gay and bisexual", 1000, 20),
                                community("Gypsy, Roma and Traveller", 900, 20),
                                community("East and South-East Asian", 800, 20)))
                .orElseThrow());
        all.add(Findings.largestChange(List.of(community("East and South-East Asian", 800, 20)))
                .orElseThrow());

        for (Sentence sentence : all) {
            for (String text : (sentence.lead() + " " + sentence.rest()).split("(?<=\\.) ")) {
                assertTrue(text.split(" ").length <= 25, text);
                String lower = text.toLowerCase(Locale.ROOT);
                for (String cause : List.of("cause", "due to", "because", "trigger", "result of")) {
                    assertFalse(lower.contains(cause), text);
                }
            }
        }
    }

    private static Findings.CommunityCount community(String label, long now, long before) {
        return new Findings.CommunityCount(label, Comparison.of(year("2023-06-01", now), year("2022-06-01", before)));
    }
}
