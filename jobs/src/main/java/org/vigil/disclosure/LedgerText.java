package org.vigil.disclosure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.vigil.cellkey.PublicGrain;

/**
 * What one release adds to the ledger, as a compressed text of one line each: under which key figures are drawn, grains, counts; the last line says how many there
 * are. The form before had no line of the key.
 */
final class LedgerText {
    private static final String FORM = "vigil-ledger 2";
    private static final String FORM_WITHOUT_KEYS = "vigil-ledger 1";
    private static final String KEYS = "keys";
    private static final int KEYS_PARTS = 3;
    private static final String COUNT = "count";
    private static final String GRAIN = "grain";
    private static final String END = "end";
    private static final int COUNT_PARTS = 1 + SeriesName.PARTS + 5;
    private static final int GRAIN_PARTS = 1 + SeriesName.PARTS + 2;

    private LedgerText() {}

    static byte[] write(VintageLedger.Additions additions, DrawEpoch epoch) {
        StringBuilder text = new StringBuilder(FORM).append('\n');
        text.append(String.join(",", KEYS, Integer.toString(epoch.epoch()), epoch.check()))
                .append('\n');
        for (VintageLedger.YearGrain grain : additions.grains()) {
            line(
                    text,
                    GRAIN,
                    grain.series(),
                    List.of(Integer.toString(grain.year()), grain.grain().code()));
        }
        for (VintageLedger.Entry entry : additions.entries()) {
            line(
                    text,
                    COUNT,
                    entry.cell().series(),
                    List.of(
                            entry.cell().from().toString(),
                            entry.cell().to().toString(),
                            Integer.toString(entry.vintage()),
                            Long.toString(entry.published()),
                            entry.asOf().toString()));
        }
        text.append(END)
                .append(',')
                .append(1 + additions.grains().size() + additions.entries().size())
                .append('\n');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void line(StringBuilder text, String kind, SeriesName series, List<String> rest) {
        text.append(kind);
        series.parts().forEach(part -> text.append(',').append(part));
        rest.forEach(part -> text.append(',').append(part));
        text.append('\n');
    }

    /**
     * Reads what was written.
     *
     * @param file name for messages
     * @throws DisclosureException if it is not whole
     */
    static VintageLedger.Additions read(String file, byte[] bytes) {
        List<VintageLedger.Entry> entries = new ArrayList<>();
        List<VintageLedger.YearGrain> grains = new ArrayList<>();
        try {
            List<String> lines = lines(file, bytes);
            for (String line : lines.subList(isWithKeys(lines) ? 2 : 1, lines.size() - 1)) {
                List<String> parts = List.of(line.split(",", -1));
                boolean isCount = parts.get(0).equals(COUNT) && parts.size() == COUNT_PARTS;
                require(file, isCount || (parts.get(0).equals(GRAIN) && parts.size() == GRAIN_PARTS));
                SeriesName series = SeriesName.of(parts.subList(1, 1 + SeriesName.PARTS));
                List<String> rest = parts.subList(1 + SeriesName.PARTS, parts.size());
                if (isCount) {
                    entries.add(new VintageLedger.Entry(
                            new DrawnCell(series, LocalDate.parse(rest.get(0)), LocalDate.parse(rest.get(1))),
                            Integer.parseInt(rest.get(2)),
                            Long.parseLong(rest.get(3)),
                            LocalDate.parse(rest.get(4))));
                } else {
                    grains.add(new VintageLedger.YearGrain(
                            series,
                            Integer.parseInt(rest.get(0)),
                            PublicGrain.valueOf(rest.get(1).toUpperCase(Locale.ROOT))));
                }
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw damaged(file);
        }
        return new VintageLedger.Additions(List.copyOf(entries), List.copyOf(grains));
    }

    /**
     * Under which key figures are drawn.
     *
     * @return nothing in the form that does not say it
     * @throws DisclosureException if it is not whole
     */
    static Optional<DrawEpoch> findEpoch(String file, byte[] bytes) {
        List<String> lines = lines(file, bytes);
        if (!isWithKeys(lines)) {
            return Optional.empty();
        }
        List<String> parts = List.of(lines.get(1).split(",", -1));
        require(file, parts.size() == KEYS_PARTS && parts.get(0).equals(KEYS));
        try {
            return Optional.of(new DrawEpoch(Integer.parseInt(parts.get(1)), parts.get(2)));
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    private static boolean isWithKeys(List<String> lines) {
        return lines.get(0).equals(FORM);
    }

    private static List<String> lines(String file, byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            require(file, lines.size() >= 2 && List.of(FORM, FORM_WITHOUT_KEYS).contains(lines.get(0)));
            require(file, !isWithKeys(lines) || lines.size() > 2);
            require(file, lines.get(lines.size() - 1).equals(END + "," + (lines.size() - 2)));
            return lines;
        } catch (IOException e) {
            throw damaged(file);
        }
    }

    private static void require(String file, boolean isRight) {
        if (!isRight) {
            throw damaged(file);
        }
    }

    private static DisclosureException damaged(String file) {
        return new DisclosureException(
                "No public release was made: the ledger of what was published is damaged (" + file
                        + "); expected the file as it was written. Restore it from a backup of the store: without it a public release could give away what"
                        + " earlier ones protect.");
    }
}
