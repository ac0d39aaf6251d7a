package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberKeepingBreakerTest {
    private static List<String> pieces(String text) {
        NumberKeepingBreaker breaker = new NumberKeepingBreaker();
        breaker.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = breaker.next(); at != BreakIterator.DONE; at = breaker.next()) {
            pieces.add(text.substring(from, at));
            from = at;
        }
        return pieces;
    }

    @Test
    void breaksBetweenWordsOnly() {
        assertEquals(
                List.of("before: ", "794 ", "(\u221230.0%), ", "or ", "1,234."),
                pieces("before: 794 (\u221230.0%), or 1,234."));
    }
}
