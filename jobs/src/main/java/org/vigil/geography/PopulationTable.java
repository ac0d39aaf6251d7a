package org.vigil.geography;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.ReferenceTable;
import org.vigil.release.AreasTable;

/**
 * Residents of the areas of a geography by year, and of communities at the census.
 *
 * <p>Several series may describe one year; each year has exactly one in use, and figures of two series are never
 * spliced: whoever compares two years asks {@link #seriesChangesBetween} first.
 */
public final class PopulationTable {
    static final String[] SERIES_COLUMNS = {"series_code", "label", "is_in_use"};
    private static final String AREA_CODE = AreasTable.AREA_CODE.name();

    static final String[] POPULATION_COLUMNS = {AREA_CODE, "year", "residents", "series_code"};

    private final Map<String, NavigableMap<Integer, Long>> residentsByArea;
    private final NavigableMap<Integer, String> seriesByYear;
    private final CensusCommunities communities;

    private PopulationTable(
            Map<String, NavigableMap<Integer, Long>> residentsByArea,
            NavigableMap<Integer, String> seriesByYear,
            CensusCommunities communities) {
        this.residentsByArea = residentsByArea;
        this.seriesByYear = seriesByYear;
        this.communities = communities;
    }

    static PopulationTable read(GeographyKind kind, Map<String, Area> areas) {
        String code = kind.code();
        CensusCommunities communities = kind.denominators() == GeographyKind.Denominators.RESIDENTS_AND_COMMUNITIES
                ? CensusCommunities.of(
                        ReferenceTable.read(
                                PopulationTable.class, code + "-census-2021.csv", CensusCommunities.COLUMNS),
                        areas)
                : CensusCommunities.none();
        if (kind.denominators() == GeographyKind.Denominators.NONE) {
            return new PopulationTable(Map.of(), new TreeMap<>(), communities);
        }
        return of(
                ReferenceTable.read(PopulationTable.class, code + "-population-series.csv", SERIES_COLUMNS),
                ReferenceTable.read(PopulationTable.class, code + "-populations.csv", POPULATION_COLUMNS),
                areas,
                communities);
    }

    static PopulationTable of(
            ReferenceTable series, ReferenceTable populations, Map<String, Area> areas, CensusCommunities communities) {
        Map<String, String> labelByCode = new HashMap<>();
        Map<String, Boolean> isInUseByCode = new HashMap<>();
        for (ReferenceTable.Row row : series.rows()) {
            if (labelByCode.put(row.required("series_code"), row.required("label")) != null) {
                throw row.fault("series_code", "each series once");
            }
            isInUseByCode.put(row.text("series_code"), row.truth("is_in_use"));
        }
        Map<String, NavigableMap<Integer, Long>> residents = new HashMap<>();
        NavigableMap<Integer, String> seriesByYear = new TreeMap<>();
        for (ReferenceTable.Row row : populations.rows()) {
            String label = labelByCode.get(row.text("series_code"));
            Boolean isInUse = isInUseByCode.get(row.text("series_code"));
            if (label == null || isInUse == null) {
                throw row.fault("series_code", "a series of " + series.name());
            }
            if (!areas.containsKey(row.text(AREA_CODE))) {
                throw row.fault(AREA_CODE, "an area of the geography");
            }
            int year = row.integer("year");
            int people = row.integer("residents");
            if (people < 0) {
                throw row.fault("residents", "0 or more");
            }
            if (!isInUse) {
                continue;
            }
            String former = seriesByYear.putIfAbsent(year, label);
            if (former != null && !former.equals(label)) {
                throw row.fault("series_code", "one series in use for " + year + ", not also '" + former + "'");
            }
            if (residents
                            .computeIfAbsent(row.text(AREA_CODE), area -> new TreeMap<>())
                            .put(year, (long) people)
                    != null) {
                throw row.fault("year", "each area and year once in the series in use");
            }
        }
        addSums(residents, areas);
        return new PopulationTable(residents, seriesByYear, communities);
    }

