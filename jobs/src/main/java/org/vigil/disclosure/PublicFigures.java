package org.vigil.disclosure;

import java.util.Optional;
import org.vigil.tabulate.Period;

/** Figures of a source as a policy lets everybody see them. */
interface PublicFigures {
    /** Whether there are such periods at all. */
    boolean has(Period.Type type);

    /** A period of a series; nothing where the source does not cover it or its time has not come. */
    Optional<PublicSeries.PublicPeriod> find(SeriesName name, Period period);
}
