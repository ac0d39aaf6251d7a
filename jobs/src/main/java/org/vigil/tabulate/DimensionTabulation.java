package org.vigil.tabulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigil.alarm.AlarmPhase;
import org.vigil.alarm.ModelStatus;
import org.vigil.cube.Dimension;
import org.vigil.event.ReferenceEvent;
import org.vigil.event.SeriesBreak;
import org.vigil.event.TestedCommunity;
import org.vigil.event.Verdict;
import org.vigil.geography.Area;
import org.vigil.geography.Geography;
import org.vigil.incident.Code;
import org.vigil.incident.CodeList;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Communities;
import org.vigil.incident.RecordClass;
import org.vigil.incident.Strand;
import org.vigil.incident.TargetCommunity;
import org.vigil.nowcast.NowcastStatus;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.SourceProfile;
import org.vigil.release.AlarmsTable;
import org.vigil.release.AreasTable;
import org.vigil.release.CellStatus;
import org.vigil.release.CodesTable;
import org.vigil.release.CommunitiesTable;
import org.vigil.release.CountsTable;
import org.vigil.release.EventCommunitiesTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.NowcastsTable;
import org.vigil.release.PublisherLabelsTable;
import org.vigil.release.ReferenceEventsTable;
import org.vigil.release.SeriesBreaksTable;
import org.vigil.release.SourcesTable;
import org.vigil.release.TableRows;
import org.vigil.release.TrendsTable;
import org.vigil.tabulate.SourceFacts.RecordClasses;
import org.vigil.trend.TrendMethod;

/** The tables that explain the codes of all others, so that a release can be read without anything beside it. */
public final class DimensionTabulation {
    private static final String LIST_SEPARATOR = ";";

    private DimensionTabulation() {}

    public static void addSource(TableRows rows, SourceFacts facts) {
        SourceProfile profile = facts.profile();
        SourceProfile.Meaning meaning = profile.meaning();
        rows.column(SourcesTable.SOURCE_CODE).addText(facts.sourceCode());
        rows.column(SourcesTable.SOURCE_LABEL).addText(meaning.title());
        rows.column(SourcesTable.PUBLISHER).addText(meaning.publisher());
        rows.column(SourcesTable.LICENCE).addText(meaning.licence().orElse(null));
        rows.column(SourcesTable.ADDRESS).addText(meaning.address().orElse(null));
        rows.column(SourcesTable.IS_ALREADY_PUBLIC).addBoolean(meaning.isAlreadyPublic());
        rows.column(SourcesTable.IS_SYNTHETIC).addBoolean(meaning.isSynthetic());
        rows.column(SourcesTable.COUNTING_UNIT).addText(meaning.countingUnit());
        rows.column(SourcesTable.TARGET_BASIS).addText(meaning.targetBasis());
        rows.column(SourcesTable.SERIES_DATE_BASIS).addText(facts.seriesBasis());
        rows.column(SourcesTable.SERIES_DATE_PRECISION).addText(profile.series().isDaily() ? "day" : "month");
        rows.column(SourcesTable.HAS_TOTAL).addBoolean(meaning.hasTotal());
        rows.column(SourcesTable.GEOGRAPHY_CODE).addText(profile.geographyCode());
        rows.column(SourcesTable.WHOLE_AREA_LABEL).addText(meaning.wholeAreaLabel());
        rows.column(SourcesTable.COVERAGE_NOTE).addText(meaning.coverageNote().orElse(null));
        rows.column(SourcesTable.AREA_BASIS).addText(meaning.areaBasis().orElse(null));
        rows.column(SourcesTable.COVERAGE_START_DATE).addDate(facts.coverage().start());
        rows.column(SourcesTable.COVERAGE_END_DATE).addDate(facts.coverage().end());
        if (profile.series().provisionalWeeks() > 0) {
            rows.column(SourcesTable.PROVISIONAL_FROM_DATE)
                    .addDate(facts.coverage().provisionalFrom());
        } else {
            rows.column(SourcesTable.PROVISIONAL_FROM_DATE).addEmpty();
        }
    }

