package org.vigil.report.document;

import java.util.Locale;

/**
 * One report of a source: for its whole area, for one of its areas, for one community, or for one reference event.
 *
 * @param kind what it is about
 * @param sourceCode source of its figures
 * @param code area, community or event; of the whole area its code
 * @param name what people and commands call it, unique among the packs of a source: {@code whole-area}, {@code borough-barnet}, {@code community-jewish},
 *     {@code event-2023-10-07-hamas-attack}
 * @param label its name in headings
 */
public record Pack(PackKind kind, String sourceCode, String code, String name, String label) {
    /** Where its files stand below the folder of reports, without their endings. */
    String path() {
        String folder = slug(sourceCode);
        return kind == PackKind.WHOLE_AREA ? folder : folder + "/" + name;
    }

    /** A text as part of a file name: small letters, digits and hyphens. */
    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
