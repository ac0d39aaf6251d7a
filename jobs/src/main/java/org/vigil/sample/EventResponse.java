package org.vigil.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a synthetic community's counts do after an event: an excess that starts at once and halves again and again.
 *
 * @param eventId id in the catalogue of events
 * @param from first day whose counts respond
 * @param community code of the community that responds
 * @param multiplier expected count on the first day over the expected count without the event; 1 for no response
 * @param halfLifeDays days in which the excess halves
 */
record EventResponse(String eventId, LocalDate from, String community, double multiplier, double halfLifeDays) {

    /** After so many half-lives less than 2 % of the first day's excess is left, and the response ends. */
    private static final int HALF_LIVES = 6;

    EventResponse {
        if (multiplier < 1 || halfLifeDays <= 0) {
            throw new IllegalArgumentException("Response to " + eventId + " has multiplier " + multiplier
                    + " and half-life " + halfLifeDays + "; expected at least 1 and more than 0");
        }
    }

    /** Last day of the response. */
    LocalDate lastDay() {
        return from.plusDays((long) StrictMath.ceil(HALF_LIVES * halfLifeDays) - 1);
    }

    /** Expected excess of a day over its expected count without the event: (m − 1) · 2^(−t / h), 0 outside the response. */
    double excessRatio(LocalDate day) {
        if (day.isBefore(from) || day.isAfter(lastDay())) {
            return 0;
        }
        return (multiplier - 1)
                * StrictMath.exp(-StrictMath.log(2) * ChronoUnit.DAYS.between(from, day) / halfLifeDays);
    }
}
