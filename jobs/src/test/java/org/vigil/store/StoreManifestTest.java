package org.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StoreManifestTest {
    @Test
    void tellsAnotherFormFromDamage() {
        assertEquals(
                "The store's manifest v1.json has the form 1; expected 2. Use the version of Vigil that wrote it (0.0.9).",
                refusal("{\"format\": 1, \"program\": \"0.0.9\", \"extracts\": [{}]}"));
        assertEquals(
                "The store's manifest v1.json is damaged; expected the file as it was written. Restore it from a copy of the"
                        + " store.",
                refusal("{\"format\": 2, \"program\": \"1\", \"extracts\": [{}]}"));
        assertEquals(
                "The store's manifest v1.json is damaged; expected the file as it was written. Restore it from a copy of the"
                        + " store.",
                refusal("{\"format\": 1, \"prog"));
    }

    @Test
    void readsWhatItWrote() {
        assertEquals(
                StoreManifest.empty(),
                StoreManifest.parse("v0.json", StoreManifest.empty().json()));
    }

    private static String refusal(String json) {
        return String.valueOf(assertThrows(
                        StoreException.class,
                        () -> StoreManifest.parse("v1.json", json.getBytes(StandardCharsets.UTF_8)))
                .getMessage());
    }
}
