package org.vigil.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileSchemaTest {
    private final JsonNode schema = readSchema();

    static List<String> codes() {
        return SourceProfiles.shippedCodes();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void shippedProfilesFitThePublishedSchema(String code) throws IOException {
        JsonNode profile = new YAMLMapper().readTree(SourceProfiles.shippedText(code));

        assertEquals(List.of(), compiled().validate(profile));
    }

    @Test
    void theSchemaRefusesAKeyThatTheReaderRefuses() throws IOException {
        JsonNode profile = new YAMLMapper()
                .readTree(SourceProfiles.shippedText("canonical").replace("identity:", "identitty:"));

        assertFalse(compiled().validate(profile).isEmpty());
    }

    @Test
    void theSchemaLetsOnlyAMarkStandForNoCode() throws IOException {
        String text = SourceProfiles.shippedText("nypd-hate-crimes");
        JsonNode profile = new YAMLMapper().readTree(text.replace("ANTI-ARAB: arab", "ANTI-ARAB: []"));

        assertFalse(compiled().validate(profile).isEmpty());
    }

    @Test
    void schemaAndReaderKnowTheSameKeys() {
        ProfileKeys.byPlace().forEach((place, keys) -> {
            JsonNode object =
                    place.equals("profile") ? schema : schema.path("$defs").path(place);

            assertEquals(new TreeSet<>(keys), new TreeSet<>(names(object.path("properties"))), place);
        });
        assertEquals(
                new TreeSet<>(Arrays.stream(Field.values()).map(Field::code).toList()),
                new TreeSet<>(names(schema.path("properties").path("fields").path("properties"))));
    }

    @Test
    void schemaAndCodeListsKnowTheSameWords() {
        assertEquals(KnownCodes.countingUnits(), words(schema.path("properties").path("counting-unit")));
        assertEquals(KnownCodes.targetBases(), words(schema.path("properties").path("target-basis")));
        assertEquals(KnownCodes.geographies(), words(schema.path("properties").path("geography")));
        assertEquals(
                Set.copyOf(KnownCodes.missing()),
                words(schema.path("$defs").path("missing").path("additionalProperties")));
        assertEquals(
                codes(Identity.Kind.values()),
                words(schema.path("$defs").path("identity").path("properties").path("kind")));
        assertEquals(
                codes(FieldReading.Vocabulary.values()),
                words(schema.path("$defs")
                        .path("coded-field")
                        .path("properties")
                        .path("vocabulary")));
    }

    private Schema compiled() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    private static Set<String> codes(Enum<?>[] values) {
        return new TreeSet<>(Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
    }

    private static Set<String> words(JsonNode property) {
        Set<String> words = new TreeSet<>();
        property.path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode readSchema() {
        try (InputStream in =
                Objects.requireNonNull(SourceProfiles.class.getResourceAsStream("vigil-profile.schema.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
