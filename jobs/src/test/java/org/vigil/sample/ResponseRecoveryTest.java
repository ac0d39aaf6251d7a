package org.vigil.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigil.sample.RecoveredResponses.Recovered;

/** What synthetic London did after events is found again by event studies, over several cities. */
final class ResponseRecoveryTest {
    private static final int CITIES = 6;

    private static List<Recovered> headlines;

    @BeforeAll
    static void studyTheCities() {
        SampleParameters shipped = SampleParameters.demonstration();
        headlines = LongStream.range(0, CITIES)
                .mapToObj(city -> new SampleParameters(
                        shipped.seed() + city,
                        shipped.from(),
                        shipped.to(),
                        shipped.incidentsPerWeek(),
                        shipped.weeklyExtracts(),
                        shipped.defectShare()))
                .flatMap(parameters -> RecoveredResponses.of(parameters).stream())
                .filter(recovered -> recovered.window().isHeadline())
                .toList();
    }

    @Test
    void nineInTenTrueExcessesLieInTheirIntervals() {
        long covered = headlines.stream().filter(Recovered::isCovered).count();
        assertTrue(headlines.size() >= 22 * CITIES, headlines.size() + " windows");
        assertTrue(
                covered >= 0.9 * headlines.size(),
                () -> covered + " of " + headlines.size() + " found again; not:\n"
                        + headlines.stream()
                                .filter(recovered -> !recovered.isCovered())
                                .map(Recovered::toString)
                                .collect(Collectors.joining("\n")));
    }

    @Test
    void theLargestResponseIsSeenInEveryCity() {
        List<Recovered> largest = headlines.stream()
                .filter(recovered -> recovered.eventId().equals("2023-10-07-hamas-attack-israel")
                        && recovered.community().equals("jewish"))
                .toList();
        assertEquals(CITIES, largest.size());
        List<Recovered> missed = largest.stream()
                .filter(recovered -> recovered.estimate().ratioLower() <= 1)
                .toList();
        assertEquals(List.of(), missed);
    }
}
