package org.vigil.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names of extracts for everybody: the same for the same extract, and nothing about its file, its day or its content without the key. */
public final class PublicNames {
    private static final String HMAC = "HmacSHA256";
    private static final int NAME_DIGITS = 16;

    private final Mac mac;

    /** @param key 32 bytes, derived for checksums */
    public PublicNames(byte[] key) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
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
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
