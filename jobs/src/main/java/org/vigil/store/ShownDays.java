package org.vigil.store;

import java.util.List;
import java.util.TreeMap;

/**
 * Up to which day of its series a source had shown incidents when each of its extracts was made: what an extract adds on such a day came late.
 *
 * <p>The order is that in which extracts speak, not that of their arrival.
 */
public final class ShownDays {
    private final TreeMap<LoadedExtract, Integer> lastDays = new TreeMap<>(LoadedExtract.ORDER);

    /** @param held extracts of one source that the store holds */
    public ShownDays(List<LoadedExtract> held) {
        held.forEach(extract -> lastDays.put(extract, extract.effect().lastDayShown()));
    }

    /** Adds an extract that is being taken in, with the last day that it shows. */
    public void add(LoadedExtract extract, int lastDay) {
        lastDays.put(extract, lastDay);
    }

    /** The last day that any extract before this one shows, in days since 1970-01-01; {@link ExtractEffect#NO_DAY} if there is none. */
    public int before(LoadedExtract extract) {
        return lastDays.headMap(extract).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(ExtractEffect.NO_DAY);
    }
}
