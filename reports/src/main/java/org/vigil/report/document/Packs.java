package org.vigil.report.document;

import java.util.ArrayList;
import java.util.List;
import org.vigil.report.text.PeriodType;

/** The packs that a release can have of a source: of every place, community and event that it says anything of. */
final class Packs {
    private Packs() {}

    /** All packs of a source: its whole area, its areas by name, its communities in their order, its events with the newest first. */
    static List<Pack> of(SourceContents contents) {
        String source = contents.facts().code();
        SourceFigures whole = contents.whole();
        List<Pack> packs = new ArrayList<>();
        packs.add(new Pack(
                PackKind.WHOLE_AREA,
                source,
                whole.areaCode(),
                PackKind.WHOLE_AREA.code(),
                contents.facts().wholeAreaLabel()));
        AreaPart.level(whole)
                .ifPresent(level -> AreaPart.areas(whole, level)
                        .forEach(area -> packs.add(new Pack(
                                PackKind.AREA,
                                source,
                                area.code(),
                                level + "-" + Pack.slug(area.label()),
                                area.label()))));
        whole.communities().stream()
                .filter(community -> !community.kind().equals(Community.UNKNOWN_KIND)
                        && !community.code().equals(whole.headline().code())
                        && hasCounts(whole, community))
                .forEach(community -> packs.add(new Pack(
                        PackKind.COMMUNITY,
                        source,
                        community.code(),
                        "community-" + Pack.slug(community.code()),
                        community.label())));
        List<EventStudy> studies = new ArrayList<>(contents.events().all());
        java.util.Collections.reverse(studies);
        studies.stream()
                .filter(study -> study.spokenOf().isPresent())
                .map(EventStudy::event)
                .forEach(event -> packs.add(
                        new Pack(PackKind.EVENT, source, event.id(), "event-" + Pack.slug(event.id()), event.name())));
        return packs;
    }

    private static boolean hasCounts(SourceFigures figures, Community community) {
        for (PeriodType type : PeriodType.values()) {
            if (figures.series(community.code(), type).values().stream()
                    .anyMatch(count -> count.count().orElse(0) > 0)) {
                return true;
            }
        }
        return false;
    }
}
