package org.vigil.event;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.ReferenceFileException;

/** Reads a YAML catalogue into a record, and gathers every fault of its entries into one message. */
final class CatalogueFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private final String name;
    private final List<String> faults = new ArrayList<>();

    CatalogueFile(String name) {
        this.name = name;
    }

    static String text(String file) {
        try (InputStream stream = CatalogueFile.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "Cannot load " + file + ": found no such catalogue; expected uk or us.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bind(String text, Class<T> type) {
        try {
            return YAML.readValue(text, type);
        } catch (UnrecognizedPropertyException e) {
            String keys = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            ReferenceFileException fault =
                    new ReferenceFileException(name, "unknown key '" + e.getPropertyName() + "'", "one of " + keys);
            fault.initCause(e);
            throw fault;
        } catch (JacksonException e) {
            ReferenceFileException fault = new ReferenceFileException(
                    name,
                    e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null
                                    ? "unknown"
                                    : e.getLocation().getLineNr()) + ")",
                    "a catalogue in the form of the shipped ones");
            fault.initCause(e);
            throw fault;
        }
    }

    /** Makes an entry, or notes its fault under its name and returns null. */
    <T> @Nullable T make(String entry, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            faults.add(entry + ": " + e.getMessage());
            return null;
        }
    }

    void fault(String entry, String sentence) {
        faults.add(entry + ": " + sentence);
    }

    /** Throws one exception with every fault noted so far, if there is any. */
    void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw new ReferenceFileException(
                    name, faults.size() + " faults [" + String.join("; ", faults) + "]", "none of these");
        }
    }

    /** Returns a value that may not be absent. */
    static String required(String key, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("found no '" + key + "'; expected one");
        }
        return value;
    }

    /** Returns the date that a key holds. */
    static LocalDate date(String key, @Nullable String value) {
        String text = required(key, value);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("found " + key + " '" + text + "'; expected a date as 2023-10-07", e);
        }
    }
}
