package org.vigil.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;

/**
 * What the store held then: a version by its number, or the one that held at an instant.
 *
 * @param version number of the version, if it was named
 * @param instant the instant, if not
 */
public record AsLoaded(OptionalInt version, Optional<Instant> instant) {
    /**
     * Reads a version number ({@code 12}), a day ({@code 2025-12-01}, to its end) or an instant ({@code 2025-12-01T08:00:00Z}); days are those of UTC.
     *
     * @return empty if the text is none of these
     */
    public static Optional<AsLoaded> parse(String text) {
        if (text.matches("[0-9]{1,8}")) {
            return Optional.of(new AsLoaded(OptionalInt.of(Integer.parseInt(text)), Optional.empty()));
        }
        try {
            Instant instant = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
            return Optional.of(new AsLoaded(OptionalInt.empty(), Optional.of(instant)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * The version itself.
     *
     * @throws org.vigil.store.StoreException if there is no version of that number
     * @throws FindingsException if the store held nothing then
     */
    StoreManifest in(Store store) {
        StoreManifest manifest =
                version.isPresent() ? store.version(version.getAsInt()) : store.heldAt(instant.orElseThrow());
        if (manifest.extracts().isEmpty()) {
            throw new FindingsException("Nothing was published: the store "
                    + store.folder().location() + " held no extract then. See vigil store history for its versions.");
        }
        return manifest;
    }
}
