package org.vigil.report.document;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Addresses that stand in a self-contained page. */
public final class WebLinks {
    private WebLinks() {}

    /** All values of a figure as a CSV file inside the address itself. */
    public static String csv(Figure figure) {
        byte[] csv = figure.table().toCsv().getBytes(StandardCharsets.UTF_8);
        return "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(csv);
    }
}
