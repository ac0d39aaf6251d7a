package org.vigil.cellkey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.incident.Hmac;

class GrainGateTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            AREA_AND_COMMUNITY, 2, NONE
            AREA_AND_COMMUNITY, 3, YEAR
            AREA_AND_COMMUNITY, 7, YEAR
            AREA_AND_COMMUNITY, 8, QUARTER
            AREA_AND_COMMUNITY, 23, QUARTER
            AREA_AND_COMMUNITY, 24, MONTH
            AREA_AND_COMMUNITY, 9999, MONTH
            MARGIN, 2, NONE
            MARGIN, 259, MONTH
            MARGIN, 260, WEEK
            CHARACTERISTIC, 39, NONE
            CHARACTERISTIC, 40, YEAR
            CHARACTERISTIC, 199, YEAR
            CHARACTERISTIC, 200, QUARTER
            """)
    void theYearBeforeDecides(GrainGate gate, long yearBefore, PublicGrain finest) {
        assertEquals(finest, gate.finest(yearBefore));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MONTHS, 2025-05-11, 0
            MONTHS, 2025-05-12, 1
            MONTHS, 2025-09-29, 2
            MONTHS, 2026-03-30, 3
            WEEKS, 2025-04-06, 0
            WEEKS, 2025-04-07, 1
            WEEKS, 2025-04-28, 2
            CHARACTERISTICS, 2025-09-29, 1
            WINDOWS, 2025-04-14, 1
            """)
    void aVintageIsDueSoManyWeeksAfterThePeriod(VintageSchedule schedule, LocalDate asOf, int due) {
        assertEquals(due, schedule.due(LocalDate.of(2025, 3, 31), asOf));
    }

    @Test
    void theSecretDecidesTheCellKeyAndTheSumOfRecordKeysNamesTheSet() {
        byte[] secret = new byte[Hmac.LENGTH];
        byte[] other = new byte[Hmac.LENGTH];
        other[31] = 1;

        int differing = 0;
        for (long sum = 0; sum < 1000; sum++) {
            assertEquals(new CellKeys(secret).of(sum), new CellKeys(secret).of(sum));
            differing += new CellKeys(secret).of(sum) == new CellKeys(other).of(sum) ? 0 : 1;
        }

        assertEquals(996, differing, 12);
    }
}
