package org.vigil.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigil.report.text.Measure;

/** What the words of a report mean. */
final class GlossaryPart {
    private GlossaryPart() {}

    /** The words of a report on a source, in alphabetical order. */
    static Points points(SourceContents contents) {
        List<Points.Point> terms = new ArrayList<>();
        terms.add(new Points.Point("Alarm", "A week with more recorded than its upper bound."));
        terms.add(new Points.Point(
                "Excess", "What was recorded less what would be usual. At least: less the upper end of usual."));
        terms.add(new Points.Point(
                Measure.capital(contents.facts().countingUnit()),
                "What this source counts; \u201CWhat is counted\u201D has its definition."));
        terms.add(new Points.Point("Interval", "The range that holds the true value in 95 of 100 such cases."));
        terms.add(new Points.Point("Provisional", "May still change: records arrive late or are corrected."));
        terms.add(new Points.Point("Ratio", "What was recorded over what would be usual; \u00D71 is as usual."));
        terms.add(new Points.Point(
                "Reference event", "A dated, documented event that counts are set beside. No claim of cause."));
        terms.add(new Points.Point(
                "Target community",
                "The community that the target was perceived to belong to. No claim about the person."));
        terms.add(new Points.Point(
                "Usual range", "What 95 of 100 undisturbed periods of that season and level would hold."));
        terms.sort(Comparator.comparing(Points.Point::term));
        return new Points("Glossary", terms);
    }
}
