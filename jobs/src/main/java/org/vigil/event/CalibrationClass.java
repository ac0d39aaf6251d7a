package org.vigil.event;

import java.io.Serializable;
import java.util.Comparator;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;

/**
 * Windows whose models are calibrated together: the same window of all like series of a source.
 *
 * @param sourceCode source
 * @param dateBasis the date that places an incident in time
 * @param recordClass what is studied
 * @param group like series
 * @param window the window
 */
public record CalibrationClass(
        String sourceCode, String dateBasis, String recordClass, SeriesGroup group, Window window)
        implements Comparable<CalibrationClass>, Serializable {
    private static final Comparator<CalibrationClass> ORDER = Comparator.comparing(CalibrationClass::sourceCode)
            .thenComparing(CalibrationClass::dateBasis)
            .thenComparing(CalibrationClass::recordClass)
            .thenComparing(CalibrationClass::group)
            .thenComparing(one -> one.window().kind())
            .thenComparing(one -> one.window().grain())
            .thenComparing(one -> one.window().first())
            .thenComparing(one -> one.window().last());

    static CalibrationClass of(SeriesKey key, SeriesLevel level, Window window) {
        return new CalibrationClass(
                key.sourceCode(), key.dateBasis(), key.recordClass(), SeriesGroup.of(level), window);
    }

    @Override
    public int compareTo(CalibrationClass other) {
        return ORDER.compare(this, other);
    }

    /** Like series. */
    public enum SeriesGroup {
        /** The whole area, all communities and each. */
        WHOLE_AREA("whole_area"),
        /** All communities of a borough. */
        BOROUGH("borough"),
        /** One community in a borough. */
        BOROUGH_COMMUNITY("borough_community");

        private final String code;

        SeriesGroup(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** The group of a level. */
        public static SeriesGroup of(SeriesLevel level) {
            if (level.isWholeArea()) {
                return WHOLE_AREA;
            }
            return level.isTotal() ? BOROUGH : BOROUGH_COMMUNITY;
        }
    }
}
