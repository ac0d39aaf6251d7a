package org.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StoreManifestTest {
    @Test
    void tellsAnotherFormFromDamage() {
        assertEquals(
                "The store's manifest v1.json has the form 1; expected 3. Use the version of Vigil that wrote it (0.0.9).",
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
    void readsTheFormBeforeAsOneKeyOfEpochOneForEverySource() {
        StoreManifest read = StoreManifest.parse("v3.json", FORM_BEFORE.getBytes(StandardCharsets.UTF_8));

        assertEquals(StoreManifest.FORMAT, read.format());
        assertEquals(
                new StoreKeys(new TreeMap<>(Map.of(1, "c0ffee")), new TreeMap<>(Map.of("police", 1)), new TreeMap<>()),
                read.keys());
        assertEquals(read, StoreManifest.parse("v3.json", read.json()));
    }

    @Test
    void refusesAnEpochWithoutCheckValue() {
        assertEquals(
                "epochs in use are [2]; expected a check value for each, found [1]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new StoreKeys(
                                        new TreeMap<>(Map.of(1, "c0ffee")),
                                        new TreeMap<>(Map.of("police", 2)),
                                        new TreeMap<>()))
                        .getMessage());
    }

    private static final String FORM_BEFORE = """
            {"format": 2, "version": 3, "action": "LOAD", "note": "Took in.", "made_at": "2026-01-01T00:00:00Z",
             "program": "1", "key_check": "c0ffee", "layers": [], "taken_back": [],
             "extracts": [{"extract_id": "police-2026-01-01", "source_code": "police", "file_name": "a.csv",
               "sha256": "00", "byte_count": 1, "extract_date": "2026-01-01", "sequence": 1,
               "loaded_at": "2026-01-01T00:00:00Z", "kind": "DELTA", "first_day": 0, "last_day": 1,
               "interpretation": "i", "columns": [],
               "rows": {"physical_rows": 0, "read": 0, "out_of_scope": 0, "quarantined": 0, "merged": 0, "duplicate": 0,
                 "superseded": 0, "conflicts": 0, "by_rule": {}},
               "effect": {"incidents": 0, "added": 0, "late": 0, "changed": 0, "unchanged": 0, "withdrawn": 0,
                 "vanished": 0, "restored": 0, "last_day_shown": 0, "changed_columns": {}}}]}
            """;

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
