package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.release.AreasTable;
import org.vigil.release.Column;
import org.vigil.release.CommunitiesTable;
import org.vigil.release.CountsTable;
import org.vigil.release.Protection;
import org.vigil.release.PublisherLabelsTable;
import org.vigil.report.text.Comparison;
import org.vigil.report.text.Period;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.PeriodType;

/**
 * The counts of one source, arranged for a report: series of the whole area by community, and of the areas for the headline community.
 *
 * <p>The headline is the total where the source has one, otherwise the widest flag: the community with the largest count that is part of no other
 * community of the source. Terrorism-related records are never part of a report on hate crime.
 */
final class SourceFigures {
    private static final List<String> RECORD_CLASSES = List.of("crime", "both", "non-crime-incident");

    /** Steps of a series, the finest first, with the days of the longest. */
    private static final Map<PeriodType, Integer> LONGEST_DAYS = Map.of(
            PeriodType.ISO_WEEK, 7, PeriodType.MONTH, 31, PeriodType.QUARTER, 92, PeriodType.FINANCIAL_YEAR, 366);

    private static final List<PeriodType> STEPS =
            List.of(PeriodType.ISO_WEEK, PeriodType.MONTH, PeriodType.QUARTER, PeriodType.FINANCIAL_YEAR);

    private static final int MONTHS_LOOKED_BACK = 12;

    private static final List<Column> COUNT_COLUMNS = List.of(
            CountsTable.PERIOD_TYPE,
            CountsTable.PERIOD_START_DATE,
            CountsTable.PERIOD_END_DATE,
            CountsTable.IS_PARTIAL_PERIOD,
            CountsTable.INCIDENT_COUNT,
            CountsTable.INCIDENT_COUNT_STATUS);
    private static final List<Column> RATE_COLUMNS = List.of(
            CountsTable.AREA_CODE,
            CountsTable.RATE_PER_100K,
            CountsTable.RATE_LOWER95,
            CountsTable.RATE_UPPER95,
            CountsTable.RATE_STATUS,
            CountsTable.POPULATION,
            CountsTable.POPULATION_YEAR,
            CountsTable.POPULATION_SERIES);

    private final SourceFacts facts;
    private final Protection policy;
    private final List<Area> areas;
    private final Area area;
    private final String recordClass;
    private final Map<String, Community> communities;
    private final Map<String, Map<PeriodType, NavigableMap<LocalDate, PeriodCount>>> byCommunity;
    private final Community headline;
    private final Map<String, Map<PeriodType, NavigableMap<LocalDate, AreaRate>>> byArea;

    private SourceFigures(ReportInput input, SourceFacts facts) {
        this.facts = facts;
        this.policy = input.policy();
        this.areas = readAreas(input, facts.geographyCode());
        this.area = areas.stream()
                .filter(a -> a.kind().equals(Area.WHOLE_AREA))
                .findFirst()
                .orElseThrow(
                        () -> new ReportException(
                                "Could not write the report on source " + facts.code()
                                        + ": geography " + facts.geographyCode()
                                        + " has no whole area (table areas); expected one area of kind whole-area. Make the release again."));
        Rows whole = rows(
                input,
                facts,
                List.of(CountsTable.RECORD_CLASS, CountsTable.COMMUNITY_CODE),
                Map.of(CountsTable.AREA_CODE, Set.of(area.code())));
        this.recordClass = recordClass(whole, facts.code(), policy);
        this.byCommunity = seriesByCommunity(whole, recordClass);
        this.communities = readCommunities(input, facts.code(), byCommunity.keySet());
        this.headline = headline(facts, communities, byCommunity);
        this.byArea = readAreaRates(input);
    }

    /** The same source seen from one area, or from one community. */
    private SourceFigures(
            SourceFigures whole,
            Area area,
            Community headline,
            Map<String, Map<PeriodType, NavigableMap<LocalDate, PeriodCount>>> byCommunity) {
        this.facts = whole.facts;
        this.policy = whole.policy;
        this.areas = whole.areas;
        this.area = area;
        this.recordClass = whole.recordClass;
        this.communities = whole.communities;
        this.byCommunity = byCommunity;
        this.headline = headline;
        this.byArea = whole.byArea;
    }

