package org.vigil.attribution;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.vigil.cube.CountCube;

/** What each cause that stored incidents show adds to and takes from the cells of one source. Not safe for use by several threads. */
final class CauseCounts {
    private final Map<Cause, CountCube> cubes = new EnumMap<>(Cause.class);
    private final Map<Cause, Long> incidents = new EnumMap<>(Cause.class);
    private final Map<ChangedAspect, Long> aspects = new EnumMap<>(ChangedAspect.class);

    CauseCounts(Supplier<CountCube> emptyCube) {
        Cause.STORED.forEach(cause -> cubes.put(cause, emptyCube.get()));
    }

    CountCube cube(Cause cause) {
        return java.util.Objects.requireNonNull(cubes.get(cause));
    }

    /** Incidents concerned. */
    long incidents(Cause cause) {
        return incidents.getOrDefault(cause, 0L);
    }

    /** Reclassified incidents by what the publisher changed; one incident can stand under several. */
    Map<ChangedAspect, Long> aspects() {
        return Map.copyOf(aspects);
    }

    void enter(Cause cause, CountedIncident incident) {
        cube(cause).add(incident, 0);
        incidents.merge(cause, 1L, Long::sum);
    }

    void leave(Cause cause, CountedIncident incident) {
        cube(cause).remove(incident, 0);
        incidents.merge(cause, 1L, Long::sum);
    }

    void move(Cause cause, CountedIncident from, CountedIncident to) {
        cube(cause).remove(from, 0);
        enter(cause, to);
    }

    void count(ChangedAspect aspect) {
        aspects.merge(aspect, 1L, Long::sum);
    }

    CauseCounts merge(CauseCounts other) {
        other.cubes.forEach((cause, cube) -> cube(cause).merge(cube));
        other.incidents.forEach((cause, count) -> incidents.merge(cause, count, Long::sum));
        other.aspects.forEach((aspect, count) -> aspects.merge(aspect, count, Long::sum));
        return this;
    }
}
