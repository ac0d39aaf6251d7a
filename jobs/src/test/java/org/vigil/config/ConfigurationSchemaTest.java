package org.vigil.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.event.EventCatalogue;

class ConfigurationSchemaTest {
    private static final Path CONFIGURATIONS = Path.of("configurations");

    private final JsonNode schema = readSchema();

    static List<Path> configurations() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGURATIONS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void configurationsOfTheProjectFitThePublishedSchema(Path file) throws IOException {
        assertEquals(List.of(), compiled().validate(new YAMLMapper().readTree(Files.readString(file))));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void configurationsOfTheProjectAreFreeOfProblemsWhereTheRealFilesAre(Path file) {
        assumeTrue(Files.isDirectory(Path.of("../../shared/real-data")), "the real files are not on this machine");

        Configuration configuration = ConfigurationReader.read(file);

        assertEquals(
                file.getFileName().toString(), configuration.sources().get(0).code() + ".yaml");
        assertEquals(
                configuration.releases(),
                file.toAbsolutePath()
                        .resolveSibling("../../.vigil/releases/"
                                + configuration.sources().get(0).code())
                        .normalize());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            environment                                                            | fits
            {credential: a, epoch: 2, earlier: [{epoch: 1, file: b}]}              | fits
            {environment: true}                                                    | fits
            {file: a, credential: b}                                               | is refused
            {epoch: 2}                                                             | is refused
            {credential: a, epoch: 2, earlier: [{epoch: 1, environment: true}]}    | is refused
            {credential: a, epoch: 2, earlier: [{file: b}]}                        | is refused
            """)
    void theSchemaAllowsOnePlaceForEachKey(String key, String outcome) throws IOException {
        JsonNode configuration = new YAMLMapper().readTree("""
                title: A
                sources:
                  - profile: canonical
                    extracts:
                      - {path: a.csv, extract-date: 2024-01-01}
                events: uk
                key: %s
                """.formatted(key));

        assertEquals(outcome.equals("fits"), compiled().validate(configuration).isEmpty());
    }

    @Test
    void theSchemaRefusesAnExtractWithTwoDates() throws IOException {
        JsonNode configuration = new YAMLMapper().readTree("""
                title: A
                sources:
                  - profile: canonical
                    extracts:
                      - {path: a.csv, extract-date: 2024-01-01, extract-date-pattern: "a{yyyy-MM-dd}"}
                events: uk
                """);

        assertFalse(compiled().validate(configuration).isEmpty());
    }

    @Test
    void schemaAndReaderKnowTheSameKeys() {
        ConfigurationKeys.byPlace().forEach((place, keys) -> {
            JsonNode object = place.equals("configuration")
                    ? schema
                    : schema.path("$defs").path(place);
            List<String> names = new ArrayList<>();
            object.path("properties").fieldNames().forEachRemaining(names::add);

            assertEquals(new TreeSet<>(keys), new TreeSet<>(names), place);
        });
    }

    @Test
    void schemaAndReaderKnowTheSameEventCatalogues() {
        List<String> codes = new ArrayList<>();
        schema.path("properties").path("events").path("enum").forEach(code -> codes.add(code.asText()));

        assertEquals(ConfigurationReader.EVENT_CATALOGUES, codes);
    }

    @Test
    void everyEventCatalogueThatMayBeNamedIsShipped() {
        for (String code : ConfigurationReader.EVENT_CATALOGUES) {
            assertFalse(EventCatalogue.load(code).events().isEmpty(), code);
        }
    }

    private Schema compiled() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    private static JsonNode readSchema() {
        try (InputStream in = Objects.requireNonNull(
                ConfigurationReader.class.getResourceAsStream("vigil-configuration.schema.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
