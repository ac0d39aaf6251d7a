package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class IncidentDateTest {
    @Test
    void keepsDayAndPrecision() {
        for (LocalDate day : new LocalDate[] {
            LocalDate.of(1900, 1, 1), LocalDate.of(1969, 12, 31), LocalDate.of(1970, 1, 1), LocalDate.of(2099, 12, 31)
        }) {
            int date = IncidentDate.ofDay(day);
            assertTrue(IncidentDate.isKnown(date));
            assertFalse(IncidentDate.isMonth(date));
            assertEquals(day.toEpochDay(), IncidentDate.epochDay(date));
            int month = IncidentDate.ofMonth(day.getYear(), day.getMonthValue());
            assertTrue(IncidentDate.isMonth(month));
            assertEquals(day.withDayOfMonth(1).toEpochDay(), IncidentDate.epochDay(month));
        }
    }

    @Test
    void refusesDaysAndMonthsOutsideTwoCenturies() {
        assertEquals(IncidentDate.INVALID, IncidentDate.ofDay(LocalDate.of(1899, 12, 31)));
        assertEquals(IncidentDate.INVALID, IncidentDate.ofDay(LocalDate.of(2100, 1, 1)));
        assertEquals(IncidentDate.INVALID, IncidentDate.ofMonth(1899, 12));
        assertEquals(IncidentDate.INVALID, IncidentDate.ofMonth(2100, 1));
        assertEquals(IncidentDate.INVALID, IncidentDate.ofMonth(2024, 0));
        assertEquals(IncidentDate.INVALID, IncidentDate.ofMonth(2024, 13));
        assertEquals(IncidentDate.INVALID, IncidentDate.ofMonth(-1, -1));
    }

    @Test
    void knowsNeitherAMissingNorAnInvalidDate() {
        assertFalse(IncidentDate.isKnown(IncidentDate.MISSING));
        assertFalse(IncidentDate.isKnown(IncidentDate.INVALID));
    }
}
