package org.vigil.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vigil.report.text.Made.month;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextAlternativesTest {

    @Test
    void describesASeriesByItsEndsHighestLowestOpenPeriodsAndEvents() {
        assertEquals(
                "Bar chart of offences per month, Some area, from April 2024 to July 2024. The highest is 90, May 2024."
                        + " The lowest whole month has 20, June 2024. 1 bar is provisional or partial and drawn pale."
                        + " Dashed lines mark Event A (7 May 2024). All values are in the table.",
                TextAlternatives.barSeries(
                        "offences",
                        "Some area",
                        List.of(
                                month("2024-04-01", 40),
                                month("2024-05-01", 90),
                                month("2024-06-01", 20),
                                month("2024-07-01", 3, "[p]", true)),
                        count -> count.isProvisional() || count.isPartial(),
                        List.of("Event A (7 May 2024)")));
    }

    @Test
    void namesAreasOutsideTheFunnel() {
        assertEquals(
                "Funnel plot of the rate of offences against population, year ending March 2024. The common rate is 283.4"
                        + " per 100,000. Above the upper 99.8% limit: A and B. Below the lower 99.8% limit: none."
                        + " All values are in the table.",
                TextAlternatives.funnel("offences", "year ending March 2024", 283.44, List.of("A", "B"), List.of()));
    }
}
