package org.vigil.layer;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.Code;
import org.vigil.incident.CodeList;
import org.vigil.incident.CodeLists;
import org.vigil.incident.DatePrecision;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.RecordClass;
import org.vigil.incident.Strand;
import org.vigil.incident.TargetCommunity;
import org.vigil.release.Column;

/**
 * The texts of stored codes against the indexes of this program's code lists, for each column of {@link CanonicalIncident#MAPPED}.
 *
 * <p>Layers hold texts, so that a new code list never changes an old layer. A set is its texts in the order of the code list with a semicolon
 * between; the empty set is the empty text.
 */
public final class StoredCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    static final List<DatePrecision> PRECISIONS = List.of(DatePrecision.values());

    private static final String SEPARATOR = ";";

    private final HashMap<String, Texts> textsByColumn = new HashMap<>();

    /** @param areaCodes codes of the areas, in the order of their indexes */
    public StoredCodes(List<String> areaCodes) {
        put(CanonicalIncident.RECORD_CLASS, Arrays.stream(RecordClass.values()).map(RecordClass::code));
        put(CanonicalIncident.AREA_CODE, areaCodes.stream());
        put(
                CanonicalIncident.TARGET_COMMUNITIES,
                CodeLists.communities().list().stream().map(TargetCommunity::code));
        put(CanonicalIncident.STRANDS, Arrays.stream(Strand.values()).map(Strand::code));
        put(CanonicalIncident.OFFENCE_GROUP, CodeLists.offenceGroups());
        put(CanonicalIncident.LOCATION_TYPE, CodeLists.locationTypes());
        put(CanonicalIncident.CONTEXT, CodeLists.contexts());
        put(CanonicalIncident.REPORTING_SOURCE, CodeLists.reportingSources());
        put(CanonicalIncident.OUTCOME, CodeLists.outcomes());
    }

    /** The text of one code. */
    public String text(Column column, int index) {
        return of(column).texts[index];
    }

    /**
     * The index of one code.
     *
     * @throws LayerException if the list does not have it
     */
    public int index(Column column, String text) {
        Integer index = of(column).indexes.get(text);
        if (index == null) {
            throw new LayerException("Could not read a layer: the code '" + text + "' of column " + column.name()
                    + " is not in this program's code lists; expected a code that this version knows."
                    + " Run vigil store reinterpret, or use the version of Vigil that wrote it.");
        }
        return index;
    }

    /** The text of a set of codes, given in any order. */
    public String setText(Column column, int... indexes) {
        String[] texts = of(column).texts;
        return String.join(
                SEPARATOR,
                Arrays.stream(indexes).sorted().mapToObj(index -> texts[index]).toList());
    }

    /**
     * The indexes of a set of codes.
     *
     * @throws LayerException if the list lacks one of them
     */
    public int[] setIndexes(Column column, String text) {
        return text.isEmpty()
                ? new int[0]
                : Stream.of(text.split(SEPARATOR, -1))
                        .mapToInt(code -> index(column, code))
                        .toArray();
    }

    /** The indexes of a set of strands. */
    static int[] indexes(int strandBits) {
        return IntStream.range(0, Strand.values().length)
                .filter(index -> (strandBits >>> index & 1) == 1)
                .toArray();
    }

    /** How exact a known date is. */
    static DatePrecision precision(int incidentDate) {
        return IncidentDate.isMonth(incidentDate) ? DatePrecision.MONTH : DatePrecision.DAY;
    }

    private Texts of(Column column) {
        Texts texts = textsByColumn.get(column.name());
        if (texts == null) {
            throw new IllegalArgumentException("Column " + column.name() + " holds no codes");
        }
        return texts;
    }

    private void put(Column column, CodeList list) {
        put(column, list.codes().stream().map(Code::code));
    }

    private void put(Column column, Stream<String> texts) {
        textsByColumn.put(column.name(), new Texts(texts.toArray(String[]::new)));
    }

    private static final class Texts implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String[] texts;
        private final HashMap<String, Integer> indexes = new HashMap<>();

        Texts(String[] texts) {
            this.texts = texts;
            for (int i = 0; i < texts.length; i++) {
                if (texts[i].isEmpty() || texts[i].contains(SEPARATOR) || indexes.put(texts[i], i) != null) {
                    throw new IllegalArgumentException("Cannot store the code '" + texts[i]
                            + "'; expected codes that differ, without a semicolon and not empty");
                }
            }
        }
    }
}
