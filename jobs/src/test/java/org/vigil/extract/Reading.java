package org.vigil.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.vigil.profile.FileFormat;
import org.vigil.profile.Identity;
import org.vigil.profile.SourceProfile;

/** A profile of label columns only, and what it reads from a file, as lines of text. */
record Reading(
        Charset charset,
        char delimiter,
        Optional<String> valuePattern,
        List<String> identity,
        List<String> columns,
        int block,
        int maxRow) {

    static Reading of(String... columns) {
        return new Reading(
                StandardCharsets.UTF_8,
                ',',
                Optional.empty(),
                List.of(),
                List.of(columns),
                1 << 19,
                SplitReader.MAX_ROW);
    }

    Reading in(Charset other) {
        return new Reading(other, delimiter, valuePattern, identity, columns, block, maxRow);
    }

    Reading delimitedBy(char other) {
        return new Reading(charset, other, valuePattern, identity, columns, block, maxRow);
    }

    Reading identifiedBy(String... names) {
        return new Reading(charset, delimiter, valuePattern, List.of(names), columns, block, maxRow);
    }

    Reading wide(String pattern) {
        return new Reading(charset, delimiter, Optional.of(pattern), identity, columns, block, maxRow);
    }

    Reading limitedTo(int blockBytes, int maxRowBytes) {
        return new Reading(charset, delimiter, valuePattern, identity, columns, blockBytes, maxRowBytes);
    }

    SourceProfile profile() {
        Identity.Kind kind = identity.isEmpty() ? Identity.Kind.NONE : Identity.Kind.NATURAL_KEY;
        return new SourceProfile(
                "test-profile",
                1,
                new SourceProfile.Meaning(
                        "Test",
                        "Test",
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true,
                        "incident",
                        "flag",
                        "All",
                        Optional.empty(),
                        Optional.empty(),
                        true),
                "london",
                format(),
                new Identity(kind, identity),
                new SourceProfile.Series("recorded", true, 8),
                Map.of(),
                columns.stream()
                        .map(c -> new SourceProfile.OutOfScope(c, Set.of("-"), "none"))
                        .toList(),
                Set.of());
    }

    FileFormat format() {
        FileFormat.Layout layout = valuePattern.isPresent() ? FileFormat.Layout.WIDE : FileFormat.Layout.LONG;
        return new FileFormat(charset, delimiter, layout, valuePattern);
    }

    /** {@code row.part [label][label] identity problems}, one line a record; the header comes from the file. */
    List<String> lines(Path file, long targetBytes) {
        List<String> lines = new ArrayList<>();
        ReadingPlan plan = plan(file);
        for (Split split : Splits.of(file, format(), targetBytes, maxRow, block)) {
            SplitReader.read(split, plan, format(), batch -> addLines(batch, plan, split, lines), block, maxRow);
        }
        return lines;
    }

    List<String> lines(Path file) {
        return lines(file, Long.MAX_VALUE);
    }

    long count(Path file, long targetBytes, Consumer<VerbatimBatch> consumer) {
        ReadingPlan plan = plan(file);
        return Splits.of(file, format(), targetBytes, maxRow, block).stream()
                .mapToLong(split -> SplitReader.read(split, plan, format(), consumer, block, maxRow))
                .sum();
    }

    ReadingPlan plan(Path file) {
        return ReadingPlan.of(profile(), header(file));
    }

    List<String> header(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (Splits.isGzip(file)) {
                try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
                    bytes = in.readAllBytes();
                }
            }
            return HeaderRow.parse(bytes, charset, delimiter).names();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addLines(VerbatimBatch batch, ReadingPlan plan, Split split, List<String> lines) {
        for (int i = 0; i < batch.size(); i++) {
            StringBuilder line = new StringBuilder();
            line.append(split.firstRow() + batch.rowNumbers()[i]);
            if (plan.isWide()) {
                line.append('.').append(batch.partNumbers()[i]);
            }
            line.append(' ');
            for (String column : columns) {
                int slot = plan.slot(column);
                line.append('[')
                        .append(batch.dictionary(slot).label(batch.labelIds(slot)[i]))
                        .append(']');
            }
            if (!identity.isEmpty()) {
                int from = i == 0 ? 0 : batch.identityEnds()[i - 1];
                String key =
                        new String(batch.identityBytes(), from, batch.identityEnds()[i] - from, StandardCharsets.UTF_8);
                line.append(" id=").append(key.replace('\u001F', '+'));
            }
            line.append(problems(batch.problems()[i]));
            lines.add(line.toString());
        }
    }

    private static String problems(int bits) {
        List<String> names = List.of("few", "many", "header", "quotes", "encoding");
        return Arrays.stream(new int[] {0, 1, 2, 3, 4})
                .filter(bit -> (bits & (1 << bit)) != 0)
                .mapToObj(bit -> " " + names.get(bit))
                .collect(Collectors.joining());
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
