package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final MasterKey ONE = MasterKey.ofDigits("V", Optional.of("01".repeat(32)));
    private static final MasterKey TWO = MasterKey.ofDigits("V", Optional.of("02".repeat(32)));

    @Test
    void derivesFromTheKeyOfTheEpoch() {
        KeyRing ring = new KeyRing(Map.of(1, ONE, 4, TWO));

        assertEquals(4, ring.newestEpoch());
        assertEquals("[1, 4]", ring.epochs().toString());
        assertArrayEquals(ONE.derive(MasterKey.RECORD, 1), ring.derive(MasterKey.RECORD, 1));
        assertArrayEquals(TWO.derive(MasterKey.RECORD, 4), ring.derive(MasterKey.RECORD, 4));
    }

    @Test
    void saysWhichEpochIsMissing() {
        KeyRing ring = new KeyRing(Map.of(2, ONE, 4, TWO));

        assertEquals(
                "No key of epoch 3 is on the key ring; expected it beside [2, 4]. Name it in the configuration under key:"
                        + " earlier:.",
                assertThrows(KeyException.class, () -> ring.derive(MasterKey.CELL, 3))
                        .getMessage());
    }

    @Test
    void refusesTheSameKeyForTwoEpochs() {
        assertEquals(
                "The keys of the epochs 1 and 3 are the same; expected a key of its own for each epoch, or nothing is won by"
                        + " a new one. Make another with vigil doctor --init.",
                assertThrows(KeyException.class, () -> new KeyRing(Map.of(1, ONE, 2, TWO, 3, ONE)))
                        .getMessage());
    }

    @Test
    void refusesNoKeyAndEpochsBelowOne() {
        assertEquals(
                "epochs are []; expected one or more, from 1",
                assertThrows(IllegalArgumentException.class, () -> new KeyRing(Map.of()))
                        .getMessage());
        assertEquals(
                "epochs are [0]; expected one or more, from 1",
                assertThrows(IllegalArgumentException.class, () -> new KeyRing(Map.of(0, ONE)))
                        .getMessage());
    }

    @Test
    void showsNothingOfItsKeysAndCannotBeSentToAWorker() {
        assertEquals("master keys of epochs [1, 2] (not shown)", new KeyRing(Map.of(1, ONE, 2, TWO)).toString());
        assertEquals("demonstration key", KeyRing.demonstration().toString());
        assertTrue(KeyRing.demonstration().isDemonstration());
        assertFalse(Serializable.class.isAssignableFrom(KeyRing.class));
        assertFalse(Serializable.class.isAssignableFrom(MasterKey.class));
    }
}
