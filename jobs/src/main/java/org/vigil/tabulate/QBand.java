package org.vigil.tabulate;

import java.util.Arrays;
import java.util.Optional;

/** How large a share of like findings is expected to be false, in bands that say no more than they must. */
public enum QBand {
    BELOW_ONE_PERCENT("below_0.01", "Below 0.01", 0.01),
    BELOW_FIVE_PERCENT("below_0.05", "Below 0.05", 0.05),
    BELOW_TEN_PERCENT("below_0.10", "Below 0.10", 0.10),
    OTHER("0.10_and_more", "0.10 and more", Double.POSITIVE_INFINITY);

    private final String code;
    private final String label;
    private final double end;

    QBand(String code, String label, double end) {
        this.code = code;
        this.label = label;
        this.end = end;
    }

    public String code() {
        return code;
    }

    /** Name for people. */
    public String label() {
        return label;
    }

    /** The band of a q; none where there is no q. */
    public static Optional<QBand> find(double q) {
        return Double.isNaN(q)
                ? Optional.empty()
                : Arrays.stream(values()).filter(band -> q < band.end).findFirst();
    }
}