    /** The figures of one area of the source, in place of its whole area. */
    SourceFigures of(ReportInput input, Area one) {
        return new SourceFigures(
                this,
                one,
                headline,
                seriesByCommunity(
                        rows(
                                input,
                                facts,
                                List.of(CountsTable.RECORD_CLASS, CountsTable.COMMUNITY_CODE),
                                Map.of(
                                        CountsTable.AREA_CODE,
                                        Set.of(one.code()),
                                        CountsTable.RECORD_CLASS,
                                        Set.of(recordClass))),
                        recordClass));
    }

    /** The figures of the same area with one community in place of the headline. */
    SourceFigures of(Community one) {
        return new SourceFigures(this, area, one, byCommunity);
    }

    static SourceFigures read(ReportInput input, SourceFacts facts) {
        return new SourceFigures(input, facts);
    }

    SourceFacts facts() {
        return facts;
    }

    /** Record class of every figure: crime, both or non-crime-incident. */
    String recordClass() {
        return recordClass;
    }

    /** The total, or the widest flag. */
    Community headline() {
        return headline;
    }

    /** Code of the area that the report is about: the whole area, or one of its parts. */
    String areaCode() {
        return area.code();
    }

    /** Whether the report is about the whole area. */
    boolean isWholeArea() {
        return area.kind().equals(Area.WHOLE_AREA);
    }

    /** Name of the area that the report is about. */
    String place() {
        return isWholeArea() ? facts.wholeAreaLabel() : area.label();
    }

    /** Areas other than the whole area, in the order of the release. */
    List<Area> areas() {
        return areas.stream().filter(a -> !a.kind().equals(Area.WHOLE_AREA)).toList();
    }

    /** Communities with figures: each whole is followed by its parts; the total is not among them. */
    List<Community> communities() {
        return List.copyOf(communities.values());
    }

    Optional<Community> findCommunity(String code) {
        return Optional.ofNullable(communities.get(code));
    }

    /** How many wider communities of this source hold it. */
    int depth(Community community) {
        int depth = 0;
        Community at = community;
        while (communities.containsKey(at.partOf()) && depth < communities.size()) {
            at = Objects.requireNonNull(communities.get(at.partOf()));
            depth++;
        }
        return depth;
    }

    /** Whether another community of this source is part of it. */
    boolean hasParts(Community community) {
        return communities.values().stream().anyMatch(c -> c.partOf().equals(community.code()));
    }

    /** Periods of the area that the report is about, in order; empty where the release has none. */
    NavigableMap<LocalDate, PeriodCount> series(String communityCode, PeriodType type) {
        return byCommunity.getOrDefault(communityCode, Map.of()).getOrDefault(type, Collections.emptyNavigableMap());
    }

    /** All periods of a community in the area that the report is about, by type. */
    Map<PeriodType, NavigableMap<LocalDate, PeriodCount>> allSeries(String communityCode) {
        return byCommunity.getOrDefault(communityCode, Map.of());
    }

