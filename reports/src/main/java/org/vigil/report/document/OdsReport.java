package org.vigil.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.release.CellStatus;
import org.vigil.release.Explanation;
import org.vigil.report.spreadsheet.OdsWriter;
import org.vigil.report.spreadsheet.Workbook;
import org.vigil.report.spreadsheet.Workbook.Passage;
import org.vigil.report.spreadsheet.Workbook.TableSheet;
import org.vigil.report.spreadsheet.Workbook.Term;
import org.vigil.report.text.DateText;

/** Writes the tables of a report as an accessible spreadsheet (ODS): those that are printed, and those behind its figures with all their rows. */
final class OdsReport {
    /** The section that an explanation of how people are protected becomes. */
    private static final String PROTECTION_SECTION =
            Explanation.CONFIDENTIALITY.substring(0, Explanation.CONFIDENTIALITY.indexOf('.'));

    private OdsReport() {}

    /**
     * The bytes of the spreadsheet; the same report gives the same bytes.
     *
     * <p>Numbers are those of the printed tables, read back from their texts, so that the two cannot disagree.
     */
    static byte[] bytes(Report report) {
        return OdsWriter.bytes(workbook(report));
    }

    static Workbook workbook(Report report) {
        return new Workbook(
                report.title(),
                report.kicker(),
                report.keywords(),
                report.date(),
                marking(report),
                source(report),
                cover(report),
                tables(report),
                shorthand(report));
    }

    /** What stands on every sheet: a spreadsheet has no page to write across. */
    private static String marking(Report report) {
        return Stream.of(report.marking(), report.watermark())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" \u00B7 "));
    }

    private static String source(Report report) {
        return "Source: " + String.join(", ", report.subtitle()) + ". " + stateOfKnowledge(report);
    }

    private static String stateOfKnowledge(Report report) {
        return "State of knowledge: " + DateText.day(report.date()) + ".";
    }

    private static List<Passage> cover(Report report) {
        List<Passage> cover = new ArrayList<>();
        cover.add(
                new Passage(
                        "What this is",
                        List.of(
                                report.kicker() + ".",
                                "The tables of the report, and the values behind its figures. The report says what they show.")));
        report.notices()
                .forEach(notice ->
                        cover.add(new Passage(notice.lead().replaceFirst("[.]$", ""), List.of(notice.text()))));
        cover.add(new Passage("State of knowledge", List.of(DateText.day(report.date()) + ".")));
        cover.add(new Passage("Source", List.of(String.join(", ", report.subtitle()) + ".")));
        report.sections().stream()
                .filter(section -> section.id().equals(PROTECTION_SECTION))
                .forEach(section -> cover.add(new Passage(
                        section.title().replaceFirst("^[0-9.]+ ", ""),
                        section.blocks().stream()
                                .flatMap(Block::parts)
                                .flatMap(OdsReport::sentences)
                                .toList())));
        cover.add(new Passage("Contact", List.of("None is named. Ask whoever gave you this workbook.")));
        return cover;
    }

    private static Stream<String> sentences(Block block) {
        if (block instanceof Paragraph paragraph) {
            return Stream.of(paragraph.text());
        }
        return block instanceof Points points
                ? points.points().stream().map(point -> point.term() + ": " + point.text())
                : Stream.empty();
    }

    private static List<TableSheet> tables(Report report) {
        List<TableSheet> tables = new ArrayList<>();
        for (Section section : report.sections()) {
            for (Block block : section.blocks().stream().flatMap(Block::parts).toList()) {
                if (block instanceof NumberedTable table) {
                    tables.add(new TableSheet(table.number(), section.title(), List.of(), table.table()));
                } else if (block instanceof Figure figure) {
                    tables.add(new TableSheet(
                            figure.number(),
                            section.title(),
                            List.of(
                                    "Values of a figure: " + figure.headline() + ". " + figure.subtitle() + ".",
                                    "Beneath the figure: " + figure.note()),
                            figure.table()));
                }
            }
        }
        return tables;
    }

    /** What the report itself explains, and of the rest of the shorthand that the tables hold what it means everywhere. */
    private static List<Term> shorthand(Report report) {
        Map<CellStatus, String> meanings = new TreeMap<>();
        for (Section section : report.sections()) {
            Shorthand.in(section.blocks())
                    .forEach(text -> CellStatus.in(text)
                            .forEach(status -> meanings.putIfAbsent(status, status.meaning() + ".")));
        }
        for (Section section : report.sections()) {
            for (Block block : section.blocks().stream().flatMap(Block::parts).toList()) {
                if (block instanceof Points points) {
                    points.points().forEach(point -> explained(point, meanings));
                }
            }
        }
        return meanings.entrySet().stream()
                .map(meaning -> new Term(meaning.getKey().shorthand(), meaning.getValue()))
                .toList();
    }

    private static void explained(Points.Point point, Map<CellStatus, String> meanings) {
        for (CellStatus status : CellStatus.values()) {
            if (point.term().equals(status.shorthand())) {
                meanings.put(status, point.text());
            }
        }
    }
}
