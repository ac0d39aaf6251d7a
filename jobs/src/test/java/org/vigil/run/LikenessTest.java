package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "ANTI JEWISH, ANTI-JEWISH",
        "anti-jewsih, ANTI-JEWISH",
        "ANTI-MUSLIMS, ANTI-MUSLIM",
        "ANTI-FEMAL, ANTI-FEMALE",
        "ANTI-ALE,",
        "Gay,",
        "Smith,"
    })
    void theNearestIsTheOneThatDiffersInASlip(String word, String expected) {
        assertEquals(
                Optional.ofNullable(expected),
                Likeness.nearest(
                        word, List.of("ANTI-JEWISH", "ANTI-MUSLIM", "ANTI-MALE", "ANTI-FEMALE", "ANTI-SALE", "Man")));
    }

    @Test
    void distanceCountsInsertionsDeletionsReplacementsAndExchanges() {
        assertEquals(0, Likeness.distance("area", "area"));
        assertEquals(1, Likeness.distance("area", "arae"));
        assertEquals(3, Likeness.distance("kitten", "sitting"));
        assertEquals(4, Likeness.distance("", "area"));
    }
}
