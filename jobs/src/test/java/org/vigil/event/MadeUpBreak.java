package org.vigil.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Breaks and measurement events that never were. */
public final class MadeUpBreak {
    private MadeUpBreak() {}

    /**
     * An entry of a list of breaks.
     *
     * @param appliesTo source or scope
     * @param end last day; null if it lies between two days
     * @param communities those it concerns; none for all
     */
    public static SeriesBreak of(
            String appliesTo, LocalDate start, @Nullable LocalDate end, boolean isBreak, String... communities) {
        return new SeriesBreak(
                "change-" + start,
                List.of(appliesTo),
                start,
                Optional.ofNullable(end),
                "Change",
                "Other figures",
                isBreak,
                List.of(communities),
                "made up");
    }
}
