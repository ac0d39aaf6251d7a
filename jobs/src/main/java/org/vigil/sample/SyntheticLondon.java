package org.vigil.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigil.incident.RecordClass;
import org.vigil.incident.ReferenceTable;
import org.vigil.release.ReferenceEventsTable;

/**
 * The invented city: areas, communities, their chances and what they do after events, read from the files beside this class.
 *
 * @param areas every area that a record can name, with its weight
 * @param communities in the order of the file, which is also the order of random streams
 * @param features values of the other fields by {@code field/record class}
 * @param responses what happens after events of the catalogue
 */
record SyntheticLondon(
        List<Area> areas,
        List<Community> communities,
        Map<String, WeightedChoice<String>> features,
        List<EventResponse> responses) {

    /** Share of incidents that are not crimes, and of those that are terrorism-related; the rest are crimes. */
    private static final double NON_CRIME_SHARE = 0.244;

    private static final double TERRORISM_SHARE = 0.006;

    /** Day factors from Monday to Sunday; they sum to 7. */
    private static final double[] WEEKDAY_FACTORS = {1.02, 1.00, 1.00, 1.02, 1.09, 1.04, 0.83};

    /** Height of the yearly wave, which is highest in the middle of July. */
    private static final double SEASON_HEIGHT = 0.12;

    private static final int SEASON_PEAK_DAY = 196;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final String ANY_CLASS = "any";

    SyntheticLondon {
        areas = List.copyOf(areas);
        communities = List.copyOf(communities);
        features = Map.copyOf(features);
        responses = List.copyOf(responses);
    }

    /** An area as the extracts name it, and its code. */
    record Area(String name, String code, double weight) {}

    /**
     * A target community.
     *
     * @param code code of the list of target communities
     * @param share part of all incidents, events apart; shares sum to 1
     * @param strandSets sets of strands that a record may carry
     * @param yearlyChange growth a year, 0.03 is 3 %
     * @param dispersion shape of the gamma factor that a week's expected count is multiplied by
     * @param second communities that are recorded beside this one
     * @param areas where its incidents are
     */
    record Community(
            String code,
            double share,
            WeightedChoice<List<String>> strandSets,
            double yearlyChange,
            double dispersion,
            WeightedChoice<String> second,
            WeightedChoice<Area> areas) {}

    /** Reads the shipped files. */
    static SyntheticLondon read() {
        List<Area> areas = new ArrayList<>();
        for (ReferenceTable.Row row : ReferenceTable.read(SyntheticLondon.class, "areas.csv", "name", "code", "weight")
                .rows()) {
            areas.add(new Area(row.required("name"), row.required("code"), number(row, "weight")));
        }
        return new SyntheticLondon(areas, readCommunities(areas), readFeatures(), readResponses());
    }

    /** Expected incidents of a community on a day without events. */
    double expected(Community community, LocalDate day, SampleParameters parameters) {
        double years = ChronoUnit.DAYS.between(parameters.from(), day) / DAYS_PER_YEAR;
        double trend = StrictMath.exp(years * StrictMath.log(1 + community.yearlyChange()));
        double turn = 2 * StrictMath.PI * (day.getDayOfYear() - SEASON_PEAK_DAY) / DAYS_PER_YEAR;
        double season = 1 + SEASON_HEIGHT * StrictMath.cos(turn);
        double weekday = WEEKDAY_FACTORS[day.getDayOfWeek().getValue() - 1];
        return parameters.incidentsPerWeek() / 7 * community.share() * trend * season * weekday;
    }

    /** The community with a code. */
    Community community(String code) {
        return communities.stream()
                .filter(community -> community.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No synthetic community '" + code + "'"));
    }

    /** The class of one record. */
    static RecordClass recordClass(Draws draws) {
        double position = draws.uniform();
        if (position < TERRORISM_SHARE) {
            return RecordClass.TERRORISM_RELATED;
        }
        return position < TERRORISM_SHARE + NON_CRIME_SHARE ? RecordClass.NON_CRIME_INCIDENT : RecordClass.CRIME;
    }

    /** One value of a feature for a record of a class. */
    String feature(String field, RecordClass recordClass, Draws draws) {
        return choice(field, recordClass).pick(draws);
    }

    /** The values of a feature that a record of a class can take. */
    WeightedChoice<String> choice(String field, RecordClass recordClass) {
        WeightedChoice<String> own = features.get(field + '/' + recordClass.code());
        WeightedChoice<String> choice = own == null ? features.get(field + '/' + ANY_CLASS) : own;
        if (choice == null) {
            throw new IllegalArgumentException("No synthetic values of '" + field + "' for " + recordClass.code());
        }
        return choice;
    }

    private static List<Community> readCommunities(List<Area> areas) {
        List<ReferenceTable.Row> rows = ReferenceTable.read(
                        SyntheticLondon.class,
                        "communities.csv",
                        "code",
                        "weight",
                        "strands",
                        "yearly_change",
                        "dispersion",
                        "second",
                        "areas")
                .rows();
        double total = rows.stream().mapToDouble(row -> number(row, "weight")).sum();
        List<Community> communities = new ArrayList<>();
        for (ReferenceTable.Row row : rows) {
            WeightedChoice<List<String>> strandSets = new WeightedChoice<>();
            for (String set : row.required("strands").split("\\|")) {
                strandSets.with(List.of(set.split(";")), 1);
            }
            WeightedChoice<String> second = new WeightedChoice<>();
            weights(row, "second").forEach(second::with);
            Map<String, Double> factors = weights(row, "areas");
            WeightedChoice<Area> places = new WeightedChoice<>();
            for (Area area : areas) {
                places.with(area, area.weight() * factors.getOrDefault(area.code(), 1.0));
            }
            communities.add(new Community(
                    row.required("code"),
                    number(row, "weight") / total,
                    strandSets,
                    number(row, "yearly_change"),
                    number(row, "dispersion"),
                    second,
                    places));
        }
        return communities;
    }

    private static Map<String, WeightedChoice<String>> readFeatures() {
        Map<String, WeightedChoice<String>> features = new HashMap<>();
        for (ReferenceTable.Row row : ReferenceTable.read(
                        SyntheticLondon.class, "features.csv", "field", "code", "class", "weight")
                .rows()) {
            features.computeIfAbsent(
                            row.required("field") + '/' + row.required("class"), name -> new WeightedChoice<>())
                    .with(row.text("code"), number(row, "weight"));
        }
        return features;
    }

    private static List<EventResponse> readResponses() {
        List<EventResponse> responses = new ArrayList<>();
        for (ReferenceTable.Row row : ReferenceTable.read(
                        SyntheticLondon.class,
                        "responses.csv",
                        ReferenceEventsTable.EVENT_ID.name(),
                        "response_from",
                        "community",
                        "multiplier",
                        "half_life_days")
                .rows()) {
            responses.add(new EventResponse(
                    row.required(ReferenceEventsTable.EVENT_ID.name()),
                    LocalDate.parse(row.required("response_from")),
                    row.required("community"),
                    number(row, "multiplier"),
                    number(row, "half_life_days")));
        }
        return responses;
    }

    private static Map<String, Double> weights(ReferenceTable.Row row, String column) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String item : row.list(column)) {
            int colon = item.indexOf(':');
            weights.put(item.substring(0, colon), Double.parseDouble(item.substring(colon + 1)));
        }
        return weights;
    }

    private static double number(ReferenceTable.Row row, String column) {
        return Double.parseDouble(row.required(column));
    }
}