    /** The publisher's own words for each community, as the profile maps them. */
    public static void addPublisherLabels(TableRows rows, SourceFacts facts) {
        if (facts.profile().reading(Field.TARGET_COMMUNITIES).orElse(null) instanceof FieldReading.Labels reading) {
            Map<String, TreeSet<String>> labels = new TreeMap<>();
            reading.labels()
                    .forEach((label, codes) -> codes.forEach(code ->
                            labels.computeIfAbsent(code, c -> new TreeSet<>()).add(label)));
            labels.forEach((code, words) -> words.stream()
                    .filter(w -> !w.isEmpty())
                    .forEach(word -> {
                        rows.column(PublisherLabelsTable.SOURCE_CODE).addText(facts.sourceCode());
                        rows.column(PublisherLabelsTable.COMMUNITY_CODE).addText(code);
                        rows.column(PublisherLabelsTable.LABEL_VERBATIM).addText(word);
                    }));
        }
    }

    public static void addAreas(TableRows rows, Geography geography) {
        for (Area area : geography.areas()) {
            rows.column(AreasTable.GEOGRAPHY_CODE).addText(geography.code());
            rows.column(AreasTable.AREA_CODE).addText(area.code());
            rows.column(AreasTable.AREA_LABEL).addText(area.label());
            rows.column(AreasTable.SHORT_LABEL).addText(area.shortLabel());
            rows.column(AreasTable.AREA_KIND).addText(area.kind().code());
            rows.column(AreasTable.PART_OF_CODE).addText(area.partOf().orElse(null));
            if (area.tile().isPresent()) {
                rows.column(AreasTable.TILE_COLUMN).addInteger(area.tile().get().column());
                rows.column(AreasTable.TILE_ROW).addInteger(area.tile().get().row());
            } else {
                rows.column(AreasTable.TILE_COLUMN).addEmpty();
                rows.column(AreasTable.TILE_ROW).addEmpty();
            }
            rows.column(AreasTable.IS_RATE_PUBLISHED).addBoolean(area.isRatePublished());
            rows.column(AreasTable.NOTE).addText(area.note().isEmpty() ? null : area.note());
        }
    }

    /** Every community of the code list, after the total. */
    public static void addCommunities(TableRows rows) {
        addCommunity(
                rows, Communities.ALL, "All incidents", "Every incident once, whatever it carries", "total", "", "", 0);
        int order = 1;
        for (TargetCommunity community : CodeLists.communities().list()) {
            addCommunity(
                    rows,
                    community.code(),
                    community.label(),
                    community.definition(),
                    community.kind().code(),
                    community.strands().stream().map(Strand::code).collect(Collectors.joining(LIST_SEPARATOR)),
                    community.partOf().orElse(""),
                    order++);
        }
    }

    private static void addCommunity(
            TableRows rows,
            String code,
            String label,
            String definition,
            String kind,
            String strands,
            String partOf,
            int order) {
        rows.column(CommunitiesTable.COMMUNITY_CODE).addText(code);
        rows.column(CommunitiesTable.COMMUNITY_LABEL).addText(label);
        rows.column(CommunitiesTable.DEFINITION).addText(definition);
        rows.column(CommunitiesTable.COMMUNITY_KIND).addText(kind);
        rows.column(CommunitiesTable.STRANDS).addText(strands);
        rows.column(CommunitiesTable.PART_OF_CODE).addText(partOf);
        rows.column(CommunitiesTable.SORT_ORDER).addInteger(order);
    }

    /** The smaller code lists, the record classes and the shorthand. */
    public static void addCodes(TableRows rows) {
        addCodeList(rows, Dimension.OFFENCE_GROUP.code(), CodeLists.offenceGroups());
        addCodeList(rows, Dimension.LOCATION_TYPE.code(), CodeLists.locationTypes());
        addCodeList(rows, Dimension.CONTEXT.code(), CodeLists.contexts());
        addCodeList(rows, Dimension.REPORTING_SOURCE.code(), CodeLists.reportingSources());
        addCodeList(rows, SourcesTable.COUNTING_UNIT.name(), CodeLists.countingUnits());
        addCodeList(rows, SourcesTable.TARGET_BASIS.name(), CodeLists.targetBases());
        for (Strand strand : Strand.values()) {
            addCode(rows, Dimension.STRAND.code(), strand.code(), strand.label(), "One of the five monitored strands");
        }
        for (RecordClass recordClass : RecordClass.values()) {
            addCode(
                    rows,
                    CountsTable.RECORD_CLASS.name(),
                    recordClass.code(),
                    recordClass.label(),
                    recordClass.label());
        }
        addCode(
                rows,
                CountsTable.RECORD_CLASS.name(),
                RecordClasses.BOTH,
                "Crimes and non-crime incidents",
                "Crimes and non-crime incidents together, without terrorism-related records");
        for (ModelStatus status : ModelStatus.values()) {
            addCode(rows, AlarmsTable.MODEL_STATUS.name(), status.code(), status.label(), status.definition());
        }
        for (QBand band : QBand.values()) {
            addCode(
                    rows,
                    "q_band",
                    band.code(),
                    band.label(),
                    "Share of false ones expected among findings up to here");
        }
        for (AlarmPhase phase : AlarmPhase.values()) {
            addCode(rows, AlarmsTable.ALARM_PHASE.name(), phase.code(), phase.label(), phase.definition());
        }
        for (TrendMethod method : TrendMethod.values()) {
            addCode(rows, TrendsTable.TREND_METHOD.name(), method.code(), method.label(), method.definition());
        }
        for (NowcastStatus status : NowcastStatus.values()) {
            addCode(rows, NowcastsTable.NOWCAST_MODEL.name(), status.code(), status.label(), status.definition());
        }
        for (CellStatus status : CellStatus.values()) {
            addCode(rows, "status", status.shorthand(), status.shorthand(), status.meaning());
        }
        for (Verdict verdict : Verdict.values()) {
            addCode(rows, EventEffectsTable.VERDICT.name(), verdict.code(), verdict.words(), verdict.meaning());
        }
    }

