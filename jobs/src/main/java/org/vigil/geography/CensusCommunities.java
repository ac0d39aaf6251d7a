package org.vigil.geography;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigil.incident.CodeLists;
import org.vigil.incident.ReferenceTable;
import org.vigil.release.AreasTable;
import org.vigil.release.CommunitiesTable;

/** Residents of communities by area at Census 2021, for the communities that the census asked about. */
final class CensusCommunities {
    /** Smallest group for which a rate is published, in people. */
    static final int MINIMUM_GROUP = 5_000;

    private static final String AREA_CODE = AreasTable.AREA_CODE.name();
    private static final String COMMUNITY_CODE = CommunitiesTable.COMMUNITY_CODE.name();

    static final String[] COLUMNS = {AREA_CODE, "question", COMMUNITY_CODE, "residents"};

    private static final int YEAR = 2021;
    private static final String NOT_ANSWERED = "";

    /** Key: question, community (blank for no answer), area. */
    private record Cell(CensusQuestion question, String communityCode, String areaCode) {}

    private final Map<String, CensusQuestion> questionByCommunity;
    private final Map<Cell, Long> residents;

    private CensusCommunities(Map<String, CensusQuestion> questionByCommunity, Map<Cell, Long> residents) {
        this.questionByCommunity = Map.copyOf(questionByCommunity);
        this.residents = Map.copyOf(residents);
    }

    static CensusCommunities none() {
        return new CensusCommunities(Map.of(), Map.of());
    }

    static CensusCommunities of(ReferenceTable table, Map<String, Area> areas) {
        Map<String, CensusQuestion> questionByCommunity = new HashMap<>();
        Map<Cell, Long> residents = new HashMap<>();
        for (ReferenceTable.Row row : table.rows()) {
            CensusQuestion question = CensusQuestion.find(row.text("question"))
                    .orElseThrow(() -> row.fault("question", "a question of the census"));
            String community = row.text(COMMUNITY_CODE);
            if (!areas.containsKey(row.text(AREA_CODE))) {
                throw row.fault(AREA_CODE, "an area of the geography");
            }
            if (!community.equals(NOT_ANSWERED)) {
                if (CodeLists.communities().find(community).isEmpty()) {
                    throw row.fault(COMMUNITY_CODE, "a target community");
                }
                CensusQuestion former = questionByCommunity.putIfAbsent(community, question);
                if (former != null && former != question) {
                    throw row.fault("question", "one question for each community, not also '" + former.code() + "'");
                }
            }
            Cell cell = new Cell(question, community, row.text(AREA_CODE));
            if (residents.put(cell, (long) row.integer("residents")) != null) {
                throw row.fault(COMMUNITY_CODE, "each area and community once");
            }
        }
        return new CensusCommunities(questionByCommunity, residents);
    }

    Optional<Population> find(Collection<String> areaCodes, String communityCode) {
        if (areaCodes.stream().distinct().count() != areaCodes.size()) {
            throw new IllegalArgumentException(
                    "Cannot add populations: found an area twice in " + areaCodes + "; expected each once.");
        }
        return question(communityCode)
                .flatMap(question -> sum(areaCodes, question, communityCode))
                .filter(population -> population.residents() >= MINIMUM_GROUP);
    }

    Optional<Population> findNotAnswered(String areaCode, String communityCode) {
        return question(communityCode).flatMap(question -> sum(List.of(areaCode), question, NOT_ANSWERED));
    }

    private Optional<CensusQuestion> question(String communityCode) {
        return Optional.ofNullable(questionByCommunity.get(communityCode));
    }

    private Optional<Population> sum(Collection<String> areaCodes, CensusQuestion question, String communityCode) {
        List<Long> parts = areaCodes.stream()
                .map(area -> new Cell(question, communityCode, area))
                .filter(residents::containsKey)
                .map(cell -> residents.getOrDefault(cell, 0L))
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Population(
                        parts.stream().mapToLong(Long::longValue).sum(), YEAR, question.series(), false));
    }
}
