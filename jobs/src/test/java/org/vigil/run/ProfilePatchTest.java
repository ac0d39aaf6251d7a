package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.profile.Field;

/** Changes of a profile's text; everything else stays as it is. */
final class ProfilePatchTest {
    private static final String PROFILE = """
            profile: x # its name
            version: 7

            identity: {kind: natural-key, columns: [Area, "Period"]}
            fields:
              area: {column: Area}
              # A comment of the publisher's.
              offence-group:
                column: Offence
                labels:
                  ARSON: arson
                  "NO": other-offences   # not a no
                missing:
                  "": not-stated
              occurred-date:
                column: Period
                patterns:
                  - yyyy-MM-dd
                  - yyyy-MM

            out-of-scope:
              - column: Offence
                labels: [Area]
            """;

    @Test
    void renamesAColumnWhereverItIsReadAndNoLabel() {
        ProfilePatch patch = new ProfilePatch(PROFILE);

        patch.rename("area", "Area: name");

        assertEquals(
                PROFILE.replace("[Area, \"Period\"]", "[\"Area: name\", \"Period\"]")
                        .replace("{column: Area}", "{column: \"Area: name\"}")
                        .replace("version: 7", "version: 8"),
                patch.changed());
    }

    @Test
    void addsLabelsInTheFormOfThePlace() {
        ProfilePatch patch = new ProfilePatch(PROFILE);

        patch.addLabel(Field.AREA, "Camdem", List.of("E09000007"));
        patch.addLabel(Field.OFFENCE_GROUP, "Arson, no", List.of("arson", "other-offences"));
        patch.ask(Field.OFFENCE_GROUP, "CYBER", 12);

        assertEquals(
                PROFILE.replace("{column: Area}", "{column: Area, labels: {Camdem: E09000007}}")
                        .replace(
                                "   # not a no\n",
                                "   # not a no\n      \"Arson, no\": [arson, other-offences]\n      # CYBER: which code? (12 records)\n")
                        .replace("version: 7", "version: 8"),
                patch.changed());
    }

    @Test
    void replacesPatternsAndAddsWhatTheyNeed() {
        ProfilePatch patch = new ProfilePatch(PROFILE);

        patch.setPatterns(
                Field.OCCURRED_DATE, List.of("dd-MMM-yy", "yyyy-MM-dd"), Optional.of("en-US"), Optional.of(1990));

        assertEquals(
                PROFILE.replace(
                                "\n      - yyyy-MM-dd\n      - yyyy-MM\n",
                                "\n      [dd-MMM-yy, yyyy-MM-dd]\n    locale: en-US\n    pivot-year: 1990\n")
                        .replace("version: 7", "version: 8"),
                patch.changed());
    }

    @Test
    void theDiffShowsChangesWithTheirSurroundingsOnly() {
        assertEquals(
                """
                --- p.yaml
                +++ p.yaml
                @@ -1,4 +1,4 @@
                -a
                +A
                 b
                 c
                 d
                @@ -9,4 +9,5 @@
                 i
                 j
                 k
                -l
                \\ No newline at end of file
                +l
                +m
                \\ No newline at end of file
                """,
                UnifiedDiff.of(
                        "p.yaml", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl", "A\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm"));
        assertEquals("", UnifiedDiff.of("p.yaml", PROFILE, PROFILE));
    }
}