    private static void addCodeList(TableRows rows, String list, CodeList codes) {
        for (Code code : codes.codes()) {
            addCode(rows, list, code.code(), code.label(), code.definition());
        }
    }

    private static void addCode(TableRows rows, String list, String code, String label, String definition) {
        rows.column(CodesTable.CODE_LIST).addText(list);
        rows.column(CodesTable.CODE).addText(code);
        rows.column(CodesTable.CODE_LABEL).addText(label);
        rows.column(CodesTable.DEFINITION).addText(definition);
    }

    public static void addEvents(TableRows events, TableRows communities, List<ReferenceEvent> catalogue) {
        for (ReferenceEvent event : catalogue) {
            events.column(ReferenceEventsTable.EVENT_ID).addText(event.eventId());
            events.column(ReferenceEventsTable.EVENT_NAME).addText(event.name());
            events.column(ReferenceEventsTable.START_DATE).addDate(event.startDate());
            events.column(ReferenceEventsTable.END_DATE).addDate(event.endDate());
            events.column(ReferenceEventsTable.RESPONSE_FROM_DATE).addDate(event.responseFrom());
            events.column(ReferenceEventsTable.EVENT_KIND).addText(event.kind().code());
            events.column(ReferenceEventsTable.SCOPE).addText(event.scope().code());
            events.column(ReferenceEventsTable.AREA_CODES).addText(String.join(LIST_SEPARATOR, event.areas()));
            events.column(ReferenceEventsTable.REFERENCE).addText(event.source());
            events.column(ReferenceEventsTable.NOTE).addText(event.note());
            for (TestedCommunity tested : event.testedCommunities()) {
                communities.column(EventCommunitiesTable.EVENT_ID).addText(event.eventId());
                communities.column(EventCommunitiesTable.COMMUNITY_CODE).addText(tested.communityCode());
                communities
                        .column(EventCommunitiesTable.BASIS)
                        .addText(tested.basis().code());
                communities.column(EventCommunitiesTable.REFERENCE).addText(tested.source());
            }
        }
    }

    /** The breaks that concern a source, by its own code or by the scopes it declares. */
    public static void addBreaks(TableRows rows, SourceFacts facts, List<SeriesBreak> breaks) {
        for (SeriesBreak seriesBreak : facts.breaksAmong(breaks)) {
            rows.column(SeriesBreaksTable.BREAK_ID).addText(seriesBreak.id());
            rows.column(SeriesBreaksTable.SOURCE_CODE).addText(facts.sourceCode());
            rows.column(SeriesBreaksTable.START_DATE).addDate(seriesBreak.start());
            if (seriesBreak.end().isPresent()) {
                LocalDate end = seriesBreak.end().get();
                rows.column(SeriesBreaksTable.END_DATE).addDate(end);
            } else {
                rows.column(SeriesBreaksTable.END_DATE).addEmpty();
            }
            rows.column(SeriesBreaksTable.BREAK_NAME).addText(seriesBreak.name());
            rows.column(SeriesBreaksTable.EFFECT).addText(seriesBreak.effect());
            rows.column(SeriesBreaksTable.IS_BREAK).addBoolean(seriesBreak.isBreak());
            rows.column(SeriesBreaksTable.REFERENCE).addText(seriesBreak.source());
        }
    }
}
