package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigil.release.CellStatus;
import org.vigil.release.Protection;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.EventText;

/** The reference events of the last two years: what is known of each in one table, then a page for the newest; each has a pack of its own. */
final class EventPart {
    private static final int YEARS = 2;
    private static final int MOST_ROWS = 10;
    private static final int FEW_ROWS = 6;

    private final SourceContents contents;
    private final ReportInput input;
    private final SourceFigures figures;
    private final StudiedEvents events;
    private final List<EventStudy> shown;
    private final List<ReferenceEvent> tooRecent;

    EventPart(SourceContents contents) {
        this.contents = contents;
        this.input = contents.input();
        this.figures = contents.figures();
        this.events = contents.events();
        LocalDate since = input.asOf().minusYears(YEARS);
        this.shown = events.newestSince(since);
        // A source that ended before that time says nothing of its events: they are not too recent, it is too old.
        // Nor does a release in which no event is studied.
        boolean isStudied = input.policy() != Protection.SUPPRESS;
        this.tooRecent = isStudied && figures.facts().coverageEnd().isAfter(since)
                ? events.tooRecentSince(since, input.asOf())
                : List.of();
    }

    /** The overview and the pages; none where the source covers no event of that time. */
    List<Section> sections(String number, Numbering numbering) {
        if (shown.isEmpty() && tooRecent.isEmpty()) {
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("events", number + ". Events of the last two years", overview(numbering, MOST_ROWS)));
        Optional<EventStudy> newest = newest();
        newest.ifPresent(study ->
                sections.add(new EventPage(contents, study).section(number + "." + sections.size(), numbering)));
        paired().filter(study -> !newest.equals(Optional.of(study)))
                .ifPresent(study -> sections.add(new Section(
                        "paired",
                        EventPage.STYLE,
                        number + "." + sections.size() + ". Communities affected by the same event",
                        new EventPage(contents, study).paired(numbering))));
        return sections;
    }

    /** The overview alone; empty where the source covers no event of that time. */
    Optional<Section> table(String number, Numbering numbering) {
        return shown.isEmpty() && tooRecent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "events", number + ". Events of the last two years", overview(numbering, FEW_ROWS)));
    }

    /** The newest event with a community that there is a ground to test, otherwise the newest, of which anything is known. */
    Optional<EventStudy> newest() {
        List<EventStudy> known =
                shown.stream().filter(study -> study.spokenOf().isPresent()).toList();
        return known.stream()
                .filter(study -> study.effects(events.communityOrder()).stream()
                        .anyMatch(effect -> effect.isTested() && effect.count().hasEstimate()))
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    /** The newest event of all time that is listed for several communities with curves. */
    private Optional<EventStudy> paired() {
        List<EventStudy> all = new ArrayList<>(events.all());
        Collections.reverse(all);
        return all.stream()
                .filter(study -> study.spokenOf().isPresent() && new EventPage(contents, study).isPaired())
                .findFirst();
    }

    private List<Block> overview(Numbering numbering, int mostRows) {
        Map<ReferenceEvent, List<TableCell>> byEvent = new TreeMap<>(ReferenceEvent.IN_TIME.reversed());
        shown.forEach(study -> byEvent.put(study.event(), row(study.event(), windowText(study), verdicts(study))));
        tooRecent.forEach(event -> byEvent.put(event, row(event, "no estimate", tooRecentText(event))));
        List<List<TableCell>> all = List.copyOf(byEvent.values());
        List<List<TableCell>> rows = all.subList(0, Math.min(mostRows, all.size()));
        boolean hasTotal = figures.headline().code().equals(Community.ALL);
        return List.of(
                new Paragraph(EventText.ASSOCIATION + " Inclusion in the list is not a claim of cause."),
                new NumberedTable(
                        numbering.nextTable(),
                        new ReportTable(
                                "Reference events since "
                                        + DateText.month(input.asOf().minusYears(YEARS)) + ", "
                                        + figures.place(),
                                List.of(
                                        TableColumn.text("Event"),
                                        TableColumn.text("First day"),
                                        TableColumn.text("Verdict")),
                                rows,
                                List.of(
                                        "The newest first. Verdicts are those of communities with a ground to test them: attacked, or a rise reported. Without"
                                                + " such a community, that of "
                                                + (hasTotal ? "all communities." : "the widest flag.")
                                                + (rows.size() < all.size()
                                                        ? " The newest " + rows.size() + " of " + all.size() + "."
                                                        : "")))));
    }

    private static List<TableCell> row(ReferenceEvent event, String beneath, String verdicts) {
        return List.of(
                TableCell.of(event.name()),
                new TableCell(DateText.shortDay(event.start()), 0, beneath),
                TableCell.of(verdicts));
    }

    private String tooRecentText(ReferenceEvent event) {
        return event.responseFrom().isAfter(figures.facts().coverageEnd())
                ? "Too recent: the data end before it"
                : events.tooRecentText();
    }

    private static String windowText(EventStudy study) {
        return study.spokenOf()
                .map(effect -> effect.window().text())
                .orElseGet(() -> study.windows().stream()
                        .filter(WindowEffect::isHeadline)
                        .findFirst()
                        .map(effect -> effect.count().verdictText())
                        .orElse("no estimate"));
    }

    /** Hidden where any window is, otherwise not available. */
    private static String withoutVerdict(EventStudy study) {
        return study.windows().stream()
                .filter(WindowEffect::isHeadline)
                .map(effect -> effect.count().recordedText())
                .filter(CellStatus.CONFIDENTIAL.shorthand()::equals)
                .findFirst()
                .orElse(CellStatus.NOT_AVAILABLE.shorthand());
    }

    private String verdicts(EventStudy study) {
        List<WindowEffect> effects = study.effects(events.communityOrder());
        boolean isTested = effects.stream().anyMatch(WindowEffect::isTested);
        String text = effects.stream()
                .filter(effect -> isTested
                        ? effect.isTested()
                        : effect.communityCode().equals(figures.headline().code()))
                .map(effect -> events.label(effect.communityCode()) + ": "
                        + effect.count().verdictText()
                        + (effect.count().ratio().isPresent()
                                ? " (" + effect.count().ratioText() + ")"
                                : ""))
                .collect(Collectors.joining("; "));
        if (text.isEmpty()) {
            return events.isFirstWindowOver(study.event()) ? withoutVerdict(study) : tooRecentText(study.event());
        }
        return text;
    }
}