    /** Adds to the areas that only their parts are counted for the sums of those parts, the whole area apart. */
    private static void addSums(Map<String, NavigableMap<Integer, Long>> residents, Map<String, Area> areas) {
        Map<String, NavigableMap<Integer, Long>> sums = new HashMap<>();
        residents.forEach((code, byYear) -> {
            @Nullable Area wider = wider(areas.get(code), areas);
            while (wider != null && wider.kind() != AreaKind.WHOLE_AREA && !residents.containsKey(wider.code())) {
                NavigableMap<Integer, Long> sum = sums.computeIfAbsent(wider.code(), area -> new TreeMap<>());
                byYear.forEach((year, people) -> sum.merge(year, people, Long::sum));
                wider = wider(wider, areas);
            }
        });
        residents.putAll(sums);
    }

    private static @Nullable Area wider(@Nullable Area area, Map<String, Area> areas) {
        return area == null ? null : area.partOf().map(areas::get).orElse(null);
    }

    /** Says whether an area has residents to divide by in any year. */
    public boolean hasPopulation(String areaCode) {
        return residentsByArea.containsKey(areaCode);
    }

    /**
     * Finds the residents of an area in the middle of a year. After the last year of the series its last figure stands
     * in and says so; before its first year there is none.
     *
     * @param areaCode area of the geography
     * @param year calendar year
     */
    public Optional<Population> find(String areaCode, int year) {
        NavigableMap<Integer, Long> byYear = residentsByArea.get(areaCode);
        Map.@Nullable Entry<Integer, Long> entry = byYear == null ? null : byYear.floorEntry(year);
        if (entry == null) {
            return Optional.empty();
        }
        int found = entry.getKey();
        String series = Objects.requireNonNull(seriesByYear.get(found));
        return Optional.of(new Population(entry.getValue(), found, series, found < year));
    }

    /**
     * Adds the residents of several areas in a year. Areas that have no population in any year (those that are not
     * boroughs) are left out, so the numerator of a rate must leave them out as well.
     *
     * @param areaCodes areas that do not overlap, each once
     * @param year calendar year
     * @return the sum; empty if no area has a population, or if one that has lacks this year
     * @throws IllegalArgumentException if an area is named twice
     */
    public Optional<Population> sum(Collection<String> areaCodes, int year) {
        List<String> populated =
                areaCodes.stream().filter(residentsByArea::containsKey).toList();
        if (populated.stream().distinct().count() != populated.size()) {
            throw new IllegalArgumentException(
                    "Cannot add populations: found an area twice in " + populated + "; expected each once.");
        }
        Optional<Population> sum = Optional.empty();
        for (String areaCode : populated) {
            Optional<Population> next = find(areaCode, year);
            if (next.isEmpty()
                    || sum.filter(part -> part.year() != next.get().year()).isPresent()) {
                return Optional.empty();
            }
            long before = sum.map(Population::residents).orElse(0L);
            Population part = next.get();
            sum = Optional.of(
                    new Population(before + part.residents(), part.year(), part.series(), part.isCarriedForward()));
        }
        return sum;
    }

    /**
     * Says whether the series in use differs between two years, so that their rates are not comparable.
     *
     * @return false where a year lies before the first one of the table, as it then has no rate
     */
    public boolean seriesChangesBetween(int yearA, int yearB) {
        Map.@Nullable Entry<Integer, String> a = seriesByYear.floorEntry(yearA);
        Map.@Nullable Entry<Integer, String> b = seriesByYear.floorEntry(yearB);
        return a != null && b != null && !a.getValue().equals(b.getValue());
    }

    /**
     * Finds the residents of a community in an area, where a rate for the community may be published: the census asked
     * about it and the group has {@value CensusCommunities#MINIMUM_GROUP} people or more.
     *
     * @param areaCode area of the geography
     * @param communityCode target community
     */
    public Optional<Population> findCommunity(String areaCode, String communityCode) {
        return communities.find(List.of(areaCode), communityCode);
    }

    /**
     * Adds the residents of a community over several areas, under the conditions of {@link #findCommunity} for the sum.
     *
     * @param areaCodes areas that do not overlap, each once; those the census has no figure for are left out
     * @param communityCode target community
     */
    public Optional<Population> sumCommunity(Collection<String> areaCodes, String communityCode) {
        return communities.find(areaCodes, communityCode);
    }

    /**
     * Finds how many residents did not answer the census question that counts a community, to be shown beside its rate.
     *
     * @param areaCode area of the geography
     * @param communityCode target community
     * @return the number; empty where the question knows no such answer or the community was not asked about
     */
    public Optional<Population> findNotAnswered(String areaCode, String communityCode) {
        return communities.findNotAnswered(areaCode, communityCode);
    }
}