    /**
     * Counts of a year and of the year before it in every area, for every community: by area, community and first day.
     *
     * @param year the newer of the two
     */
    Map<String, Map<String, NavigableMap<LocalDate, PeriodCount>>> years(ReportInput input, Period year) {
        Rows rows = rows(
                input,
                facts,
                List.of(CountsTable.AREA_CODE, CountsTable.COMMUNITY_CODE),
                Map.of(
                        CountsTable.PERIOD_TYPE,
                        Set.of(year.type().code()),
                        CountsTable.RECORD_CLASS,
                        Set.of(recordClass)));
        Map<String, Map<String, NavigableMap<LocalDate, PeriodCount>>> years = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            LocalDate start = rows.date(CountsTable.PERIOD_START_DATE, i).orElseThrow();
            if (start.equals(year.start()) || start.equals(year.startOneYearBefore())) {
                years.computeIfAbsent(rows.text(CountsTable.AREA_CODE, i), area -> new HashMap<>())
                        .computeIfAbsent(rows.text(CountsTable.COMMUNITY_CODE, i), community -> new TreeMap<>())
                        .put(start, periodCount(rows, year.type(), i));
            }
        }
        return years;
    }

    /** Periods of every area but the weeks, for the headline community: by area and type. */
    Map<String, Map<PeriodType, NavigableMap<LocalDate, PeriodCount>>> byArea(ReportInput input) {
        Rows rows = rows(
                input,
                facts,
                List.of(CountsTable.AREA_CODE),
                Map.of(
                        CountsTable.COMMUNITY_CODE,
                        Set.of(headline.code()),
                        CountsTable.PERIOD_TYPE,
                        Set.of(PeriodType.MONTH.code(), PeriodType.QUARTER.code(), PeriodType.FINANCIAL_YEAR.code()),
                        CountsTable.RECORD_CLASS,
                        Set.of(recordClass)));
        Map<String, Map<PeriodType, NavigableMap<LocalDate, PeriodCount>>> byCode = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            PeriodCount count = periodCount(
                    rows, PeriodType.find(rows.text(CountsTable.PERIOD_TYPE, i)).orElseThrow(), i);
            byCode.computeIfAbsent(rows.text(CountsTable.AREA_CODE, i), code -> new HashMap<>())
                    .computeIfAbsent(count.period().type(), type -> new TreeMap<>())
                    .put(count.period().start(), count);
        }
        return byCode;
    }

    /** Periods of an area in order, for the headline community. */
    NavigableMap<LocalDate, AreaRate> areaSeries(String areaCode, PeriodType type) {
        return byArea.getOrDefault(areaCode, Map.of()).getOrDefault(type, Collections.emptyNavigableMap());
    }

    /** Whether published counts were changed, so that they can be other than those recorded and do not add up. */
    boolean areChanged() {
        return policy.changesCounts();
    }

    /** Whether some counts are hidden. */
    boolean areSomeHidden() {
        return policy.hidesCounts();
    }

    /** A count beside another, with the rule for percentages that these figures have. */
    Comparison compare(PeriodCount now, @Nullable PeriodCount before) {
        return areChanged() ? Comparison.ofChanged(now, before) : Comparison.of(now, before);
    }

    /** Newest whole and settled period; where none is settled, the newest whole one. */
    Optional<PeriodCount> newest(String communityCode, PeriodType type) {
        List<PeriodCount> whole = series(communityCode, type).descendingMap().values().stream()
                .filter(PeriodCount::isComplete)
                .toList();
        return whole.stream()
                .filter(this::isSettled)
                .findFirst()
                .or(() -> whole.stream().findFirst());
    }

    /**
     * Whether nearly everything of a period is recorded. What is published on a few fixed dates stays provisional for a year: of that a week is settled by how late incidents are
     * recorded, and a longer period from its first date on.
     */
    boolean isSettled(PeriodCount count) {
        return areSomeHidden()
                ? count.period().type() != PeriodType.ISO_WEEK
                        || isNearlyComplete(count.period().end())
                : !count.isProvisional();
    }

    /** Whether nearly all incidents of a day are recorded. */
    boolean isNearlyComplete(LocalDate day) {
        return facts.provisionalFrom().filter(from -> !day.isBefore(from)).isEmpty();
    }

    /** Why a change from one year to the next can be too uncertain to give. */
    String noPercentage() {
        return areChanged()
                ? "no percentage: one of the two is under " + Comparison.SMALLEST_CHANGED
                : "no percentage: fewer than " + Comparison.SMALLEST_BASE + " a year before";
    }

    /** Whether the series that the report speaks of first has a count at all; where counts are hidden or wait for their dates, it need not. */
    boolean hasHeadline() {
        return Arrays.stream(PeriodType.values()).anyMatch(type -> lastDay(type).isPresent());
    }

    /**
     * The length of one step of the main series: the finest of which the newest figures are published. Small series are published by week in some years and by month or quarter in
     * others.
     */
    PeriodType step() {
        LocalDate newest = STEPS.stream()
                .flatMap(type -> lastDay(type).stream())
                .max(Comparator.naturalOrder())
                .orElse(facts.coverageStart());
        PeriodType declared = facts.isDaily() ? PeriodType.ISO_WEEK : PeriodType.MONTH;
        return STEPS.stream()
                .filter(type -> type.compareTo(declared) >= 0)
                .filter(type -> lastDay(type)
                        .filter(day -> !day.isBefore(newest.minusDays(Objects.requireNonNull(LONGEST_DAYS.get(type)))))
                        .isPresent())
                .findFirst()
                .orElse(declared);
    }

    /** Last day that a published period of the headline covers. */
    private Optional<LocalDate> lastDay(PeriodType type) {
        return series(headline.code(), type).values().stream()
                .filter(count -> count.count().isPresent())
                .map(count -> count.period().end())
                .map(end -> end.isAfter(facts.coverageEnd()) ? facts.coverageEnd() : end)
                .max(Comparator.naturalOrder());
    }

    /**
     * The newest year of which the report shows communities: twelve months, or a financial year where more of them are published so. Of changed counts it is, of the
     * twelve newest, the one with the most communities, because small ones are published at the end of quarters or years only.
     */
    Optional<Period> year() {
        return Stream.of(PeriodType.ROLLING_12_MONTHS, PeriodType.FINANCIAL_YEAR)
                .flatMap(type -> year(type).stream())
                .reduce((rolling, financial) -> published(financial) > published(rolling) ? financial : rolling);
    }

    private Optional<Period> year(PeriodType type) {
        Optional<Period> newest = newest(headline.code(), type).map(PeriodCount::period);
        if (!areChanged() || newest.isEmpty()) {
            return newest;
        }
        return series(headline.code(), type)
                .subMap(
                        newest.get().start().minusMonths(MONTHS_LOOKED_BACK),
                        false,
                        newest.get().start(),
                        true)
                .values()
                .stream()
                .filter(PeriodCount::isComplete)
                .map(PeriodCount::period)
                .max(Comparator.comparingLong(this::published).thenComparing(Period::start));
    }

    private long published(Period year) {
        return communities.values().stream()
                .filter(community -> Optional.ofNullable(
                                series(community.code(), year.type()).get(year.start()))
                        .filter(count -> !count.isHidden() && (count.count().isPresent() || count.isVeryFew()))
                        .isPresent())
                .count();
    }

    private static List<Area> readAreas(ReportInput input, String geographyCode) {
        Rows rows = new Rows(input.rows(
                AreasTable.TABLE,
                AreasTable.TABLE.columns(),
                Map.of(AreasTable.GEOGRAPHY_CODE, Set.of(geographyCode))));
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            areas.add(new Area(
                    rows.text(AreasTable.AREA_CODE, i),
                    rows.text(AreasTable.AREA_LABEL, i),
                    rows.text(AreasTable.SHORT_LABEL, i),
                    rows.text(AreasTable.AREA_KIND, i),
                    tile(rows, AreasTable.TILE_COLUMN, i),
                    tile(rows, AreasTable.TILE_ROW, i),
                    rows.text(AreasTable.NOTE, i)));
        }
        return areas;
    }

    private static OptionalInt tile(Rows rows, Column column, int row) {
        return rows.number(column, row).stream().mapToInt(Math::toIntExact).findFirst();
    }

    private static Rows rows(
            ReportInput input, SourceFacts facts, List<Column> columns, Map<Column, Set<String>> filter) {
        Map<Column, Set<String>> all = new HashMap<>(filter);
        all.put(CountsTable.SOURCE_CODE, Set.of(facts.code()));
        all.put(CountsTable.DATE_BASIS, Set.of(facts.dateBasis()));
        List<Column> wanted = new ArrayList<>(COUNT_COLUMNS);
        wanted.addAll(columns);
        return new Rows(input.rows(CountsTable.TABLE, wanted, all));
    }

    /** Where counts may be hidden, nothing need be counted: then the first class that the source has. */
    private static String recordClass(Rows whole, String sourceCode, Protection policy) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < whole.size(); i++) {
            if (whole.number(CountsTable.INCIDENT_COUNT, i).orElse(0) > 0) {
                found.add(whole.text(CountsTable.RECORD_CLASS, i));
            }
        }
        if (found.isEmpty() && policy.hidesCounts()) {
            for (int i = 0; i < whole.size(); i++) {
                found.add(whole.text(CountsTable.RECORD_CLASS, i));
            }
        }
        return RECORD_CLASSES.stream()
                .filter(found::contains)
                .findFirst()
                .orElseThrow(() -> new ReportException("Could not write the report on source " + sourceCode
                        + ": nothing is counted for its whole area (table counts); expected at least one incident of class "
                        + String.join(", ", RECORD_CLASSES) + ". Check the extracts of the release."));
    }

    private static Map<String, Map<PeriodType, NavigableMap<LocalDate, PeriodCount>>> seriesByCommunity(
            Rows rows, String recordClass) {
        Map<String, Map<PeriodType, NavigableMap<LocalDate, PeriodCount>>> series = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Optional<PeriodType> type = PeriodType.find(rows.text(CountsTable.PERIOD_TYPE, i));
            if (type.isPresent() && rows.text(CountsTable.RECORD_CLASS, i).equals(recordClass)) {
                PeriodCount count = periodCount(rows, type.get(), i);
                series.computeIfAbsent(rows.text(CountsTable.COMMUNITY_CODE, i), c -> new HashMap<>())
                        .computeIfAbsent(type.get(), t -> new TreeMap<>())
                        .put(count.period().start(), count);
            }
        }
        return series;
    }

    private static PeriodCount periodCount(Rows rows, PeriodType type, int row) {
        return new PeriodCount(
                new Period(
                        type,
                        rows.date(CountsTable.PERIOD_START_DATE, row).orElseThrow(),
                        rows.date(CountsTable.PERIOD_END_DATE, row).orElseThrow()),
                rows.number(CountsTable.INCIDENT_COUNT, row),
                rows.text(CountsTable.INCIDENT_COUNT_STATUS, row),
                rows.isTrue(CountsTable.IS_PARTIAL_PERIOD, row));
    }

    private static Map<String, Community> readCommunities(
            ReportInput input, String sourceCode, Set<String> codesWithFigures) {
        Map<String, List<String>> labels = new HashMap<>();
        Rows labelRows = new Rows(input.rows(
                PublisherLabelsTable.TABLE,
                PublisherLabelsTable.TABLE.columns(),
                Map.of(PublisherLabelsTable.SOURCE_CODE, Set.of(sourceCode))));
        for (int i = 0; i < labelRows.size(); i++) {
            labels.computeIfAbsent(labelRows.text(PublisherLabelsTable.COMMUNITY_CODE, i), c -> new ArrayList<>())
                    .add(labelRows.text(PublisherLabelsTable.LABEL_VERBATIM, i));
        }
        Rows rows = new Rows(input.rows(CommunitiesTable.TABLE, CommunitiesTable.TABLE.columns(), Map.of()));
        Map<String, String> wider = new HashMap<>();
        List<Community> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String code = rows.text(CommunitiesTable.COMMUNITY_CODE, i);
            wider.put(code, rows.text(CommunitiesTable.PART_OF_CODE, i));
            String kind = rows.text(CommunitiesTable.COMMUNITY_KIND, i);
            if (codesWithFigures.contains(code) && !kind.equals(Community.TOTAL_KIND)) {
                found.add(new Community(
                        code,
                        rows.text(CommunitiesTable.COMMUNITY_LABEL, i),
                        kind,
                        rows.text(CommunitiesTable.PART_OF_CODE, i),
                        rows.number(CommunitiesTable.SORT_ORDER, i).orElse(0),
                        labels.getOrDefault(code, List.of())));
            }
        }
        return inTreeOrder(found, wider);
    }

    /** Wholes before their parts; a part whose whole has no figures hangs from the next wider one that has. */
    private static Map<String, Community> inTreeOrder(List<Community> found, Map<String, String> wider) {
        Set<String> codes = new LinkedHashSet<>();
        found.forEach(c -> codes.add(c.code()));
        List<Community> placed = found.stream()
                .map(c -> {
                    String parent = c.partOf();
                    while (!parent.isEmpty() && !codes.contains(parent)) {
                        parent = wider.getOrDefault(parent, "");
                    }
                    return new Community(c.code(), c.label(), c.kind(), parent, c.sortOrder(), c.publisherLabels());
                })
                .sorted(Comparator.comparingLong(Community::sortOrder))
                .toList();
        Map<String, Community> ordered = new LinkedHashMap<>();
        appendParts("", placed, ordered);
        return ordered;
    }

    private static void appendParts(String whole, List<Community> all, Map<String, Community> ordered) {
        for (Community community : all) {
            if (community.partOf().equals(whole)) {
                ordered.put(community.code(), community);
                appendParts(community.code(), all, ordered);
            }
        }
    }

    private static Community headline(
            SourceFacts facts,
            Map<String, Community> communities,
            Map<String, Map<PeriodType, NavigableMap<LocalDate, PeriodCount>>> series) {
        if (facts.hasTotal() && series.containsKey(Community.ALL)) {
            return new Community(Community.ALL, "All communities", Community.TOTAL_KIND, "", 0, List.of());
        }
        return communities.values().stream()
                .filter(c -> c.partOf().isEmpty())
                .max(Comparator.comparingLong((Community c) -> recorded(series.getOrDefault(c.code(), Map.of())))
                        .thenComparing(Community::code))
                .orElseThrow(() -> new ReportException("Could not write the report on source " + facts.code()
                        + ": neither a total nor a community has figures (table counts); expected at least one."
                        + " Check the profile of the source."));
    }

    /** What tells the widest flag from others: all that is counted by month or, where months are hidden, by year. */
    private static long recorded(Map<PeriodType, NavigableMap<LocalDate, PeriodCount>> series) {
        return Stream.of(PeriodType.MONTH, PeriodType.FINANCIAL_YEAR)
                .mapToLong(type -> series.getOrDefault(type, Collections.emptyNavigableMap()).values().stream()
                        .mapToLong(p -> p.count().orElse(0))
                        .sum())
                .max()
                .orElse(0);
    }

    private Map<String, Map<PeriodType, NavigableMap<LocalDate, AreaRate>>> readAreaRates(ReportInput input) {
        Rows rows = rows(
                input,
                facts,
                RATE_COLUMNS,
                Map.of(
                        CountsTable.COMMUNITY_CODE,
                        Set.of(headline.code()),
                        CountsTable.PERIOD_TYPE,
                        Set.of(PeriodType.ROLLING_12_MONTHS.code(), PeriodType.FINANCIAL_YEAR.code()),
                        CountsTable.RECORD_CLASS,
                        Set.of(recordClass)));
        Map<String, Map<PeriodType, NavigableMap<LocalDate, AreaRate>>> rates = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            PeriodType type =
                    PeriodType.find(rows.text(CountsTable.PERIOD_TYPE, i)).orElseThrow();
            PeriodCount count = periodCount(rows, type, i);
            String year = rows.number(CountsTable.POPULATION_YEAR, i).stream()
                    .mapToObj(Long::toString)
                    .findFirst()
                    .orElse("");
            AreaRate rate = new AreaRate(
                    count,
                    rows.decimal(CountsTable.RATE_PER_100K, i),
                    rows.decimal(CountsTable.RATE_LOWER95, i),
                    rows.decimal(CountsTable.RATE_UPPER95, i),
                    rows.text(CountsTable.RATE_STATUS, i),
                    rows.number(CountsTable.POPULATION, i),
                    year.isEmpty() ? "" : year + ", " + rows.text(CountsTable.POPULATION_SERIES, i));
            rates.computeIfAbsent(rows.text(CountsTable.AREA_CODE, i), a -> new HashMap<>())
                    .computeIfAbsent(type, t -> new TreeMap<>())
                    .put(count.period().start(), rate);
        }
        return rates;
    }
}
