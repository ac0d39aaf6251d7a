package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: RFC 5869, appendix A, test cases 1 to 3. */
class HkdfTest {
    private static final String IKM_22 = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b";

    @ParameterizedTest
    @CsvSource({
        IKM_22 + ",000102030405060708090a0b0c,077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
        IKM_22 + ",'',19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04"
    })
    void extractsThePseudoRandomKeysOfTheStandard(String inputKey, String salt, String expected) {
        assertEquals(expected, hex(Hkdf.extract(bytes(salt), bytes(inputKey))));
    }

    @ParameterizedTest
    @CsvSource({
        "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5,f0f1f2f3f4f5f6f7f8f9,"
                + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04,'',"
                + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    })
    void expandsToTheOutputOfTheStandard(String key, String info, String expected) {
        assertEquals(expected, hex(Hkdf.expand(bytes(key), bytes(info), 42)));
    }

    @Test
    void expandsBeyondTwoBlocksAsTheStandardDoes() {
        byte[] inputKey = range(0x00, 80);
        byte[] salt = range(0x60, 80);
        byte[] info = range(0xb0, 80);

        assertEquals(
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                        + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
                hex(Hkdf.expand(Hkdf.extract(salt, inputKey), info, 82)));
    }

    @Test
    void refusesMoreThan255Blocks() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Hkdf.expand(new byte[32], new byte[0], 8161));

        assertEquals("length is 8161; expected 1 to 8160", refusal.getMessage());
    }

    private static byte[] range(int from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
