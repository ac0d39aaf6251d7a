package org.vigil.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.vigil.incident.Hmac;

/**
 * Names of extracts for everybody: the same for the same extract as long as figures are drawn under the same key, and nothing about its file, its day or its content
 * without it.
 */
public final class PublicNames {
    private static final int NAME_DIGITS = 16;

    private final Hmac hmac;

    /**
     * Names under a secret.
     *
     * @param key 32 bytes, derived for checksums
     */
    public PublicNames(byte[] key) {
        hmac = Hmac.under(key);
    }

    /** The name of an extract. */
    String extract(String extractId) {
        return keyed("extract " + extractId).substring(0, NAME_DIGITS);
    }

    /** What stands in the place of a checksum, which could be compared with that of a file. */
    String checksum(String sha256) {
        return keyed("checksum " + sha256);
    }

    private String keyed(String text) {
        return HexFormat.of().formatHex(hmac.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
