package org.vigil.geography;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigil.incident.ReferenceFileException;
import org.vigil.incident.ReferenceTable;
import org.vigil.release.AreasTable;

/**
 * The areas of one place, their names and their populations; the index of an area is its place in the list, from 0.
 *
 * <p>There are at most {@value #MAXIMUM_SIZE} areas, so that an index fits into twelve bits.
 */
public final class Geography {
    /** The largest number of areas that a geography may hold. */
    public static final int MAXIMUM_SIZE = 4096;

    private static final String SHORT_LABEL = AreasTable.SHORT_LABEL.name();
    private static final String TILE_COLUMN = AreasTable.TILE_COLUMN.name();
    private static final String TILE_ROW = AreasTable.TILE_ROW.name();
    private static final String IS_RATE_PUBLISHED = AreasTable.IS_RATE_PUBLISHED.name();

    static final String[] COLUMNS = {
        "code", "label", SHORT_LABEL, "kind", "part_of", TILE_COLUMN, TILE_ROW, IS_RATE_PUBLISHED, "aliases", "note"
    };

    private static final String UNKNOWN_AREA_CODE = "unknown";

    /** The shipped geographies that were loaded, by code: a geography never changes, and reading one takes its while. */
    private static final Map<String, Geography> LOADED = new ConcurrentHashMap<>();

    private final GeographyKind kind;
    private final String version;
    private final List<Area> areas;
    private final Map<String, Integer> indexByCode;
    private final AreaNames names;
    private final PopulationTable populations;
    private final List<int[]> ancestors;

    private Geography(GeographyKind kind, ReferenceTable table) {
        this.kind = kind;
        this.version = table.version();
        List<Area> read = new ArrayList<>();
        this.indexByCode = new HashMap<>();
        this.names = new AreaNames();
        Map<Tile, String> codeByTile = new HashMap<>();
        for (ReferenceTable.Row row : table.rows()) {
            Area area = area(row);
            int index = read.size();
            if (index == MAXIMUM_SIZE) {
                throw row.fault("code", "at most " + MAXIMUM_SIZE + " areas");
            }
            if (indexByCode.put(area.code(), index) != null) {
                throw row.fault("code", "each code once");
            }
            if (area.tile().isPresent() && codeByTile.put(area.tile().get(), area.code()) != null) {
                throw row.fault("code", "a tile of its own for each area");
            }
            read.add(area);
        }
        this.areas = List.copyOf(read);
        nameAreas(table);
        this.ancestors = table.rows().stream().map(this::ancestorsOf).toList();
        requireOneWholeArea(table.name());
        this.populations = PopulationTable.read(kind, byCode());
    }

    /**
     * Loads a shipped geography.
     *
     * @param code {@code london}, {@code nyc} or {@code us-states}
     * @throws IllegalArgumentException if there is no such geography
     * @throws ReferenceFileException if its files are faulty
     */
    public static Geography load(String code) {
        GeographyKind kind = GeographyKind.find(code)
                .orElseThrow(() -> new IllegalArgumentException("Cannot load a geography: found '" + code
                        + "'; expected one of " + String.join(", ", codes()) + "."));
        return LOADED.computeIfAbsent(
                code, absent -> of(kind, ReferenceTable.read(Geography.class, code + "-areas.csv", COLUMNS)));
    }

    /** Returns the codes of the shipped geographies. */
    public static List<String> codes() {
        return GeographyKind.codes();
    }

    static Geography of(GeographyKind kind, ReferenceTable table) {
        return new Geography(kind, table);
    }

    private Map<String, Area> byCode() {
        Map<String, Area> byCode = new HashMap<>();
        areas.forEach(area -> byCode.put(area.code(), area));
        return byCode;
    }

    private static Area area(ReferenceTable.Row row) {
        AreaKind kind = AreaKind.find(row.text("kind")).orElseThrow(() -> row.fault("kind", "a kind of area"));
        Optional<Tile> tile =
                row.text(TILE_COLUMN).isBlank() && row.text(TILE_ROW).isBlank()
                        ? Optional.empty()
                        : Optional.of(new Tile(row.integer(TILE_COLUMN), row.integer(TILE_ROW)));
        return new Area(
                row.required("code"),
                row.required("label"),
                row.required(SHORT_LABEL),
                kind,
                row.optional("part_of"),
                tile,
                row.truth(IS_RATE_PUBLISHED),
                row.text("note"));
    }

