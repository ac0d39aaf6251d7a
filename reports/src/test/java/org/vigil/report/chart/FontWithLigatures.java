package org.vigil.report.chart;

/** A house font as delivered, its substitution table kept: what a report must not embed. */
public final class FontWithLigatures {
    private FontWithLigatures() {}

    public static byte[] bytes(int weight) {
        return HouseFont.joined(weight).toSfnt();
    }
}
