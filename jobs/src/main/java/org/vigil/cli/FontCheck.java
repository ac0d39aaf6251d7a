package org.vigil.cli;

import java.awt.GraphicsEnvironment;
import org.vigil.doctor.Diagnosis;
import org.vigil.report.chart.HouseFont;

/** Whether reports can be drawn here: without a screen, in the typeface of the house. */
final class FontCheck {
    private static final String CHECK = "Fonts";
    private static final float ANY_SIZE = 10;

    private FontCheck() {}

    static Diagnosis run() {
        if (!GraphicsEnvironment.isHeadless()) {
            return Diagnosis.warning(
                    CHECK,
                    "Java looks for a screen",
                    "java.awt.headless=true",
                    "Start with ./vigil, or add -Djava.awt.headless=true.");
        }
        try {
            HouseFont.REGULAR.width("Vigil", ANY_SIZE);
            return Diagnosis.ok(CHECK, HouseFont.REGULAR.family() + " can be drawn without a screen");
        } catch (LinkageError | InternalError | RuntimeException e) {
            // Java without its drawing libraries, or without the system's list of fonts, fails in any of these ways.
            return Diagnosis.broken(
                    CHECK,
                    "Java cannot load a typeface here (" + e.getClass().getSimpleName() + ")",
                    "a Java that can draw without a screen",
                    "Install fontconfig and libfreetype6, or a JDK that brings them.");
        }
    }
}
