package org.vigil.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/** What a stored value of a column means to this program: an int. Asked once for each entry of a dictionary. */
interface IntMeaning {
    /** Reads the next value of a plainly encoded sequence. */
    int readFrom(PageBytes bytes);

    /** Texts; each distinct one is asked for once. */
    static IntMeaning ofTexts(ToIntFunction<String> meaning) {
        Map<String, Integer> known = new HashMap<>();
        return bytes -> known.computeIfAbsent(bytes.readText(), meaning::applyAsInt);
    }

    /** Numbers of 32 bits. */
    static IntMeaning ofInts(IntUnaryOperator meaning) {
        return bytes -> meaning.applyAsInt(bytes.readInt());
    }
}
