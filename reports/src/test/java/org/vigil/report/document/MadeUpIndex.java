package org.vigil.report.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.vigil.report.document.IndexPage.Contents;
import org.vigil.report.document.IndexPage.Entry;
import org.vigil.report.document.IndexPage.Group;
import org.vigil.report.document.IndexPage.Link;

/** An index of four reports in three groups. */
final class MadeUpIndex {
    private MadeUpIndex() {}

    static Contents contents() {
        return new Contents(
                "Weekly statistical reports",
                "Hate crime: London (made up)",
                List.of("Incidents, London", "January 2024 to June 2026"),
                "RESTRICTED, NOT FOR PUBLICATION",
                List.of(new Notice("synthetic", "Made up.", "No figure describes a real incident.")),
                LocalDate.of(2026, 6, 2),
                List.of(
                        new Group(
                                "whole-area",
                                "Whole area",
                                List.of(entry(
                                        "London (made up)", "86 incidents in the newest week: no clear change.", 12))),
                        new Group(
                                "boroughs",
                                "Boroughs",
                                List.of(
                                        entry("Barnet", "", 3),
                                        entry("Camden", "4 incidents in the newest week: too few to say.", 3))),
                        new Group("communities", "Communities", List.of(entry("Jewish", "", 0)))));
    }

    private static Entry entry(String name, String summary, int pages) {
        String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return new Entry(
                name,
                summary,
                pages,
                List.of(
                        new Link("Web page", file + ".html", "HTML", name + ": report as web page"),
                        new Link("PDF", file + ".pdf", "PDF", name + ": report as PDF"),
                        new Link("Spreadsheet", file + ".ods", "ODS", name + ": tables as spreadsheet")));
    }
}
