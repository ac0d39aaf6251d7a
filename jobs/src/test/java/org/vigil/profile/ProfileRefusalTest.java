package org.vigil.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.declaration.Problem;

class ProfileRefusalTest {
    /** A profile without a problem; each test breaks one line of it. */
    private static final String GOOD = """
            profile: my-force
            version: 1
            title: Incidents of my force
            publisher: My force
            counting-unit: incident
            target-basis: flag
            whole-area: My county
            geography: london
            identity: {kind: source-id, columns: id}
            series: {date: recorded, precision: day}
            fields:
              record-class: {constant: crime}
              recorded-date: {column: recorded, patterns: dd/MM/yyyy}
              area: {column: borough}
              target-communities:
                column: flags
                labels:
                  AS: jewish
                  IS: muslim
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void acceptsTheProfileThatTheOtherTestsBreak() {
        assertEquals("my-force", SourceProfiles.parse("p.yaml", GOOD).code());
    }

    @Test
    void answersAllProblemsAtOnceInTheOrderOfTheFile() {
        String broken = GOOD.replace("version: 1", "version: one")
                .replace("counting-unit: incident", "counting-unit: incidents")
                .replace("IS: muslim", "IS: islamophobic");

        ProfileException refusal = assertThrows(ProfileException.class, () -> SourceProfiles.parse("p.yaml", broken));

        assertEquals(
                """
                The profile p.yaml cannot be used: 3 problems.
                - p.yaml, line 2: version is "one"; expected a whole number from 1 to 2147483647. Write such a number.
                - p.yaml, line 5: counting-unit is "incidents"; expected one of offence, incident, complaint, victim. Did you mean incident?
                - p.yaml, line 19: fields.target-communities.labels "IS" is "islamophobic"; expected one of %s. Write one of these.""".formatted(String.join(", ", KnownCodes.of(Field.TARGET_COMMUNITIES, ""))), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        geography: london | geografy: london | p.yaml, line 8: the key "geografy" is not known; expected one of profile, version, title, publisher, licence, address, already-public, synthetic, counting-unit, target-basis, whole-area, coverage-note, area-basis, has-total, geography, format, identity, shared-reference, extracts, series, missing, fields, out-of-scope, covered-communities, covered-from, not-covered-areas, absence, break-scopes. Did you mean geography?
        area: {column: borough} | area: {colunm: borough} | p.yaml, line 14: the key "colunm" in fields.area is not known; expected one of constant, column, columns, separator, vocabulary, labels, missing, ignore-case. Did you mean column?
        version: 1 | title: A | p.yaml, line 3: title is declared again; it stands on line 2 already. Remove one of the two.
        IS: muslim | AS: muslim | p.yaml, line 19: fields.target-communities.labels.AS is declared again; it stands on line 18 already. Remove one of the two.
        IS: muslim | IS: muslems | p.yaml, line 19: fields.target-communities.labels "IS" is "muslems"; expected one of %communities. Did you mean muslim?
        IS: muslim | IS: [muslim, muslim] | p.yaml, line 19: fields.target-communities.labels "IS" names a code twice; expected each code once. Remove one of them.
        IS: muslim | IS: | p.yaml, line 19: fields.target-communities.labels "IS" is empty; expected a text or a list of texts. Write [one, another].
        IS: muslim | IS: [] | p.yaml, line 19: fields.target-communities.labels "IS" is an empty list; expected a text or a list of texts. Write [one, another].
        record-class: {constant: crime} | "context: {column: c, labels: {loud: }}" | p.yaml, line 12: fields.context.labels "loud" is empty; expected a text or a list of texts. Write [one, another].
        record-class: {constant: crime} | "strands: {column: c, labels: {Faith: faith, None: []}}" | p.yaml, line 12: fields.strands.labels "Faith" is "faith"; expected one of disability, race, religion, sexual-orientation, transgender. Write one of these.
        geography: london | geography: londno | p.yaml, line 8: geography is "londno"; expected one of london, nyc, us-states. Did you mean london?
        kind: source-id, columns: id | kind: source_id, columns: id | p.yaml, line 9: identity.kind is "source_id"; expected one of natural-key, none, source-id, source-id-merged. Did you mean source-id?
        kind: source-id, columns: id | kind: source-id | p.yaml, line 9: identity.kind is source-id and identity.columns names no column; expected exactly one column. Write columns: and the column of the publisher's id.
        kind: source-id, columns: id | kind: natural-key | p.yaml, line 9: identity.kind is natural-key and identity.columns names no column; expected the columns that together name a record. Write columns: [area, category, period].
        kind: source-id, columns: id | kind: none, columns: id | p.yaml, line 9: identity.kind is none and identity.columns names 1 column; expected no column. Remove columns or choose another kind.
        publisher: My force | already-public: true | p.yaml, line 4: already-public is true but there is no address. Add address: as the publisher states it, or remove already-public.
        publisher: My force | already-public: true | p.yaml, line 4: already-public is true but there is no licence. Add licence: as the publisher states it, or remove already-public.
        publisher: My force | already-public: yes | p.yaml, line 4: already-public is "yes"; expected one of false, true. Write one of these.
        publisher: My force | format: {layout: wide} | p.yaml, line 4: format.layout is wide but there is no format.value-columns. Add value-columns: with the pattern of their headers, as yyyyMM.
        publisher: My force | format: {layout: wide, value-columns: yyyyMM} | p.yaml, line 11: format.layout is wide but no field is read from "<value>". Read a date from "<column header>" and incident-count from "<value>".
        publisher: My force | format: {value-columns: yyyyMM} | p.yaml, line 4: format.value-columns is declared but format.layout is not wide. Add layout: wide or remove value-columns.
        publisher: My force | format: {encoding: UTF-16} | p.yaml, line 4: format.encoding is "UTF-16"; expected an encoding that writes ASCII as single bytes, as UTF-8, ISO-8859-1 or windows-1252. Convert the file to UTF-8 if its publisher uses another.
        publisher: My force | format: {delimiter: ';'} | p.yaml, line 4: format.delimiter is ";"; expected one of comma, semicolon, pipe, tab. Write one of these.
        dd/MM/yyyy | dd/MMM/yyyy | p.yaml, line 13: fields.recorded-date.patterns "dd/MMM/yyyy" has names of months or days but no locale; expected a language. Add locale: en-US, or the language of the file; names differ, as Sep and Sept.
        dd/MM/yyyy | dd/MM/yy | p.yaml, line 13: fields.recorded-date.patterns "dd/MM/yy" has a year of two digits but no pivot-year; expected the first year it can mean. Add pivot-year: 1990 to read 91 as 1991 and 20 as 2020.
        dd/MM/yyyy | dd/bb/yyyy | p.yaml, line 13: fields.recorded-date.patterns "dd/bb/yyyy" is not a date pattern; expected letters of java.time, as dd/MM/yyyy. Write yyyy for the year, MM for the month and dd for the day.
        dd/MM/yyyy | DD/MM/YYYY | p.yaml, line 13: fields.recorded-date.patterns "DD/MM/YYYY" has the week year (Y) or the day of the year (D); expected letters of java.time, as dd/MM/yyyy. Write yyyy for the year, MM for the month and dd for the day.
        dd/MM/yyyy | dd/yyyy | p.yaml, line 13: fields.recorded-date.patterns "dd/yyyy" has no year or no month; expected letters of java.time, as dd/MM/yyyy. Write yyyy for the year, MM for the month and dd for the day.
        dd/MM/yyyy | MM/yyyy | p.yaml, line 10: series.precision is day but recorded-date is read to the month. Write precision: month or give the date a pattern with a day.
        dd/MM/yyyy | "dd/MM/yyyy, locale: en-XQ" | p.yaml, line 13: fields.recorded-date.locale is "en-XQ"; expected a language tag such as en-US or en-GB. Write language-COUNTRY.
        date: recorded | date: occurred | p.yaml, line 10: series.date is occurred but fields has no readable occurred-date. Declare fields.occurred-date or choose the other date.
        area: {column: borough} | area: {column: Victim Postcode} | p.yaml, line 14: the column "Victim Postcode" cannot be read: by its name it holds a postcode; expected columns without direct identifiers. Have it removed before the file is handed over, and read another column.
        columns: id | columns: Victim Name | p.yaml, line 9: the column "Victim Name" cannot be read: by its name it holds a person's name; expected columns without direct identifiers. Have it removed before the file is handed over, and read another column.
        area: {column: borough} | location-type: {constant: home} | p.yaml, line 12: fields has no area; expected a column or a constant. Declare fields.area.
        area: {column: borough} | area: {constant: E09000099} | p.yaml, line 14: fields.area.constant is "E09000099"; expected one of %areas. Did you mean E09000009?
        area: {column: borough} | "area: {column: borough, constant: unknown}" | p.yaml, line 14: fields.area.column stands beside constant; expected one way of reading. Remove column or constant.
        area: {column: borough} | "area: {column: borough, vocabulary: declared}" | p.yaml, line 14: fields.area.labels is missing; expected the words of the publisher with our codes. Add labels: or, if the file holds our own codes, vocabulary: codes.
        record-class: {constant: crime} | "context: {column: c, vocabulary: geography}" | p.yaml, line 12: fields.context.vocabulary is geography; expected codes or declared. Only fields.area is read by names of areas.
        record-class: {constant: crime} | incident-count: {column: n} | p.yaml, line 9: incident-count is read but identity.kind says that a record is one incident; expected natural-key or none. Name the columns that tell published counts apart.
        record-class: {constant: crime} | "withdrawn: {column: w, yes: Y}" | p.yaml, line 12: fields.withdrawn.no is missing; expected the words that mean it. Write yes: [Y, true] and no: [N, false, \\"\\"].
        record-class: {constant: crime} | "occurred-date: {year-column: y, month-column: m, not-after: occurred-date}" | p.yaml, line 12: fields.occurred-date.not-after is occurred-date, which is not a date read from one column; expected the other date of the profile. Declare fields.occurred-date or remove not-after.
        publisher: My force | "missing: {NA: none}" | p.yaml, line 4: missing "NA" is "none"; expected one of unknown, unknown-motivation, not-stated, not-applicable. Write one of these.
        publisher: My force | "out-of-scope: [{column: flags, labels: AS, reason: r}]" | p.yaml, line 4: "AS" of the column "flags" is left out here and mapped by fields.target-communities. Remove one of the two.
        publisher: My force | "shared-reference: {column: Police Ref}" | p.yaml, line 4: shared-reference.source is missing; expected the code of the source whose ids the column holds. Add source:.
        publisher: My force | "shared-reference: {source: police}" | p.yaml, line 4: shared-reference.column is missing; expected the name of a column. Add column:.
        publisher: My force | "shared-reference: {column: Borough, source: police}" | p.yaml, line 4: the column "Borough" is read by fields.area too; expected a column that holds the other source's id and nothing else. Remove one of the two.
        publisher: My force | "shared-reference: {column: id, source: police}" | p.yaml, line 4: the column "id" is read by identity too; expected a column that holds the other source's id and nothing else. Remove one of the two.
        publisher: My force | "shared-reference: {column: Victim Name, source: police}" | p.yaml, line 4: the column "Victim Name" cannot be read: by its name it holds a person's name; expected columns without direct identifiers. Have it removed before the file is handed over, and read another column.
        publisher: My force | "covered-from: {sikh: 2015-01-01}" | p.yaml, line 4: covered-from is "sikh"; expected one of jewish, muslim. Write one of these.
        profile: my-force | profile: My Force | p.yaml, line 1: profile is "My Force"; expected small letters, digits and hyphens. It names the source in every table; write for example my-force.
        publisher: My force | publisher: [a, b] | p.yaml, line 4: publisher is a list; expected a text. Write publisher: and the text on one line.
        publisher: My force | licence: A | p.yaml, line 1: publisher is missing; expected the body that issues it. Add publisher:.
        """)
    void saysWhereWhatAndWhatToDo(String line, String broken, String sentence) {
        String replaced = broken.startsWith("\"") ? broken.substring(1, broken.length() - 1) : broken;
        String text = GOOD.replace(line, replaced);

        List<String> sentences = sentences(text);

        String expected = sentence.replace(
                        "%communities", String.join(", ", KnownCodes.of(Field.TARGET_COMMUNITIES, "")))
                .replace("%areas", String.join(", ", KnownCodes.of(Field.AREA, "london")))
                .replace("\\\"", "\"");
        assertTrue(
                sentences.contains(expected), () -> "expected\n" + expected + "\nin\n" + String.join("\n", sentences));
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertEquals(
                List.of("p.yaml, line 2: the text is not YAML (mapping values are not allowed here). "
                        + "Check indentation, colons and quotes."),
                sentences("profile: a\nversion: b: c\n"));
        assertEquals(
                List.of(
                        "p.yaml, line 1: the file is not a list of keys with values; expected keys such as profile, version, title. "
                                + "Write key: value."),
                sentences("- a\n- b\n"));
        assertEquals(
                List.of("p.yaml: the file is empty; expected keys such as profile, version, title. Write key: value."),
                sentences(""));
    }

    @Test
    void refusesFilesThatCannotBeAProfile() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        Path latin = Files.write(folder.resolve("latin.yaml"), "title: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(
                "The profile " + missing + " cannot be used: 1 problem.\n- " + missing
                        + ": there is no such file. Check the path.",
                assertThrows(ProfileException.class, () -> SourceProfiles.read(missing))
                        .getMessage());
        assertEquals(
                "The profile " + latin + " cannot be used: 1 problem.\n- " + latin
                        + ": it is not UTF-8. Save it as UTF-8.",
                assertThrows(ProfileException.class, () -> SourceProfiles.read(latin))
                        .getMessage());
        assertEquals(
                "The profile " + folder + " cannot be used: 1 problem.\n- " + folder
                        + ": it is not a file. Check the path.",
                assertThrows(ProfileException.class, () -> SourceProfiles.read(folder))
                        .getMessage());
    }

    @Test
    void readsAProfileFromItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), GOOD);

        assertEquals("my-force", SourceProfiles.read(file).code());
    }

    @Test
    void wordsThatYamlTakesForValuesMeanThemselves() {
        String text = GOOD.replace(
                "AS: jewish", "NO: jewish\n      007: sikh\n      2024-01-01: hindu\n      \"\": not-stated");

        FieldReading.Labels labels = (FieldReading.Labels) SourceProfiles.parse("p.yaml", text)
                .reading(Field.TARGET_COMMUNITIES)
                .orElseThrow();

        assertEquals(
                "[, 007, 2024-01-01, IS, NO]",
                labels.labels().keySet().stream()
                        .sorted()
                        .collect(Collectors.toList())
                        .toString());
    }

    @Test
    void aWordOfAFieldWinsOverTheSameWordOfTheProfile() {
        String text = GOOD.replace(
                        "publisher: My force",
                        "publisher: My force\nmissing: {NA: not-stated, NSA: unknown-motivation}")
                .replace("IS: muslim", "IS: muslim\n      NA: unknown-motivation");

        FieldReading.Labels labels = (FieldReading.Labels) SourceProfiles.parse("p.yaml", text)
                .reading(Field.TARGET_COMMUNITIES)
                .orElseThrow();

        assertEquals(List.of("unknown-motivation"), labels.labels().get("NA"));
        assertEquals(List.of("unknown-motivation"), labels.labels().get("NSA"));
    }

    @Test
    void theCanonicalTextIgnoresCommentsLayoutAndOrder() {
        String one = "title: A\nidentity: {kind: none}\n";
        String two = "# said otherwise\nidentity:\n  kind: \"none\"\ntitle: 'A'\n";

        assertEquals(SourceProfiles.canonicalText(one), SourceProfiles.canonicalText(two));
    }

    private static List<String> sentences(String text) {
        ProfileException refusal = assertThrows(ProfileException.class, () -> SourceProfiles.parse("p.yaml", text));
        return refusal.problems().stream().map(Problem::sentence).toList();
    }
}
