package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigil.profile.Field;
import org.vigil.profile.IdentifyingColumn;
import org.vigil.profile.SourceProfiles;
import org.vigil.release.Column;

class CanonicalIncidentTest {
    @Test
    void everyFieldThatAProfileReadsHasAColumn() {
        Set<String> declared =
                CanonicalIncident.own().stream().map(Column::name).collect(Collectors.toSet());

        Set<String> missing = new TreeSet<>();
        for (Field field : Field.values()) {
            String name = field == Field.AREA
                    ? CanonicalIncident.AREA_CODE.name()
                    : field.code().replace('-', '_');
            if (!declared.contains(name)) {
                missing.add(name);
            }
        }

        assertEquals(Set.of(), missing);
    }

    @Test
    void theCanonicalProfileReadsColumnsOfTheseNames() {
        Set<String> known = CanonicalIncident.own().stream().map(Column::name).collect(Collectors.toSet());
        known.add("area");

        Set<String> read = new TreeSet<>(SourceProfiles.shipped("canonical").labelColumns());
        read.removeAll(known);

        assertEquals(Set.of(), read);
    }

    @Test
    void noColumnIsADirectIdentifier() {
        assertTrue(CanonicalIncident.columns().stream()
                .allMatch(column -> IdentifyingColumn.find(column.name()).isEmpty()));
    }

    @Test
    void thePublishersWordsStandBesideEveryCodeAndNeverLeave() {
        Column words = CanonicalIncident.verbatim(CanonicalIncident.AREA_CODE);

        assertEquals("area_verbatim", words.name());
        assertTrue(words.isDisclosive());
        assertEquals(30, CanonicalIncident.columns().size());
    }
}
