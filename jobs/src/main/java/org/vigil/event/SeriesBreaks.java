package org.vigil.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.ReferenceFileException;

/** The breaks and measurement events of a country's series, sorted by start date and identifier. */
public final class SeriesBreaks {
    private final String version;
    private final List<SeriesBreak> breaks;

    private SeriesBreaks(String version, List<SeriesBreak> breaks) {
        this.version = version;
        this.breaks = List.copyOf(breaks);
    }

    /**
     * Loads a shipped list.
     *
     * @param code {@code uk} or {@code us}
     * @throws IllegalArgumentException if there is no such list
     * @throws ReferenceFileException if it is faulty
     */
    public static SeriesBreaks load(String code) {
        String file = code + "-series-breaks.yaml";
        return parse(file, CatalogueFile.text(file));
    }

    /**
     * Reads the text of a list; all faults are stated at once.
     *
     * @param name name for messages
     * @param text YAML with {@code version} and {@code breaks}
     * @throws ReferenceFileException if it is faulty
     */
    public static SeriesBreaks parse(String name, String text) {
        CatalogueFile file = new CatalogueFile(name);
        Entries entries = file.bind(text, Entries.class);
        List<SeriesBreak> breaks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Entry entry : Objects.requireNonNullElse(entries.breaks(), List.<Entry>of())) {
            String id = Objects.requireNonNullElse(entry.id(), "a break without id");
            SeriesBreak made = file.make(id, entry::toBreak);
            if (made != null) {
                breaks.add(made);
            }
            if (!ids.add(id)) {
                file.fault(id, "found twice; expected each id once");
            }
        }
        if (entries.version() == null || ids.isEmpty()) {
            file.fault("list", "found no version or no break; expected both");
        }
        file.requireNoFaults();
        breaks.sort(Comparator.comparing(SeriesBreak::start).thenComparing(SeriesBreak::id));
        return new SeriesBreaks(Objects.requireNonNull(entries.version()), breaks);
    }

    /** Returns the version of the list. */
    public String version() {
        return version;
    }

    /** Returns all breaks and measurement events by start date, then by identifier. */
    public List<SeriesBreak> breaks() {
        return breaks;
    }

    /**
     * Returns those that apply to a source.
     *
     * @param sourceAndScopes code of the source and the scopes it declares
     */
    public List<SeriesBreak> applyingTo(Collection<String> sourceAndScopes) {
        return breaks.stream()
                .filter(made -> made.appliesTo().stream().anyMatch(sourceAndScopes::contains))
                .toList();
    }

    private record Entries(
            @Nullable String version, @Nullable List<Entry> breaks) {}

    private record Entry(
            @Nullable String id,
            @Nullable List<String> appliesTo,
            @Nullable String start,
            @Nullable String end,
            @Nullable String name,
            @Nullable String effect,
            @Nullable Boolean isBreak,
            @Nullable List<String> communities,
            @Nullable String source) {
        SeriesBreak toBreak() {
            if (isBreak == null) {
                throw new IllegalArgumentException("found no 'is-break'; expected true or false");
            }
            return new SeriesBreak(
                    CatalogueFile.required("id", id),
                    Objects.requireNonNullElse(appliesTo, List.of()),
                    CatalogueFile.date("start", start),
                    end == null ? Optional.empty() : Optional.of(CatalogueFile.date("end", end)),
                    CatalogueFile.required("name", name),
                    CatalogueFile.required("effect", effect),
                    isBreak,
                    Objects.requireNonNullElse(communities, List.of()),
                    CatalogueFile.required("source", source));
        }
    }
}
