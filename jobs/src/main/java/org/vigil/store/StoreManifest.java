package org.vigil.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One version of the store: which extracts it has taken in and which files hold them. A past state is an earlier version.
 *
 * @param format version of this form
 * @param version from 1, one higher than the version it follows; 0 is the empty store that was never written
 * @param action what made it
 * @param note the action in a sentence
 * @param madeAt when
 * @param program version of the program that made it
 * @param keys under which keys it keeps its sources
 * @param extracts the ledger, in the order in which the extracts came
 * @param layers every layer that some past or present state needs
 * @param takenBack extracts that were rolled back and are not to be taken in again unasked
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StoreManifest(
        int format,
        int version,
        Action action,
        String note,
        Instant madeAt,
        String program,
        StoreKeys keys,
        List<LoadedExtract> extracts,
        List<StoredLayer> layers,
        List<TakenBack> takenBack) {

    /** The form that this program writes. */
    public static final int FORMAT = 3;

    /** The form before: one key of epoch 1 for everything. */
    private static final int ONE_KEY = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse))
                    .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse)))
            .build();

    public StoreManifest {
        extracts = List.copyOf(extracts);
        layers = List.copyOf(layers);
        takenBack = List.copyOf(takenBack);
    }

    /** What can make a version. */
    public enum Action {
        CREATE,
        LOAD,
        COMPACT,
        REINTERPRET,
        ROLLBACK,
        ALLOW,
        REKEY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An extract that was rolled back.
     *
     * @param extract its entry in the ledger as it was
     * @param at when
     */
    public record TakenBack(LoadedExtract extract, Instant at) {}

    /** The store before anything was written. */
    static StoreManifest empty() {
        return new StoreManifest(
                FORMAT,
                0,
                Action.CREATE,
                "Nothing yet.",
                Instant.EPOCH,
                "",
                StoreKeys.none(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The entry of a file that was taken in. */
    public Optional<LoadedExtract> findLoaded(String sourceCode, String sha256) {
        return extracts.stream()
                .filter(e -> e.sourceCode().equals(sourceCode) && e.sha256().equals(sha256))
                .findFirst();
    }

    /** The entry of a file that was rolled back. */
    public Optional<TakenBack> findTakenBack(String sourceCode, String sha256) {
        return takenBack.stream()
                .filter(t -> t.extract().sourceCode().equals(sourceCode)
                        && t.extract().sha256().equals(sha256))
                .findFirst();
    }

    /** Extracts of a source in the order in which they speak. */
    public List<LoadedExtract> extractsOf(String sourceCode) {
        return extracts.stream()
                .filter(e -> e.sourceCode().equals(sourceCode))
                .sorted(LoadedExtract.ORDER)
                .toList();
    }

    /** A name for a new extract that no extract of this store has or had. */
    public String freeExtractId(String sourceCode, LocalDate extractDate, List<String> alsoTaken) {
        List<String> taken = new ArrayList<>(alsoTaken);
        extracts.forEach(e -> taken.add(e.extractId()));
        takenBack.forEach(t -> taken.add(t.extract().extractId()));
        String base = sourceCode + "-" + extractDate;
        String id = base;
        for (int n = 2; taken.contains(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }

    byte[] json() {
        try {
            return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest of texts and numbers cannot be written as JSON", e);
        }
    }

    static StoreManifest parse(String name, byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree instanceof ObjectNode before && before.path("format").asInt() == ONE_KEY) {
                return withEpochs(before);
            }
            StoreManifest manifest = JSON.treeToValue(tree, StoreManifest.class);
            requireForm(name, manifest.format, manifest.program);
            return manifest;
        } catch (IOException e) {
            // Another form lacks what this one has, and is not damaged for that.
            requireForm(name, json);
            throw new StoreException("The store's manifest " + name
                    + " is damaged; expected the file as it was written. Restore it from a copy of the store.");
        }
    }

    /** A manifest of the form before: its one check value is that of epoch 1, under which every source is kept. */
    private static StoreManifest withEpochs(ObjectNode json) throws JsonProcessingException {
        String check = json.path("key_check").asText();
        json.remove("key_check");
        json.put("format", FORMAT);
        json.set("keys", JSON.valueToTree(StoreKeys.none()));
        StoreManifest without = JSON.treeToValue(json, StoreManifest.class);
        SortedMap<String, Integer> epochs = new TreeMap<>();
        without.extracts.forEach(e -> epochs.put(e.sourceCode(), 1));
        return new StoreManifest(
                FORMAT,
                without.version,
                without.action,
                without.note,
                without.madeAt,
                without.program,
                new StoreKeys(new TreeMap<>(Map.of(1, check)), epochs, new TreeMap<>()),
                without.extracts,
                without.layers,
                without.takenBack);
    }

    private static void requireForm(String name, byte[] json) {
        try {
            JsonNode manifest = JSON.readTree(json);
            requireForm(
                    name,
                    manifest.path("format").asInt(FORMAT),
                    manifest.path("program").asText());
        } catch (IOException e) {
            // No JSON at all, so that no form can be told.
        }
    }

    private static void requireForm(String name, int form, String program) {
        if (form != FORMAT && form != ONE_KEY) {
            throw new StoreException("The store's manifest " + name + " has the form " + form + "; expected " + FORMAT
                    + ". Use the version of Vigil that wrote it (" + program + ").");
        }
    }

    private static final class FromText<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return parse.apply(text);
            } catch (java.time.format.DateTimeParseException e) {
                throw context.weirdStringException(text, handledType(), "expected a date or time");
            }
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return _deserialize(parser.getText(), context);
        }
    }
}
