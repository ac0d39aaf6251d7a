package org.vigil.disclosure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigil.cellkey.PublicGrain;

/** What one release adds to the ledger, as a compressed text of one line each; the last line says how many there are. */
final class LedgerText {
    private static final String FORM = "vigil-ledger 1";
    private static final String COUNT = "count";
    private static final String GRAIN = "grain";
    private static final int COUNT_PARTS = 1 + SeriesName.PARTS + 5;
    private static final int GRAIN_PARTS = 1 + SeriesName.PARTS + 2;

    private LedgerText() {}

    static byte[] write(VintageLedger.Additions additions) {
        List<String> lines = new ArrayList<>();
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
            for (String line : LedgerLines.read(FORM, file, bytes)) {
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

    private static void require(String file, boolean isRight) {
        if (!isRight) {
            throw LedgerLines.damaged(file);
        }
    }
}
