package org.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LabelDictionaryTest {
    private static final long SEED = 20_231_007;

    private final LabelDictionary dictionary = new LabelDictionary(StandardCharsets.UTF_8, "Name");

    @Test
    void numbersLabelsInTheOrderOfTheirFirstAppearance() {
        assertEquals(0, id("x"));
        assertEquals(1, id(""));
        assertEquals(0, id("x"));
        assertEquals(2, id("x\0"));
        assertEquals("x\0", dictionary.label(2));
        assertEquals(3, dictionary.size());
    }

    @Test
    void keepsLabelsApartThatDifferInOneByteOrInLength() {
        Random random = new Random(SEED);
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder label = new StringBuilder();
            int length = random.nextInt(30);
            for (int j = 0; j < length; j++) {
                label.append((char) ('a' + random.nextInt(2)));
            }
            int id = id(label.toString());
            assertEquals(expected.computeIfAbsent(label.toString(), l -> id), id, "seed " + SEED);
            assertEquals(label.toString(), dictionary.label(id), "seed " + SEED);
        }
        assertEquals(expected.size(), dictionary.size(), "seed " + SEED);
    }

    @Test
    void findsALabelInsideALargerText() {
        byte[] text = "abcdefghijklm".getBytes(StandardCharsets.US_ASCII);
        int id = dictionary.idOf(text, 2, 13);
        assertEquals("cdefghijklm", dictionary.label(id));
        assertEquals(id, id("cdefghijklm"));
    }

    @Test
    void marksLabelsThatAreNotValidInTheEncoding() {
        byte[] broken = {'a', (byte) 0xE9};
        int id = dictionary.idOf(broken, 0, 2);
        assertFalse(dictionary.isValid(id));
        assertEquals("a\uFFFD", dictionary.label(id));
        assertTrue(dictionary.isValid(id("a\u00e9")));
    }

    @Test
    void marksTheHeaderOfItsColumn() {
        assertTrue(dictionary.isHeader(id("NAME")));
        assertFalse(dictionary.isHeader(id("names")));
    }

    @Test
    void startsAgainWhenItHoldsTooManyLabels() {
        for (int i = 0; i <= LabelDictionary.MAX_SIZE; i++) {
            id("label " + i);
        }
        assertEquals(0, dictionary.generation());
        dictionary.limitSize();
        assertEquals(1, dictionary.generation());
        assertEquals(0, dictionary.size());
        assertEquals(0, id("label 77"));
        assertEquals("label 77", dictionary.label(0));
    }

    @Test
    void startsAgainWhenItsLabelsTakeTooManyBytes() {
        int labels = LabelDictionary.MAX_BYTES / LabelDictionary.MAX_LENGTH + 1;
        for (int i = 0; i < labels; i++) {
            id(i + "-" + "z".repeat(LabelDictionary.MAX_LENGTH));
        }
        assertEquals(labels, dictionary.size());
        dictionary.limitSize();
        assertEquals(0, dictionary.size());
    }

    @Test
    void takesLabelsForTheSameThatAreSameAsFarAsTheyCount() {
        String start = "z".repeat(LabelDictionary.MAX_LENGTH);
        assertEquals(id(start + "a"), id(start + "b"));
        assertEquals(start, dictionary.label(0));
    }

    private int id(String label) {
        byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
        return dictionary.idOf(bytes, 0, bytes.length);
    }
}
