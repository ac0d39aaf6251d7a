package org.vigil.doctor;

import java.util.Locale;

/** Numbers of bytes for people. */
final class Sizes {
    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;

    private Sizes() {}

    /** In MiB below 10 GiB, else in GiB; one decimal below 10 MiB. */
    static String text(long bytes) {
        if (bytes < 10 * MEBIBYTE) {
            return String.format(Locale.ROOT, "%.1f MiB", (double) bytes / MEBIBYTE);
        }
        return bytes < 10 * GIBIBYTE ? bytes / MEBIBYTE + " MiB" : bytes / GIBIBYTE + " GiB";
    }
}
