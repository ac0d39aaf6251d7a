package org.vigil.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A closed, versioned list of codes; the index of a code is its place in the list, from 0. */
public final class CodeList {
    private final String name;
    private final String version;
    private final List<Code> codes;
    private final Map<String, Integer> indexByCode;

    private CodeList(String name, String version, List<Code> codes, Map<String, Integer> indexByCode) {
        this.name = name;
        this.version = version;
        this.codes = List.copyOf(codes);
        this.indexByCode = Map.copyOf(indexByCode);
    }

    static CodeList of(String name, ReferenceTable table) {
        List<Code> codes = new ArrayList<>();
        Map<String, Integer> indexByCode = new HashMap<>();
        for (ReferenceTable.Row row : table.rows()) {
            Code code = new Code(row.required("code"), row.required("label"), row.required("definition"));
            if (indexByCode.put(code.code(), codes.size()) != null) {
                throw row.fault("code", "each code once");
            }
            codes.add(code);
        }
        return new CodeList(name, table.version(), codes, indexByCode);
    }

    /** Returns the name of the list, such as {@code location-type}. */
    public String name() {
        return name;
    }

    /** Returns the version of the list. */
    public String version() {
        return version;
    }

    /** Returns the codes in the order of their indices. */
    public List<Code> codes() {
        return codes;
    }

    /** Returns how many codes there are. */
    public int size() {
        return codes.size();
    }

    /** Returns the index of a code, empty if the list does not have it. */
    public OptionalInt indexOf(String code) {
        Integer index = indexByCode.get(code);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Returns the code at an index.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Code get(int index) {
        return codes.get(index);
    }
}