    private void nameAreas(ReferenceTable table) {
        for (int index = 0; index < areas.size(); index++) {
            ReferenceTable.Row row = table.rows().get(index);
            List<String> all = new ArrayList<>(row.list("aliases"));
            all.add(row.text("code"));
            all.add(row.text("label"));
            for (String name : all) {
                if (name.isBlank() || !names.add(name, index)) {
                    throw row.fault("aliases", "names that mean this area only, not '" + name + "'");
                }
            }
        }
    }

    private int[] ancestorsOf(ReferenceTable.Row row) {
        List<Integer> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> code = Optional.of(row.text("code"));
        while (code.isPresent()) {
            if (!seen.add(code.get())) {
                throw row.fault("part_of", "no area that is part of itself");
            }
            Integer index = indexByCode.get(code.get());
            if (index == null) {
                throw row.fault("part_of", "an area of this file");
            }
            if (kind.publishedKinds().contains(areas.get(index).kind())) {
                found.add(index);
            }
            code = areas.get(index).partOf();
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private void requireOneWholeArea(String file) {
        long wholes = areas.stream()
                .filter(area -> area.kind() == AreaKind.WHOLE_AREA)
                .count();
        if (wholes != 1 || !areas.get(0).kind().equals(AreaKind.WHOLE_AREA)) {
            throw new ReferenceFileException(file, wholes + " whole areas", "one whole area, on the first row");
        }
        Integer unknown = indexByCode.get(UNKNOWN_AREA_CODE);
        if (unknown == null || areas.get(unknown).kind() != AreaKind.NOT_A_BOROUGH) {
            throw new ReferenceFileException(
                    file, "no area '" + UNKNOWN_AREA_CODE + "'", "one of kind " + AreaKind.NOT_A_BOROUGH.code());
        }
    }

    /** Returns the code of the geography. */
    public String code() {
        return kind.code();
    }

    /** Returns the version of its list of areas. */
    public String version() {
        return version;
    }

    /** Returns the areas in the order of their indices. */
    public List<Area> areas() {
        return areas;
    }

    /** Returns how many areas there are. */
    public int size() {
        return areas.size();
    }

    /**
     * Returns the area at an index.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Area get(int index) {
        return areas.get(index);
    }

    /** Returns the index of an area by its exact code, empty if there is none. */
    public OptionalInt indexOf(String code) {
        Integer index = indexByCode.get(code);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** Finds an area by its exact code, empty if there is none. */
    public Optional<Area> find(String code) {
        Integer index = indexByCode.get(code);
        return index == null ? Optional.empty() : Optional.of(areas.get(index));
    }

    /**
     * Finds the index of the area that a source's text means: its code, name or an alias, without regard to case, runs
     * of white space, hyphens, {@code &} for {@code and}, or zeros before a number.
     *
     * @return the index, empty if no area has that name
     */
    public OptionalInt findIndex(String nameOrCodeOrAlias) {
        return names.find(nameOrCodeOrAlias);
    }

    /** Returns the code of the area that holds everything the source covers. */
    public String wholeAreaCode() {
        return areas.get(0).code();
    }

    /** Returns the code of records without an area. */
    public String unknownAreaCode() {
        return UNKNOWN_AREA_CODE;
    }

    /** Returns the kinds of area that tables of counts have rows for, beside the whole area. */
    public List<AreaKind> publishedKinds() {
        return kind.publishedKinds();
    }

    /** Says whether tables have rows by area and week; not where nearly all would be zero. */
    public boolean publishesAreaWeeks() {
        return kind.publishesAreaWeeks();
    }

    /**
     * Returns the indices of the published areas that an incident of an area counts in: the area itself where it is
     * published, then wider ones; never the whole area.
     *
     * @param areaIndex index of the area of the incident
     * @return a new array, narrowest first
     */
    public int[] ancestors(int areaIndex) {
        return ancestors.get(areaIndex).clone();
    }

    /** Returns the populations of the areas; empty where the geography has no rates. */
    public PopulationTable populations() {
        return populations;
    }
}
