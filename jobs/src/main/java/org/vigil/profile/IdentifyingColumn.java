package org.vigil.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Column names that announce a direct identifier: the name or the contact of a person, a place finer than a ward, a number given to a person or
 * a vehicle, or free text. Words of a name are told apart by anything that is no letter or digit and by a capital after a small letter, and are
 * compared without case. Judges the name only; a column {@code column_7} full of telephone numbers passes.
 */
public final class IdentifyingColumn {
    /** Runs of words that give a column away wherever they stand in its name. */
    private static final Map<String, List<String>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "a person's name",
                    List.of(
                            "surname",
                            "forename",
                            "forenames",
                            "firstname",
                            "lastname",
                            "fullname",
                            "first name",
                            "last name",
                            "full name",
                            "given name",
                            "family name",
                            "maiden name",
                            "middle name",
                            "known as",
                            "initials")),
            Map.entry("a date of birth", List.of("dob", "date of birth", "birth date", "birthdate", "birthday")),
            Map.entry(
                    "an address",
                    List.of(
                            "address",
                            "addr",
                            "house number",
                            "house name",
                            "house no",
                            "flat number",
                            "street name",
                            "street number",
                            "uprn",
                            "usrn")),
            Map.entry("a postcode", List.of("postcode", "post code", "postal code", "zip", "zipcode")),
            Map.entry(
                    "a telephone number",
                    List.of("phone", "telephone", "phonenumber", "tel", "mobile", "fax", "msisdn")),
            Map.entry("an e-mail address", List.of("email", "e mail", "mail", "emailaddress")),
            Map.entry(
                    "a number given to a person",
                    List.of(
                            "national insurance",
                            "ni number",
                            "ni no",
                            "nino",
                            "nhs number",
                            "nhs no",
                            "passport",
                            "ssn",
                            "social security",
                            "driving licence",
                            "drivers license",
                            "driver licence",
                            "custody number")),
            Map.entry(
                    "a vehicle mark",
                    List.of(
                            "vrm",
                            "vrn",
                            "vehicle registration",
                            "vehicle mark",
                            "registration mark",
                            "registration number",
                            "number plate",
                            "licence plate",
                            "license plate",
                            "reg plate",
                            "vin")),
            Map.entry(
                    "coordinates",
                    List.of(
                            "latitude",
                            "longitude",
                            "lat",
                            "lon",
                            "lng",
                            "easting",
                            "eastings",
                            "northing",
                            "northings",
                            "coordinate",
                            "coordinates",
                            "coord",
                            "coords",
                            "grid ref",
                            "grid reference",
                            "gridref",
                            "geolocation",
                            "geom",
                            "geometry",
                            "what3words",
                            "latlon",
                            "latlong",
                            "georeference")),
            Map.entry(
                    "an account on a network",
                    List.of("username", "user name", "screen name", "ip address", "twitter", "facebook")),
            Map.entry(
                    "free text",
                    List.of(
                            "free text",
                            "freetext",
                            "narrative",
                            "notes",
                            "comment",
                            "comments",
                            "remarks",
                            "modus operandi",
                            "summary",
                            "statement",
                            "circumstances",
                            "incident details",
                            "incident description",
                            "crime details",
                            "story",
                            "log entry"))));

    private static final Set<String> PEOPLE = Set.of(
            "victim",
            "victims",
            "suspect",
            "suspects",
            "offender",
            "offenders",
            "witness",
            "complainant",
            "person",
            "reporter",
            "reporting",
            "officer",
            "caller",
            "informant",
            "defendant",
            "accused",
            "perpetrator",
            "contact",
            "customer",
            "client",
            "student",
            "staff",
            "author");

    private IdentifyingColumn() {}

    /** What the column seems to hold, with its article, for example {@code a postcode}; nothing if its name is harmless. */
    public static Optional<String> find(String columnName) {
        List<String> words = words(columnName);
        if (words.equals(List.of("name")) || words.equals(List.of("names")) || isNameOfPerson(words)) {
            return Optional.of("a person's name");
        }
        if (words.contains("postcode") && (words.contains("district") || words.contains("area"))) {
            return Optional.empty();
        }
        String spaced = " " + String.join(" ", words) + " ";
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(sign -> spaced.contains(" " + sign + " ")))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isNameOfPerson(List<String> words) {
        return IntStream.range(1, words.size())
                .anyMatch(i -> words.get(i).startsWith("name") && PEOPLE.contains(words.get(i - 1)));
    }

    private static List<String> words(String columnName) {
        return Arrays.stream(columnName
                        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
