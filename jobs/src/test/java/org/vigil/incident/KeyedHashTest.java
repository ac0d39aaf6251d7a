package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
    private static final byte[] KEY = counting(16);

    @Test
    void givesTheAuthorsVectorsForEveryLengthFrom0To63() throws IOException {
        List<String> vectors = vectors();
        assertEquals(64, vectors.size());
        KeyedHash hash = new KeyedHash(KEY);
        for (int length = 0; length < 64; length++) {
            hash.hash(counting(length), 0, length);

            assertEquals(vectors.get(length), hex(hash), "length " + length);
        }
    }

    @Test
    void readsNothingOutsideTheGivenRange() throws IOException {
        byte[] buffer = new byte[64];
        java.util.Arrays.fill(buffer, (byte) 0x5a);
        System.arraycopy(counting(21), 0, buffer, 3, 21);
        KeyedHash hash = new KeyedHash(KEY);

        hash.hash(buffer, 3, 24);

        assertEquals(vectors().get(21), hex(hash));
    }

    @Test
    void anotherKeyGivesAnotherHash() {
        KeyedHash one = new KeyedHash(MasterKey.demonstration().derive("incident", 1));
        KeyedHash two = new KeyedHash(MasterKey.demonstration().derive("incident", 2));

        one.hash(KEY, 0, 16);
        two.hash(KEY, 0, 16);

        assertNotEquals(hex(one), hex(two));
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new KeyedHash(new byte[32]));

        assertEquals("key has 32 bytes; expected 16", refusal.getMessage());
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static String hex(KeyedHash hash) {
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(hash.first())
                        .putLong(hash.second())
                        .array());
    }

    private static List<String> vectors() throws IOException {
        try (InputStream in = Objects.requireNonNull(KeyedHashTest.class.getResourceAsStream("siphash-2-4-128.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
