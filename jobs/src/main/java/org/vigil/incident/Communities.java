package org.vigil.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The closed list of target communities; the index of a community is its place in the list, from 0.
 *
 * <p>There are at most {@value #MAXIMUM_SIZE}, so that an index fits into seven bits with a value to spare. The code
 * {@value #ALL} stands for all communities together and is never in the list.
 */
public final class Communities {
    /** The pseudo code of all communities together. */
    public static final String ALL = "all";

    /** The largest number of communities that the list may hold. */
    public static final int MAXIMUM_SIZE = 126;

    static final String[] COLUMNS = {"code", "label", "definition", "kind", "strands", "part_of"};

    private final String version;
    private final List<TargetCommunity> communities;
    private final Map<String, Integer> indexByCode;

    private Communities(String version, List<TargetCommunity> communities, Map<String, Integer> indexByCode) {
        this.version = version;
        this.communities = List.copyOf(communities);
        this.indexByCode = Map.copyOf(indexByCode);
    }

    static Communities of(ReferenceTable table) {
        List<TargetCommunity> communities = new ArrayList<>();
        Map<String, Integer> indexByCode = new HashMap<>();
        for (ReferenceTable.Row row : table.rows()) {
            TargetCommunity community = community(row);
            if (community.code().equals(ALL)) {
                throw row.fault("code", "another code, as '" + ALL + "' is reserved");
            }
            if (indexByCode.put(community.code(), communities.size()) != null) {
                throw row.fault("code", "each code once");
            }
            if (communities.size() == MAXIMUM_SIZE) {
                throw row.fault("code", "at most " + MAXIMUM_SIZE + " communities");
            }
            communities.add(community);
        }
        Communities list = new Communities(table.version(), communities, indexByCode);
        table.rows().forEach(list::requireRelations);
        return list;
    }

    private static TargetCommunity community(ReferenceTable.Row row) {
        CommunityKind kind =
                CommunityKind.find(row.text("kind")).orElseThrow(() -> row.fault("kind", "a kind of community"));
        List<Strand> strands = new ArrayList<>();
        for (String strand : row.list("strands")) {
            strands.add(Strand.find(strand).orElseThrow(() -> row.fault("strands", "monitored strands")));
        }
        return new TargetCommunity(
                row.required("code"),
                row.required("label"),
                row.required("definition"),
                kind,
                strands,
                row.optional("part_of"));
    }

    private void requireRelations(ReferenceTable.Row row) {
        Set<String> seen = new HashSet<>();
        Optional<String> code = Optional.of(row.text("code"));
        while (code.isPresent()) {
            if (!seen.add(code.get())) {
                throw row.fault("part_of", "no community that is part of itself");
            }
            TargetCommunity community =
                    find(code.get()).orElseThrow(() -> row.fault("part_of", "a community of this list"));
            code = community.partOf();
        }
        TargetCommunity part = get(row.text("code"));
        part.partOf().map(this::get).ifPresent(whole -> {
            if (whole.strands().stream().noneMatch(part.strands()::contains)
                    && !(whole.strands().isEmpty() && part.strands().isEmpty())) {
                throw row.fault("part_of", "a whole that shares a strand with its part");
            }
        });
    }

    /** Returns the version of the list. */
    public String version() {
        return version;
    }

    /** Returns the communities in the order of their indices. */
    public List<TargetCommunity> list() {
        return communities;
    }

    /** Returns how many communities there are. */
    public int size() {
        return communities.size();
    }

    /** Returns the index of a community, empty if the list does not have it. */
    public OptionalInt indexOf(String code) {
        Integer index = indexByCode.get(code);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Returns the community at an index.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public TargetCommunity get(int index) {
        return communities.get(index);
    }

    /**
     * Returns the community with a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public TargetCommunity get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot find a target community: found '" + code + "'; expected a code of the list"));
    }

    /** Finds the community with a code, empty if there is none. */
    public Optional<TargetCommunity> find(String code) {
        Integer index = indexByCode.get(code);
        return index == null ? Optional.empty() : Optional.of(communities.get(index));
    }

    /**
     * Says whether one community is part of another, directly or through others; none is part of itself.
     *
     * @param part code of the narrower community
     * @param whole code of the wider community
     * @throws IllegalArgumentException if the list does not have {@code part}
     */
    public boolean isPartOf(String part, String whole) {
        Optional<String> wider = get(part).partOf();
        while (wider.isPresent()) {
            if (wider.get().equals(whole)) {
                return true;
            }
            wider = get(wider.get()).partOf();
        }
        return false;
    }
}
