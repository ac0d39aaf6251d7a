package org.vigil.report.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Measure;

/** What the page that leads to all packs says, and the links that lead back to it. */
final class ReportIndex {
    static final String FILE_NAME = "index.html";

    private ReportIndex() {}

    /** Links of a pack to the page of all packs, and of one that is not on the whole area to that. */
    static List<Report.Link> links(Pack pack, ReportOptions options) {
        if (!options.forms().contains(ReportForm.HTML)) {
            return List.of();
        }
        String up = pack.kind() == PackKind.WHOLE_AREA ? "" : "../";
        List<Report.Link> links = new ArrayList<>();
        links.add(new Report.Link("All reports", up + FILE_NAME));
        if (pack.kind() != PackKind.WHOLE_AREA && options.packs().kinds().contains(PackKind.WHOLE_AREA)) {
            links.add(new Report.Link("Whole area", up + Pack.slug(pack.sourceCode()) + ".html"));
        }
        return links;
    }

    /** Every pack that was written, by source and kind. */
    static IndexPage.Contents of(ReportInput input, List<WrittenPack> written) {
        Map<String, List<WrittenPack>> groups = new LinkedHashMap<>();
        Map<String, Notice> notices = new LinkedHashMap<>();
        List<String> markings = new ArrayList<>();
        for (WrittenPack pack : written) {
            groups.computeIfAbsent(
                            pack.facts().code() + " " + pack.pack().kind().code(), key -> new ArrayList<>())
                    .add(pack);
            pack.report().notices().stream()
                    .filter(notice -> !notice.cssClass().equals("scope"))
                    .forEach(notice -> notices.putIfAbsent(notice.cssClass(), notice));
            if (!pack.report().marking().isEmpty()
                    && !markings.contains(pack.report().marking())) {
                markings.add(pack.report().marking());
            }
        }
        boolean areSeveral =
                written.stream().map(pack -> pack.facts().code()).distinct().count() > 1;
        return new IndexPage.Contents(
                "Release " + input.releaseName(),
                "Hate crime: all reports",
                List.of("As known on " + DateText.day(input.asOf())),
                markings.isEmpty() ? "" : markings.get(0),
                List.copyOf(notices.values()),
                input.asOf(),
                groups.entrySet().stream()
                        .map(group -> new IndexPage.Group(
                                Pack.slug(group.getKey()),
                                heading(group.getValue().get(0), areSeveral),
                                group.getValue().stream()
                                        .map(ReportIndex::entry)
                                        .toList()))
                        .toList());
    }

    private static String heading(WrittenPack first, boolean areSeveral) {
        String kind = switch (first.pack().kind()) {
            case WHOLE_AREA -> "Whole area";
            case AREA ->
                Measure.capital(first.pack()
                                .name()
                                .replaceFirst("^(patrol-borough|[a-z]+)-.*", "$1")
                                .replace('-', ' ')) + "s";
            case COMMUNITY -> "Communities";
            case EVENT -> "Reference events";
        };
        return areSeveral ? first.facts().label() + ": " + kind.toLowerCase(Locale.ROOT) : kind;
    }

    private static String label(ReportForm form) {
        return switch (form) {
            case HTML -> "Read on screen";
            case PDF -> "Print";
            case ODS -> "Spreadsheet";
            case CHARTS -> "Charts";
        };
    }

    private static IndexPage.Entry entry(WrittenPack pack) {
        List<IndexPage.Link> links = new ArrayList<>();
        for (ReportForm form : List.of(ReportForm.HTML, ReportForm.PDF, ReportForm.ODS)) {
            if (pack.forms().contains(form)) {
                links.add(new IndexPage.Link(
                        label(form),
                        pack.pack().path() + form.ending(),
                        form.name(),
                        pack.report().title() + ", " + form.name()));
            }
        }
        return new IndexPage.Entry(pack.pack().label(), pack.summary(), pack.pages(), links);
    }
}
