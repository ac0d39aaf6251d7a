package org.vigil.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigil.extract.ExtractException;
import org.vigil.extract.ReadingPlan;
import org.vigil.extract.Splits;
import org.vigil.geography.Geography;
import org.vigil.incident.IncidentDate;
import org.vigil.interpret.DateWords;
import org.vigil.interpret.KnownWords;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.ProfileException;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.spark.SourceSpec;
import org.vigil.spark.SourceStages;
import org.vigil.spark.SplitTask;

/** How well the words of a column fit what the profile expects in a column that is missing, by the first records of a file. */
final class ColumnFit {
    private final Path file;
    private final LocalDate extractDate;
    private final SourceSpec spec;
    private final String profileText;
    private final SourceProfile profile;
    private final KnownWords words;
    private final List<String> header;
    private final Map<Integer, Optional<LabelCounts>> counts = new HashMap<>();

    /** @param profileText the profile as written */
    ColumnFit(
            Path file,
            LocalDate extractDate,
            SourceSpec spec,
            String profileText,
            SourceProfile profile,
            List<String> header) {
        this.file = file;
        this.extractDate = extractDate;
        this.spec = spec;
        this.profileText = profileText;
        this.profile = profile;
        this.words = new KnownWords(profile, Geography.load(profile.geographyCode()));
        this.header = header;
    }

    /**
     * Share of the filled cells of a column that the profile would understand, from 0 to 1; 0 where it expects no words or dates.
     *
     * @param missing all columns that are missing, {@code column} among them
     * @param place of the column looked at, from 0
     */
    double share(List<String> missing, String column, int place) {
        return counts.computeIfAbsent(place, p -> read(missing, header.get(p)))
                .map(read -> share(column, read.of(header.get(place))))
                .orElse(0.0);
    }

    private double share(String column, Map<String, Long> cells) {
        double best = 0;
        long filled = cells.entrySet().stream()
                .filter(cell -> !cell.getKey().isEmpty())
                .mapToLong(Map.Entry::getValue)
                .sum();
        for (Field field : Field.values()) {
            FieldReading reading = profile.reading(field).orElse(null);
            if (reading != null && reading.columns().contains(column) && filled > 0) {
                long understood = cells.entrySet().stream()
                        .filter(cell -> !cell.getKey().isEmpty() && isUnderstood(field, reading, cell.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                best = Math.max(best, (double) understood / filled);
            }
        }
        return best;
    }

    private boolean isUnderstood(Field field, FieldReading reading, String cell) {
        if (reading instanceof FieldReading.Date date) {
            return IncidentDate.isKnown(new DateWords(date).applyAsInt(cell));
        }
        boolean hasWords = reading instanceof FieldReading.Labels || reading instanceof FieldReading.YesNo;
        return hasWords && words.unknownIn(field, cell).isEmpty();
    }

    /** Reads the first records as if every missing column stood in this one, so that the rest of the profile fits. */
    private Optional<LabelCounts> read(List<String> missing, String name) {
        ProfilePatch patch = new ProfilePatch(profileText);
        missing.forEach(column -> patch.rename(column, name));
        String text = patch.changed();
        try {
            SourceProfile trial = SourceProfiles.parse(profile.code(), text);
            ReadingPlan plan = ReadingPlan.of(trial, header);
            LabelCounts read = new LabelCounts(trial, plan);
            SplitTask first = new SplitTask(
                    0,
                    0,
                    Math.toIntExact(extractDate.toEpochDay()),
                    plan,
                    Splits.of(file, trial.format(), Long.MAX_VALUE).get(0));
            new SourceStages(new SourceSpec(
                            spec.sourceCode(),
                            SourceProfiles.canonicalText(text),
                            spec.identityKey(),
                            spec.referenceKey(),
                            new byte[0]))
                    .readFirst(first, Preview.RECORDS, read);
            return trial.labelColumns().contains(name) ? Optional.of(read) : Optional.empty();
        } catch (ProfileException | ExtractException e) {
            // No profile may read this column, or its name stands there twice.
            return Optional.empty();
        }
    }
}
