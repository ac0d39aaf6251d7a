package org.vigil.identifier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Labels, codes and numbers as police files hold them, in the shape of real ones but made up; the same seed gives the same columns. */
final class HarmlessLabels {
    private static final List<String> BOROUGHS = List.of(
            "Barking and Dagenham",
            "Barnet",
            "Bexley",
            "Brent",
            "Bromley",
            "Camden",
            "Croydon",
            "Ealing",
            "Enfield",
            "Greenwich",
            "Hackney",
            "Hammersmith and Fulham",
            "Haringey",
            "Harrow",
            "Havering",
            "Hillingdon",
            "Hounslow",
            "Islington",
            "Kensington and Chelsea",
            "Kingston upon Thames",
            "Lambeth",
            "Lewisham",
            "Merton",
            "Newham",
            "Redbridge",
            "Richmond upon Thames",
            "Southwark",
            "Sutton",
            "Tower Hamlets",
            "Waltham Forest",
            "Wandsworth",
            "Westminster",
            "City of London",
            "Heathrow",
            "Aviation Security (SO18)",
            "Unknown");

    private static final List<String> FIRST = List.of(
            "Ash", "Oak", "Mill", "North", "Cedar", "Fair", "Clear", "Grand", "Green", "Lake", "River", "Saint", "Glen",
            "Spring", "West", "Red", "Pine");

    private static final List<String> LAST = List.of(
            "ton",
            "field",
            "wood",
            " County",
            " Township",
            "bridge",
            " Heights",
            "view",
            "burg",
            " Falls",
            "ford",
            " Park",
            "dale",
            " Borough",
            "brook");

    private static final List<String> OFFENCES = List.of(
            "ASSAULT",
            "AGGRAVATED HARASSMENT",
            "CRIMINAL MISCHIEF",
            "MENACING",
            "ROBBERY,OPEN AREA",
            "BURGLARY,UNCLASSIFIED",
            "LARCENY,PETIT FROM BUILDING",
            "PUBLIC ORDER",
            "MISCHIEF,CRIMINAL,    UNCL",
            "OBSTR BREATH/CIRCUL",
            "RECKLESS ENDANGERMENT",
            "STALKING COMMIT SEX OFFENSE",
            "ARSON 2,3,4",
            "TRESPASS");

    private static final List<String> LOCATIONS = List.of(
            "Highway/Road/Alley/Street/Sidewalk",
            "Residence/Home",
            "School-Elementary/Secondary",
            "Church/Synagogue/Temple/Mosque",
            "Bar/Nightclub",
            "Air/Bus/Train Terminal",
            "Parking/Drop Lot/Garage",
            "Service/Gas Station",
            "Drug Store/Doctor's Office/Hospital",
            "Cyberspace",
            "Field/Woods",
            "10 - Street or open space",
            "On board a train (Zone 2)",
            "Government/Public Building",
            "Place of worship, entrance of",
            "St. James' Park side");

    private static final List<String> MOTIVES = List.of(
            "ANTI-JEWISH",
            "ANTI-MALE HOMOSEXUAL (GAY)",
            "60 YRS AND OLDER",
            "Anti-Eastern Orthodox (Russian, Greek, Other)",
            "Race/Color",
            "Faith Hate Crime",
            "Religion/Religious Practice",
            "Islamophobic",
            "Anti-Hispanic or Latino;Anti-White",
            "transgender identity",
            "not-stated");

    private static final List<String> DEFINITIONS = List.of(
            "Cities from 10,000 thru 24,999",
            "MSA counties under 10,000",
            "Non-MSA counties 100,000 or over",
            "Disabled under the Equality Act",
            "Gender identity different from sex registered at birth but no specific identity given",
            "The offence was recorded by the force but is not one that is counted in the national statistics.",
            "Asian, Asian British or Asian Welsh: Bangladeshi",
            "GLA 2016-based housing-led (ONS MYE before 2011)");

    private final SplittableRandom random;

    HarmlessLabels(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** By what they are, a way to make one after the other. */
    Map<String, Supplier<String>> families() {
        Map<String, Supplier<String>> families = new LinkedHashMap<>();
        families.put("boroughs", () -> pick(BOROUGHS));
        families.put(
                "agencies", () -> pick(FIRST) + pick(LAST) + pick(List.of("", "", " Police Department", ": City")));
        families.put(
                "offences",
                () -> pick(OFFENCES) + pick(List.of("", " 1", " 2", " 3", " 2,1,UNCLASSIFIED", " & RELATED OFFENSES")));
        families.put(
                "law codes",
                () -> pick(List.of("PL ", "AC ", "8L ", "s.", "CJA "))
                        + number(1, 260)
                        + pick(List.of("", ".05", "." + number(10, 99), "(1)(b)", " 0" + number(1, 9))));
        families.put("sections", () -> number(1, 9) + "." + number(1, 9) + "." + number(1, 30) + "." + number(1, 9));
        families.put("locations", locations());
        families.put("motives", () -> pick(MOTIVES));
        families.put("definitions", () -> pick(DEFINITIONS));
        families.put("agency codes", () -> letters(2) + String.format(Locale.ROOT, "%07d", random.nextInt(600) * 100));
        families.put("arrest ids", () -> letters(1) + number(30_000_000, 39_999_999));
        families.put(
                "short record ids",
                () -> pick(List.of("LDN-2025-", "CR/", "INC "))
                        + String.format(Locale.ROOT, "%07d", random.nextInt(10_000_000)));
        families.put("area codes", () -> "E0900" + String.format(Locale.ROOT, "%04d", random.nextInt(33)));
        families.put("beats", () -> letters(1) + number(1, 9) + letters(1));
        families.put("counts", () -> number(0, 4000));
        families.put("populations", () -> number(1_000, 9_000_000));
        families.put("shares", () -> "0." + number(10, 999));
        families.put("rates", () -> number(0, 900) + "." + number(10, 99));
        families.put("dates of record", () -> day().toString());
        families.put(
                "dates with time",
                () -> day().format(DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US)) + " 12:00:00 AM");
        families.put(
                "British dates",
                () -> day().format(DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.UK)) + " "
                        + String.format(Locale.ROOT, "%02d:%02d", random.nextInt(24), random.nextInt(60)));
        families.put(
                "short dates",
                () -> day().format(DateTimeFormatter.ofPattern("dd-MMM-yy", Locale.US))
                        .toUpperCase(Locale.ROOT));
        families.put("months", () -> day().format(DateTimeFormatter.ofPattern("yyyyMM", Locale.UK)));
        families.put(
                "times",
                () -> String.format(
                        Locale.ROOT, "%02d:%02d:%02d", random.nextInt(24), random.nextInt(60), random.nextInt(60)));
        families.put("rounded ids", () -> "2.0" + number(1000, 9999) + "E+14");
        return families;
    }

    Supplier<String> locations() {
        return () -> pick(LOCATIONS);
    }

    List<String> of(Supplier<String> family, int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(family.get());
        }
        return values;
    }

    private LocalDate day() {
        return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(5_800));
    }

    private String number(int from, int to) {
        return Integer.toString(from + random.nextInt(to - from + 1));
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
