package org.vigil.report.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;

/** The sRGB colour profile of the Java runtime, without the bytes that differ between runtimes. */
final class SrgbProfile {
    private static final int PLATFORM_SIGNATURE_START = 40;
    private static final int PLATFORM_SIGNATURE_END = 44;

    private SrgbProfile() {}

    /** The profile with an empty platform signature, as the ICC specification allows (ICC.1:2001-04, section 6.1.7). */
    static byte[] bytes() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        Arrays.fill(profile, PLATFORM_SIGNATURE_START, PLATFORM_SIGNATURE_END, (byte) 0);
        return profile;
    }
}
