package org.vigil.interpret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.extract.ExtractInspection;
import org.vigil.extract.ReadingPlan;
import org.vigil.extract.Split;
import org.vigil.extract.SplitReader;
import org.vigil.extract.Splits;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.CodeSets;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.KeyedHash;
import org.vigil.incident.Strand;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.validate.Validator;

/** A text read by a profile as a run would read it: extract, interpreter and, where asked, validator. */
public final class ReadRecords {
    private final SourceProfile profile;
    private final Geography geography;
    private final Path file;

    private ReadRecords(SourceProfile profile, Path file) {
        this.profile = profile;
        this.geography = Geography.load(profile.geographyCode());
        this.file = file;
    }

    public static ReadRecords of(SourceProfile profile, Path folder, String text) {
        try {
            return new ReadRecords(
                    profile, Files.write(folder.resolve("extract.csv"), text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shipped profile with parts of its text replaced: old, new, old, new. */
    public static SourceProfile shipped(String code, String... replacements) {
        String text = SourceProfiles.shippedText(code);
        for (int i = 0; i < replacements.length; i += 2) {
            if (!text.contains(replacements[i])) {
                throw new IllegalArgumentException("The profile " + code + " does not say " + replacements[i]);
            }
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return SourceProfiles.parse(code + ".yaml", text);
    }

    /** One line for each record. */
    public List<String> lines(Function<Row, String> line) {
        List<String> lines = new ArrayList<>();
        read(batch ->
                IntStream.range(0, batch.size()).forEach(row -> lines.add(line.apply(new Row(batch, row, geography)))));
        return lines;
    }

    /** The validator after it has seen every record. */
    public Validator validated(LocalDate extractDate) {
        Validator validator = new Validator(
                profile.series().dateBasis().equals("recorded"),
                profile.format().layout() == org.vigil.profile.FileFormat.Layout.WIDE,
                Math.toIntExact(extractDate.toEpochDay()),
                0);
        read(validator::accept);
        return validator;
    }

    private void read(java.util.function.Consumer<InterpretedBatch> consumer) {
        ReadingPlan plan =
                ReadingPlan.of(profile, ExtractInspection.inspect(file, profile).header());
        Interpreter interpreter =
                new Interpreter(profile, plan, geography, new KeyedHash(new byte[16]), Optional.empty());
        Split split = Splits.of(file, profile.format(), Long.MAX_VALUE).get(0);
        SplitReader.read(split, plan, profile.format(), batch -> consumer.accept(interpreter.interpret(batch)));
    }

    /** One record in codes. */
    public record Row(InterpretedBatch batch, int row, Geography geography) {
        String area() {
            int area = batch.columns().area[row];
            return area == IncidentColumns.UNMAPPED
                    ? "unmapped"
                    : geography.get(area).code();
        }

        String communities() {
            return set(
                    batch.columns().communities,
                    batch.columns().communitySet[row],
                    i -> CodeLists.communities().get(i).code());
        }

        String offences() {
            return set(
                    batch.columns().offenceGroups,
                    batch.columns().offenceGroupSet[row],
                    i -> CodeLists.offenceGroups().get(i).code());
        }

        String locations() {
            return set(
                    batch.columns().locationTypes,
                    batch.columns().locationTypeSet[row],
                    i -> CodeLists.locationTypes().get(i).code());
        }

        String contexts() {
            return set(
                    batch.columns().contexts,
                    batch.columns().contextSet[row],
                    i -> CodeLists.contexts().get(i).code());
        }

        String strands() {
            int bits = batch.columns().strands[row];
            return bits < 0
                    ? "unmapped"
                    : java.util.Arrays.stream(Strand.values())
                            .filter(s -> (bits >> s.ordinal() & 1) == 1)
                            .map(Strand::code)
                            .collect(Collectors.joining("+"));
        }

        String occurred() {
            return date(batch.columns().occurred[row]);
        }

        String recorded() {
            return date(batch.columns().recorded[row]);
        }

        boolean isWithdrawn() {
            return batch.columns().withdrawn[row];
        }

        int count() {
            return batch.columns().incidentCount[row];
        }

        boolean has(int remark) {
            return (batch.remarks()[row] & remark) != 0;
        }

        String key() {
            return Long.toHexString(batch.columns().keyHigh[row]) + Long.toHexString(batch.columns().keyLow[row]);
        }

        private static String set(CodeSets sets, int id, Function<Integer, String> code) {
            return id == IncidentColumns.UNMAPPED
                    ? "unmapped"
                    : IntStream.of(sets.members(id)).boxed().map(code).collect(Collectors.joining("+"));
        }

        private static String date(int date) {
            if (!IncidentDate.isKnown(date)) {
                return date == IncidentDate.MISSING ? "missing" : "invalid";
            }
            String day = LocalDate.ofEpochDay(IncidentDate.epochDay(date)).toString();
            return IncidentDate.isMonth(date) ? day.substring(0, 7) : day;
        }
    }
}
