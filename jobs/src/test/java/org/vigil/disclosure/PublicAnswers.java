package org.vigil.disclosure;

import java.time.LocalDate;

/** What models answer of a made-up city and an event in it, for runs of other packages that publish it. */
public final class PublicAnswers {
    private static final int DAYS_SINCE_THE_EVENT = 50;

    private final MadeUpCity city;
    private final LocalDate event;

    /** @param until last day on which anything is known */
    public PublicAnswers(LocalDate until) {
        city = new MadeUpCity(3, 1, until);
        event = until.minusDays(DAYS_SINCE_THE_EVENT);
    }

    /** What is known of the city on a day. */
    public SourceAnswers knownOn(LocalDate day) {
        return city.knownOn(day, event);
    }
}
