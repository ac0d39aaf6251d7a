package org.vigil.disclosure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigil.event.EventEffect;
import org.vigil.event.SeriesEffects;
import org.vigil.incident.RecordClass;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.tabulate.Places;

/** The events that a public release speaks of, and what was studied of each series. The frame of an event is that of its source, never of one series: how few there are must not show in it. */
final class PublicEvents {
    private final PublicSource source;
    private final Map<SeriesKey, SeriesEffects> studies = new LinkedHashMap<>();
    private final List<EventEffect> frames;

    private PublicEvents(PublicSource source, List<SeriesEffects> studied) {
        this.source = source;
        Map<String, EventEffect> byId = new TreeMap<>();
        for (SeriesEffects study : studied) {
            studies.put(study.key(), study);
            study.events().forEach(event -> byId.merge(event.eventId(), event, this::ofSource));
        }
        frames = byId.values().stream()
                .sorted(Comparator.comparing(EventEffect::from).thenComparing(EventEffect::eventId))
                .toList();
    }

    /** The events of a source; {@code studied} is what was found of each of its series. */
    static PublicEvents of(PublicSource source, List<SeriesEffects> studied) {
        return new PublicEvents(source, studied);
    }

    private EventEffect ofSource(EventEffect one, EventEffect other) {
        Grain grain = source.facts().profile().series().isDaily() ? Grain.DAY : Grain.MONTH;
        return one.grain() == grain ? one : other;
    }

    /** One of each event, in the order of time. */
    List<EventEffect> frames() {
        return frames;
    }

    /** What the tables of events key a series by. */
    SeriesKey key(Places place, int community) {
        SeriesName name = source.name(RecordClass.CRIME, place, community);
        return new SeriesKey(
                name.sourceCode(), name.dateBasis(), name.recordClass(), name.areaCode(), name.communityCode());
    }

    /** What was studied of a series, if it was. */
    Optional<SeriesEffects> findStudy(SeriesKey key) {
        return Optional.ofNullable(studies.get(key));
    }

    /** What became of a series after an event, where that was studied in the units of the frame. */
    Optional<EventEffect> find(SeriesKey key, EventEffect frame) {
        return findStudy(key).stream()
                .flatMap(study -> study.events().stream())
                .filter(event -> event.eventId().equals(frame.eventId()) && event.grain() == frame.grain())
                .findFirst();
    }
}
