package org.vigil.interpret;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.vigil.geography.Area;
import org.vigil.geography.Geography;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.KnownCodes;
import org.vigil.profile.SourceProfile;

/** Which words of a publisher mean something to a profile, by the rules that {@link Interpreter} reads records by. */
public final class KnownWords {
    private final SourceProfile profile;
    private final Geography geography;
    private final Vocabularies vocabularies;

    /** @param geography the profile's geography */
    public KnownWords(SourceProfile profile, Geography geography) {
        this.profile = profile;
        this.geography = geography;
        this.vocabularies = new Vocabularies(profile, geography);
    }

    /** The words of a cell, without outer white space, that mean nothing; none for a field that is no list of words. */
    public List<String> unknownIn(Field field, String cell) {
        FieldReading reading = profile.reading(field).orElse(null);
        if (reading instanceof FieldReading.YesNo yesNo) {
            boolean isKnown =
                    cell.isEmpty() || yesNo.yes().contains(cell) || yesNo.no().contains(cell);
            return isKnown ? List.of() : List.of(cell);
        }
        if (!(reading instanceof FieldReading.Labels labels)) {
            return List.of();
        }
        if (Vocabularies.isUnmarked(field, cell, labels)) {
            return List.of();
        }
        List<String> words = switch (field) {
            case RECORD_CLASS, AREA, REPORTING_SOURCE, OUTCOME -> List.of(cell);
            default -> Vocabularies.words(cell, labels);
        };
        return words.stream()
                .filter(Predicate.not(vocabularies.known(field, labels)))
                .toList();
    }

    /** The words that mean something, with their codes; for yes and no, and for words that mark nothing, without codes. Other names of areas are left out. */
    public Map<String, List<String>> known(Field field) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        FieldReading reading = profile.reading(field).orElse(null);
        if (reading instanceof FieldReading.YesNo yesNo) {
            yesNo.yes().forEach(word -> known.put(word, List.of()));
            yesNo.no().forEach(word -> known.put(word, List.of()));
        }
        if (reading instanceof FieldReading.Labels labels) {
            known.putAll(labels.labels());
            switch (labels.vocabulary()) {
                case DECLARED -> {}
                case CODES ->
                    KnownCodes.of(field, profile.geographyCode())
                            .forEach(code -> known.putIfAbsent(code, List.of(code)));
                case GEOGRAPHY -> {
                    for (Area area : geography.areas()) {
                        known.putIfAbsent(area.label(), List.of(area.code()));
                        known.putIfAbsent(area.code(), List.of(area.code()));
                    }
                }
            }
        }
        return Collections.unmodifiableMap(known);
    }
}
