package org.vigil.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;
import org.vigil.store.StoreException;
import org.vigil.validate.Quarantine;
import org.vigil.validate.Rule;

/** The records that an extract had held out, kept beside its layer: where each stood and why, never what it said. */
final class StoredQuarantine {
    private static final JsonFactory JSON = new JsonFactory();

    private StoredQuarantine() {}

    static String nameOf(String layerId) {
        return Store.layerFolder(layerId) + "/quarantine.json";
    }

    /** Writes {@code [[row, part, rule, …], …]}. */
    static void write(StorageFolder store, String layerId, Quarantine quarantine) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (int i = 0; i < quarantine.size(); i++) {
                json.writeStartArray();
                json.writeNumber(quarantine.rowNumber(i));
                json.writeNumber(quarantine.partNumber(i));
                for (Rule rule : quarantine.rules(i)) {
                    json.writeString(rule.code());
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.write(nameOf(layerId), bytes.toByteArray());
    }

    static Quarantine read(StorageFolder store, String layerId) {
        String name = nameOf(layerId);
        Quarantine quarantine = new Quarantine();
        try (JsonParser json = JSON.createParser(store.read(name))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                json.nextToken();
                long row = json.getLongValue();
                json.nextToken();
                int part = json.getIntValue();
                Set<Rule> rules = EnumSet.noneOf(Rule.class);
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    rules.add(rule(json.getText(), name));
                }
                quarantine.add(row, part, rules);
            }
        } catch (IOException e) {
            throw damaged(name);
        }
        return quarantine;
    }

    private static Rule rule(String code, String name) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> damaged(name));
    }

    private static StoreException damaged(String name) {
        return new StoreException("The file " + name
                + " of the store is damaged; expected it as it was written. Restore it from a copy of the store.");
    }
}
