package org.vigil.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.ReferenceFileException;

/** A catalogue of reference events, sorted by start date and identifier. */
public final class EventCatalogue {
    private final String version;
    private final List<ReferenceEvent> events;

    private EventCatalogue(String version, List<ReferenceEvent> events) {
        this.version = version;
        this.events = List.copyOf(events);
    }

    /**
     * Loads a shipped catalogue.
     *
     * @param code {@code uk} or {@code us}
     * @throws IllegalArgumentException if there is no such catalogue
     * @throws ReferenceFileException if it is faulty
     */
    public static EventCatalogue load(String code) {
        String file = code + "-events.yaml";
        String text = CatalogueFile.text(file);
        return parse(file, text, Geography.load(code.equals("uk") ? "london" : "us-states"));
    }

    /**
     * Reads the text of a catalogue; all faults are stated at once.
     *
     * @param name name for messages
     * @param text YAML with {@code version} and {@code events}
     * @param geography geography whose areas the events name
     * @throws ReferenceFileException if it is faulty
     */
    public static EventCatalogue parse(String name, String text, Geography geography) {
        CatalogueFile file = new CatalogueFile(name);
        Entries entries = file.bind(text, Entries.class);
        List<ReferenceEvent> events = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Entry entry : Objects.requireNonNullElse(entries.events(), List.<Entry>of())) {
            String id = Objects.requireNonNullElse(entry.eventId(), "an event without event-id");
            ReferenceEvent event = file.make(id, entry::toEvent);
            if (event != null) {
                events.add(event);
                requireKnownCodes(file, event, geography);
            }
            if (!ids.add(id)) {
                file.fault(id, "found twice; expected each event-id once");
            }
        }
        if (entries.version() == null || ids.isEmpty()) {
            file.fault("catalogue", "found no version or no event; expected both");
        }
        file.requireNoFaults();
        events.sort(Comparator.comparing(ReferenceEvent::startDate).thenComparing(ReferenceEvent::eventId));
        return new EventCatalogue(Objects.requireNonNull(entries.version()), events);
    }

    private static void requireKnownCodes(CatalogueFile file, ReferenceEvent event, Geography geography) {
        for (TestedCommunity tested : event.testedCommunities()) {
            if (CodeLists.communities().find(tested.communityCode()).isEmpty()) {
                file.fault(
                        event.eventId(),
                        "found community '" + tested.communityCode() + "'; expected a code of the list of communities");
            }
        }
        for (String area : event.areas()) {
            if (geography.find(area).isEmpty()) {
                file.fault(
                        event.eventId(),
                        "found area '" + area + "'; expected a code of the geography " + geography.code());
            }
        }
    }

    /** Returns the version of the catalogue. */
    public String version() {
        return version;
    }

    /** Returns the events by start date, then by identifier. */
    public List<ReferenceEvent> events() {
        return events;
    }

    /** Finds the event with an identifier, empty if there is none. */
    public Optional<ReferenceEvent> find(String eventId) {
        return events.stream().filter(event -> event.eventId().equals(eventId)).findFirst();
    }

    private record Entries(
            @Nullable String version, @Nullable List<Entry> events) {}

    private record Entry(
            @Nullable String eventId,
            @Nullable String name,
            @Nullable String start,
            @Nullable String end,
            @Nullable String responseFrom,
            @Nullable String kind,
            @Nullable String scope,
            @Nullable List<String> areas,
            @Nullable String source,
            @Nullable String note,
            @Nullable List<CommunityEntry> communities) {
        ReferenceEvent toEvent() {
            List<TestedCommunity> tested = Objects.requireNonNullElse(communities, List.<CommunityEntry>of()).stream()
                    .map(CommunityEntry::toTestedCommunity)
                    .toList();
            String kindCode = CatalogueFile.required("kind", kind);
            String scopeCode = CatalogueFile.required("scope", scope);
            return new ReferenceEvent(
                    CatalogueFile.required("event-id", eventId),
                    CatalogueFile.required("name", name),
                    CatalogueFile.date("start", start),
                    CatalogueFile.date("end", end),
                    CatalogueFile.date("response-from", responseFrom),
                    EventKind.find(kindCode).orElseThrow(() -> unknown("kind", kindCode)),
                    EventScope.find(scopeCode).orElseThrow(() -> unknown("scope", scopeCode)),
                    Objects.requireNonNullElse(areas, List.of()),
                    CatalogueFile.required("source", source),
                    Objects.requireNonNullElse(note, ""),
                    tested);
        }
    }

    private record CommunityEntry(
            @Nullable String code,
            @Nullable String basis,
            @Nullable String source) {
        TestedCommunity toTestedCommunity() {
            String basisCode = CatalogueFile.required("basis", basis);
            return new TestedCommunity(
                    CatalogueFile.required("code", code),
                    Basis.find(basisCode).orElseThrow(() -> unknown("basis", basisCode)),
                    CatalogueFile.required("source", source));
        }
    }

    private static IllegalArgumentException unknown(String key, String value) {
        return new IllegalArgumentException("found " + key + " '" + value + "'; expected a listed one");
    }
}
