package org.vigil.event;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigil.incident.CodeLists;
import org.vigil.incident.ReferenceFileException;
import org.vigil.incident.ReferenceTable;
import org.vigil.release.CommunitiesTable;

/**
 * The holidays that a model of daily counts may know of: bank holidays for every series, religious observances for those of the community that keeps them.
 *
 * <p>A model takes up an observance only where its fit window holds {@value Observance#MINIMUM_OCCURRENCES} of its occurrences: from fewer no effect can be told from
 * chance.
 */
public final class HolidayCalendar {
    static final String BANK_HOLIDAYS_FILE = "england-bank-holidays.csv";
    static final String[] BANK_HOLIDAYS_COLUMNS = {"date", "name"};
    static final String OBSERVANCES_FILE = "religious-observances.csv";

    private static final String NAME = "observance";
    private static final String COMMUNITY_CODE = CommunitiesTable.COMMUNITY_CODE.name();
    static final String[] OBSERVANCES_COLUMNS = {NAME, COMMUNITY_CODE, "first", "last", "margin"};

    private static final String BANK_HOLIDAYS = "Bank holidays";

    private final List<Observance> observances;

    private HolidayCalendar(List<Observance> observances) {
        this.observances = List.copyOf(observances);
    }

    /**
     * Loads the calendar that goes with a catalogue of events.
     *
     * @param catalogue {@code uk}, with the bank holidays of England, or {@code us}, which ships none
     * @throws IllegalArgumentException if there is no such catalogue
     * @throws ReferenceFileException if a file is faulty
     */
    public static HolidayCalendar load(String catalogue) {
        ReferenceTable religious = ReferenceTable.read(HolidayCalendar.class, OBSERVANCES_FILE, OBSERVANCES_COLUMNS);
        return switch (catalogue) {
            case "uk" ->
                of(
                        Optional.of(
                                ReferenceTable.read(HolidayCalendar.class, BANK_HOLIDAYS_FILE, BANK_HOLIDAYS_COLUMNS)),
                        religious);
            case "us" -> of(Optional.empty(), religious);
            default ->
                throw new IllegalArgumentException(
                        "Cannot load the holidays of " + catalogue + ": found no such catalogue; expected uk or us.");
        };
    }

    /** A calendar of given days. */
    static HolidayCalendar of(Observance... observances) {
        return new HolidayCalendar(List.of(observances));
    }

    static HolidayCalendar of(Optional<ReferenceTable> bankHolidays, ReferenceTable religious) {
        List<Observance> all = new ArrayList<>();
        bankHolidays.ifPresent(table -> all.add(new Observance(
                BANK_HOLIDAYS,
                null,
                table.rows().stream().map(HolidayCalendar::bankHoliday).toList())));
        all.addAll(religious(religious));
        return new HolidayCalendar(all);
    }

    private static Observance.Occurrence bankHoliday(ReferenceTable.Row row) {
        row.required("name");
        LocalDate date = date(row, "date");
        return new Observance.Occurrence(date, date, 0);
    }

    private static List<Observance> religious(ReferenceTable table) {
        Map<String, String> communities = new LinkedHashMap<>();
        Map<String, List<Observance.Occurrence>> occurrences = new LinkedHashMap<>();
        for (ReferenceTable.Row row : table.rows()) {
            String name = row.required(NAME);
            String community = row.text(COMMUNITY_CODE);
            if (CodeLists.communities().find(community).isEmpty()) {
                throw row.fault(COMMUNITY_CODE, "a target community");
            }
            String former = communities.putIfAbsent(name, community);
            if (former != null && !former.equals(community)) {
                throw row.fault(COMMUNITY_CODE, "one community for each observance, here '" + former + "'");
            }
            occurrences.computeIfAbsent(name, n -> new ArrayList<>()).add(occurrence(row));
        }
        return occurrences.entrySet().stream()
                .map(one -> new Observance(one.getKey(), communities.get(one.getKey()), one.getValue()))
                .toList();
    }

    private static Observance.Occurrence occurrence(ReferenceTable.Row row) {
        LocalDate first = date(row, "first");
        LocalDate last = date(row, "last");
        if (last.isBefore(first)) {
            throw row.fault("last", "a day not before the first");
        }
        int margin = row.integer("margin");
        if (margin < 0) {
            throw row.fault("margin", "at least 0 days");
        }
        return new Observance.Occurrence(first, last, margin);
    }

    private static LocalDate date(ReferenceTable.Row row, String column) {
        try {
            return LocalDate.parse(row.text(column));
        } catch (DateTimeParseException e) {
            ReferenceFileException fault = row.fault(column, "a date as 2023-10-07");
            fault.initCause(e);
            throw fault;
        }
    }

    /** All observances, bank holidays first. */
    public List<Observance> observances() {
        return observances;
    }
}
