package org.vigil.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigil.extract.ReadingPlan;
import org.vigil.geography.Geography;
import org.vigil.identifier.ColumnRole;
import org.vigil.interpret.KnownWords;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.SourceProfile;

/** What each column of a file is to a profile, and which of its values the profile knows. */
final class ColumnRoles {
    private final SourceProfile profile;
    private final ReadingPlan plan;
    private final KnownWords words;

    ColumnRoles(SourceProfile profile, ReadingPlan plan) {
        this.profile = profile;
        this.plan = plan;
        this.words = new KnownWords(profile, Geography.load(profile.geographyCode()));
    }

    /** The role of a column by its place in the file. */
    ColumnRole ofColumn(int column) {
        if (plan.isValueColumn(column)) {
            return ColumnRole.COUNT;
        }
        int slot = plan.slotOfColumn(column);
        if (slot >= 0) {
            return ofSlot(slot);
        }
        return plan.isIdentity(column) ? ColumnRole.RECORD_NUMBER : ColumnRole.UNREAD;
    }

    /** The role of a column that is read, by its slot. */
    ColumnRole ofSlot(int slot) {
        if (plan.isReference(slot)) {
            return ColumnRole.RECORD_NUMBER;
        }
        String name = plan.slotName(slot);
        if (name.equals(FieldReading.VALUE_COLUMN)) {
            return ColumnRole.COUNT;
        }
        List<FieldReading> readings = readings(name).stream()
                .map(field -> profile.reading(field).orElseThrow())
                .toList();
        if (readings.stream().anyMatch(r -> r instanceof FieldReading.Date || r instanceof FieldReading.YearAndMonth)) {
            return ColumnRole.DATE;
        }
        return readings.stream().anyMatch(FieldReading.Count.class::isInstance) ? ColumnRole.COUNT : ColumnRole.LABEL;
    }

    /** The values of a column that the profile does not know: what it knows is a code of its own and no secret of anybody. */
    Map<String, Integer> unknown(int column, Map<String, Integer> values) {
        int slot = plan.slotOfColumn(column);
        if (slot < 0 || ofSlot(slot) != ColumnRole.LABEL) {
            return values;
        }
        String name = plan.slotName(slot);
        List<Field> fields = readings(name);
        Map<String, Integer> unknown = new HashMap<>();
        values.forEach((value, count) -> {
            if (!isKnown(name, fields, value)) {
                unknown.put(value, count);
            }
        });
        return unknown;
    }

    /** Whether the profile knows a value of a column that is read, by its slot. */
    boolean isKnown(int slot, String value) {
        String name = plan.slotName(slot);
        return isKnown(name, readings(name), value);
    }

    private boolean isKnown(String column, List<Field> fields, String value) {
        return fields.stream().anyMatch(field -> words.unknownIn(field, value).isEmpty())
                || profile.outOfScope().stream()
                        .anyMatch(o -> o.column().equalsIgnoreCase(column)
                                && o.labels().contains(value));
    }

    private List<Field> readings(String column) {
        List<Field> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            if (profile.reading(field)
                    .filter(r -> r.columns().stream().anyMatch(column::equalsIgnoreCase))
                    .isPresent()) {
                fields.add(field);
            }
        }
        return fields;
    }
}
