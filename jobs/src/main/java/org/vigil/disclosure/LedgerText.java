package org.vigil.disclosure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigil.cellkey.PublicGrain;

/**
 * What one release adds to the ledger, as a compressed text of one line each: under which key figures are drawn, grains, counts; the last line says how many there
 * are. The form before had no line of the key.
 */
final class LedgerText {
    private static final String FORM = "vigil-ledger 2";
    private static final List<String> FORMS = List.of(FORM, "vigil-ledger 1");
    private static final String KEYS = "keys";
    private static final int KEYS_PARTS = 3;
    private static final String COUNT = "count";
    private static final String GRAIN = "grain";
    private static final int COUNT_PARTS = 1 + SeriesName.PARTS + 5;
    private static final int GRAIN_PARTS = 1 + SeriesName.PARTS + 2;

    private LedgerText() {}

    static byte[] write(VintageLedger.Additions additions, DrawEpoch epoch) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", KEYS, Integer.toString(epoch.epoch()), epoch.check()));
        for (VintageLedger.YearGrain grain : additions.grains()) {
            lines.add(line(
                    GRAIN,
                    grain.series(),
                    List.of(Integer.toString(grain.year()), grain.grain().code())));
        }
        for (VintageLedger.Entry entry : additions.entries()) {
            lines.add(line(
                    COUNT,
                    entry.cell().series(),
                    List.of(
                            entry.cell().from().toString(),
                            entry.cell().to().toString(),
                            Integer.toString(entry.vintage()),
                            Long.toString(entry.published()),
                            entry.asOf().toString())));
        }
        return LedgerLines.write(FORM, lines);
    }

    private static String line(String kind, SeriesName series, List<String> rest) {
        StringBuilder text = new StringBuilder(kind);
        series.parts().forEach(part -> text.append(',').append(part));
        rest.forEach(part -> text.append(',').append(part));
        return text.toString();
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
            LedgerLines text = LedgerLines.read(FORMS, file, bytes);
            for (String line : text.lines()
                    .subList(isWithKeys(file, text) ? 1 : 0, text.lines().size())) {
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
            throw LedgerLines.damaged(file);
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
        LedgerLines text = LedgerLines.read(FORMS, file, bytes);
        if (!isWithKeys(file, text)) {
            return Optional.empty();
        }
        List<String> parts = List.of(text.lines().get(0).split(",", -1));
        require(file, parts.size() == KEYS_PARTS && parts.get(0).equals(KEYS));
        try {
            return Optional.of(new DrawEpoch(Integer.parseInt(parts.get(1)), parts.get(2)));
        } catch (IllegalArgumentException e) {
            throw LedgerLines.damaged(file);
        }
    }

    private static boolean isWithKeys(String file, LedgerLines text) {
        boolean isWithKeys = text.form().equals(FORM);
        require(file, !isWithKeys || !text.lines().isEmpty());
        return isWithKeys;
    }

    private static void require(String file, boolean isRight) {
        if (!isRight) {
            throw LedgerLines.damaged(file);
        }
    }
}
