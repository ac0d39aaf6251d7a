package org.vigil.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Findings;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Sentence;
import org.vigil.report.text.UsualText;
import org.vigil.report.text.Verdict;

/** One community in the latest complete period: in the whole area, and in those single areas of which anything can be said. */
final class CommunityVerdicts {
    private final SourceContents contents;
    private final String community;
    private final Optional<LatestPeriods> latest;

    CommunityVerdicts(SourceContents contents) {
        this.contents = contents;
        this.community = contents.figures().headline().code();
        this.latest = contents.latest().filter(period -> period.byCommunity().containsKey(community));
    }

    /** What its readers need to know of the latest period; empty where the release does not judge it. */
    Optional<Sentence> finding() {
        return latest.filter(period -> period.of(community).recorded().isPresent())
                .map(period -> {
                    JudgedCount count = period.of(community);
                    boolean isOpen = count.is(Verdict.NO_CLEAR_CHANGE) || count.is(Verdict.CLOSE_TO_USUAL);
                    return new Sentence(
                            Measure.capital(count.verdictText()) + " in " + period.text() + ".",
                            UsualText.recorded(count) + (isOpen ? " " + UsualText.ruledOut(count) : ""));
                });
    }

    /** The section; empty where the release judges no period. */
    Optional<Section> section(String number, Numbering numbering) {
        return latest.map(period -> {
            Map<String, JudgedCount> areas = areas(period);
            List<List<TableCell>> rows = new ArrayList<>();
            rows.add(row(contents.facts().wholeAreaLabel(), period.of(community)));
            List<String> few = new ArrayList<>();
            areas.forEach((label, count) -> {
                if (count.isTelling()) {
                    rows.add(row(label, count));
                } else {
                    few.add(label);
                }
            });
            List<String> notes = new ArrayList<>(List.of(VerdictPart.NOTE));
            if (!few.isEmpty()) {
                notes.add("Too few to say, or no estimate: "
                        + (few.size() == areas.size() && few.size() > 3
                                ? "all " + NumberText.count(few.size()) + " areas."
                                : Findings.joined(few) + "."));
            }
            return new Section(
                    "verdicts",
                    number + ". More than usual?",
                    List.of(new NumberedTable(
                            numbering.nextTable(),
                            new ReportTable(
                                    contents.measure().capitalised() + " in " + period.text() + " by area",
                                    EventTables.judgedColumns(TableColumn.text("Area")),
                                    rows,
                                    notes))));
        });
    }

    private static List<TableCell> row(String label, JudgedCount count) {
        return ReportTable.row(
                label,
                count.recordedText(),
                count.usualText(),
                count.ratioText(),
                count.intervalText(),
                Measure.capital(count.verdictText()));
    }

    /** Its counts in the same period, by name of area. */
    private Map<String, JudgedCount> areas(LatestPeriods period) {
        Map<String, JudgedCount> areas = new TreeMap<>();
        AreaPart.level(contents.whole())
                .ifPresent(level -> AreaPart.areas(contents.whole(), level)
                        .forEach(area -> contents.latest(area.code())
                                .filter(one -> one.start().equals(period.start()))
                                .flatMap(one ->
                                        Optional.ofNullable(one.byCommunity().get(community)))
                                .ifPresent(count -> areas.put(area.label(), count))));
        return areas;
    }
}
