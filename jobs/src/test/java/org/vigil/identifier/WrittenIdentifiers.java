package org.vigil.identifier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Direct identifiers of nobody, in the forms in which people write them; the same seed gives the same values. */
final class WrittenIdentifiers {
    /** Given names that are common where the list of the detector was made, some that are rarer, and some that it lacks. */
    private static final List<String> GIVEN = List.of(
            "Olivia",
            "Muhammad",
            "Amelia",
            "George",
            "Oliver",
            "Isla",
            "Arthur",
            "Priya",
            "Rajesh",
            "Fatima",
            "Yusuf",
            "Agnieszka",
            "Tomasz",
            "Chinedu",
            "Ngozi",
            "Moshe",
            "Rivka",
            "Wei",
            "Harpreet",
            "Gurdeep",
            "Mehmet",
            "Ioana",
            "Oluwaseun",
            "Kwame",
            "Siobhán",
            "Rhys",
            "Anne-Marie",
            "Joanna",
            "Peter",
            "Latoya",
            "Zuzanna",
            "Tadhg",
            "Ekua",
            "Bronisław",
            "Nkechi",
            "Levente",
            "Sakura",
            "Ikechukwu",
            "Marzena",
            "Thuy");

    private static final List<String> FAMILY = List.of(
            "Smith",
            "Jones",
            "O’Brien",
            "Begum",
            "Khan",
            "Patel",
            "Singh",
            "Kaur",
            "Kowalski",
            "Nowak",
            "Okafor",
            "Adeyemi",
            "Cohen",
            "Levy",
            "Goldberg",
            "Chen",
            "Wong",
            "Nguyen",
            "Yılmaz",
            "Popescu",
            "Mensah",
            "Campbell",
            "McDonald",
            "Taylor-Brown",
            "Evans",
            "Garcia",
            "Fernandez",
            "Rossi",
            "Ivanova",
            "Hussain",
            "d'Souza",
            "van Dijk");

    private static final List<String> STREETS = List.of(
            "Acacia Avenue",
            "High Street",
            "Station Road",
            "Church Lane",
            "Mill Close",
            "Queen's Gardens",
            "Old Oak Way",
            "Park Crescent",
            "Victoria Terrace",
            "Ash Grove",
            "Elm Drive",
            "King St",
            "Beech Rd");

    private static final List<String> SENTENCES = List.of(
            "The victim was walking home when a man shouted at her from a car and then drove off.",
            "I was on the bus with my children. Two boys told us to go back to where we came from.",
            "He has been sent letters by his neighbour, who said that they would burn the house down!",
            "Caller states that a swastika was painted on the door of the flat. She is afraid to go out.",
            "Suspect approached the informant at the station and pulled the scarf from her head.",
            "They were told to leave the shop because of the way in which they were dressed.",
            "My son had his kippah taken by a group of older boys. He is eleven and was on his way to school.",
            "Victim said that the same person has called him names at work since March.");

    private static final String LETTERS = "ABCDEFGHJKLMNOPRSTUVWXY";

    private final SplittableRandom random;

    WrittenIdentifiers(long seed) {
        this.random = new SplittableRandom(seed);
    }

    List<String> of(IdentifierKind kind, int count) {
        Supplier<String> one = switch (kind) {
            case EMAIL -> this::email;
            case NETWORK_ACCOUNT -> this::account;
            case IP_ADDRESS -> this::ipAddress;
            case POSTCODE -> this::postcode;
            case NATIONAL_INSURANCE -> this::nationalInsurance;
            case NHS_NUMBER -> this::nhsNumber;
            case TELEPHONE -> this::telephone;
            case PAYMENT_CARD -> this::card;
            case VEHICLE_MARK -> this::vehicleMark;
            case COORDINATES -> this::coordinates;
            case COORDINATE -> () -> decimal(49, 59, 4 + random.nextInt(5));
            case ADDRESS -> this::address;
            case DATE_OF_BIRTH -> this::birth;
            case NAME -> this::name;
            case FREE_TEXT -> this::freeText;
            case LONG_NUMBER -> () -> digits(9 + random.nextInt(12));
        };
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(one.get());
        }
        return values;
    }

    private String email() {
        String given = plain(pick(GIVEN)).toLowerCase(Locale.ROOT);
        String family = plain(pick(FAMILY)).toLowerCase(Locale.ROOT);
        String local = pick(List.of(
                given + "." + family,
                given + family,
                given.charAt(0) + family,
                given + "_" + digits(2),
                family + "+" + given,
                given + "." + family.charAt(0) + "." + digits(4)));
        String domain = pick(List.of(
                "example.com", "example.org", "mail.example.co.uk", "example.museum", "sub-domain.example.net"));
        return pick(List.of(
                local + "@" + domain,
                (local + "@" + domain).toUpperCase(Locale.ROOT),
                "e-mail: " + local + "@" + domain,
                "<" + local + "@" + domain + ">",
                local + " [at] " + domain,
                "mailto:" + local + "@" + domain));
    }

    private String account() {
        String name = plain(pick(GIVEN)).toLowerCase(Locale.ROOT)
                + pick(List.of("", "_", "."))
                + plain(pick(FAMILY)).toLowerCase(Locale.ROOT);
        return pick(List.of(
                "@" + name,
                "@" + name + digits(2),
                "https://twitter.com/" + name,
                "instagram.com/" + name,
                "posted by @" + name,
                "facebook.com/" + name,
                "@" + name.substring(0, 5)));
    }

    private String ipAddress() {
        String four = (11 + random.nextInt(212)) + "." + random.nextInt(256) + "." + (10 + random.nextInt(246)) + "."
                + random.nextInt(256);
        String six = "2001:db8:" + hex() + ":" + hex() + ":" + hex() + ":" + hex() + ":" + hex() + ":" + hex();
        return pick(List.of(
                four,
                "from " + four,
                four + ":443",
                six,
                "2001:db8::" + hex() + ":" + hex(),
                "fe80::" + hex() + ":" + hex() + ":" + hex() + ":" + hex()));
    }

    private String postcode() {
        String inward = random.nextInt(10) + letters("ABDEFGHJLNPQRSTUWXYZ", 2);
        String outward = pick(List.of(
                "N" + (1 + random.nextInt(22)),
                "SW" + (1 + random.nextInt(20)),
                "E" + (1 + random.nextInt(20)),
                "W1" + pick(List.of("A", "B", "K", "T")),
                "EC" + (1 + random.nextInt(4)) + pick(List.of("A", "N", "V", "Y")),
                "CR" + random.nextInt(10),
                "HA" + random.nextInt(10),
                "B" + (1 + random.nextInt(90)),
                "SE1P"));
        String whole = outward + " " + inward;
        return pick(List.of(
                whole,
                whole,
                whole.toLowerCase(Locale.ROOT),
                outward + inward,
                "near " + whole,
                "London " + whole + ", UK",
                outward + "-" + inward));
    }

    private String nationalInsurance() {
        String prefix = letters("ABCEHJLMPRSWXY", 1) + letters("ABCEHJLMPRSWXY", 1);
        String d = digits(6);
        String suffix = letters("ABCD", 1);
        String spaced =
                prefix + " " + d.substring(0, 2) + " " + d.substring(2, 4) + " " + d.substring(4) + " " + suffix;
        return pick(List.of(
                prefix + d + suffix,
                spaced,
                spaced.toLowerCase(Locale.ROOT),
                "NI " + prefix + d + suffix,
                spaced.replace(' ', '-'),
                prefix + " " + d + " " + suffix));
    }

    private String nhsNumber() {
        while (true) {
            String d = "4" + digits(8);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (10 - i) * (d.charAt(i) - '0');
            }
            int check = 11 - sum % 11;
            if (check != 10) {
                String all = d + (check == 11 ? 0 : check);
                String spaced = all.substring(0, 3) + " " + all.substring(3, 6) + " " + all.substring(6);
                return pick(List.of(all, spaced, spaced, "NHS no. " + spaced, spaced.replace(' ', '-')));
            }
        }
    }

    private String telephone() {
        String mobile = "07" + (1 + random.nextInt(9)) + digits(8);
        String subscriber =
                "0" + pick(List.of("161", "121", "1632")) + digits(10).substring(0, 7);
        String area =
                "" + (2 + random.nextInt(8)) + digits(2) + "-" + (2 + random.nextInt(8)) + digits(2) + "-" + digits(4);
        return pick(List.of(
                mobile,
                mobile.substring(0, 5) + " " + mobile.substring(5),
                mobile.substring(0, 5) + " " + mobile.substring(5, 8) + " " + mobile.substring(8),
                "020 " + (1 + random.nextInt(9)) + digits(3) + " " + digits(4),
                "(020) 7" + digits(3) + " " + digits(4),
                "020-7" + digits(3) + "-" + digits(4),
                "0161 " + digits(3) + " " + digits(4),
                "01632 " + digits(6),
                subscriber.substring(0, 11),
                "+44 7" + digits(3) + " " + digits(6),
                "+447" + digits(9),
                "+44 (0)20 7" + digits(3) + " " + digits(4),
                "0044 20 7" + digits(3) + " " + digits(4),
                "44 7" + digits(3) + " " + digits(6),
                "tel. 020 8" + digits(3) + " " + digits(4) + " (home)",
                "+33 1 " + digits(2) + " " + digits(2) + " " + digits(2) + " " + digits(2),
                "+48 " + digits(3) + " " + digits(3) + " " + digits(3),
                "+1 " + area,
                area,
                area.replace('-', '.'),
                "(" + area.substring(0, 3) + ") " + area.substring(4)));
    }

    private String card() {
        String d = pick(List.of("4", "51", "55", "6011", "2221")) + digits(15);
        d = d.substring(0, 15);
        for (int check = 0; ; check++) {
            String all = d + check;
            int sum = 0;
            for (int i = 0; i < 16; i++) {
                int digit = all.charAt(15 - i) - '0';
                int doubled = i % 2 == 1 ? 2 * digit : digit;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
            if (sum % 10 == 0) {
                String spaced = all.substring(0, 4) + " " + all.substring(4, 8) + " " + all.substring(8, 12) + " "
                        + all.substring(12);
                return pick(List.of(all, spaced, spaced.replace(' ', '-'), "card " + all));
            }
        }
    }

    private String vehicleMark() {
        String current = letters(LETTERS.replace("O", ""), 2) + pick(List.of("02", "09", "17", "24", "51", "66", "74"))
                + " " + letters(LETTERS, 3);
        String prefix = letters("ABCDEFGHJKLMNPRSTVWXY", 1) + (1 + random.nextInt(999)) + " "
                + letters("ABCDEFGHJKLMNPRSTUVWXY", 3);
        String suffix = letters("ABCDEFGHJKLMNPRSTUVWXY", 3) + " " + (1 + random.nextInt(999))
                + letters("ABCDEFGHJKLMNPRSTVWXY", 1);
        String irish = letters(LETTERS, 1) + pick(List.of("AZ", "EZ", "IA", "IB", "IG", "JI", "KZ", "OI", "UI", "XI"))
                + " " + (1 + random.nextInt(9999));
        String mark = pick(List.of(current, current, current, prefix, suffix, irish));
        return pick(List.of(mark, mark.replace(" ", ""), mark.toLowerCase(Locale.ROOT)));
    }

    private String coordinates() {
        String lat = decimal(49, 59, 3 + random.nextInt(5));
        String lon = "-" + decimal(0, 6, 3 + random.nextInt(5));
        String grid = pick(List.of("TQ", "SU", "SP", "NZ", "TL"));
        return pick(List.of(
                lat + ", " + lon,
                lat + "," + lon,
                "(" + lat + " " + lon + ")",
                "POINT (" + lon + " " + lat + ")",
                "51°30'"
                        + digits(2)
                                .replace('9', '2')
                                .replace('8', '1')
                                .replace('7', '3')
                                .replace('6', '4') + "\"N 0°7'39\"W",
                "51° 30." + digits(2) + "′ N",
                grid + " " + digits(3) + " " + digits(3),
                grid + digits(6),
                grid + " " + digits(5) + " " + digits(5),
                grid + digits(10),
                "53" + digits(4) + ", 18" + digits(4),
                "E53" + digits(4) + " N18" + digits(4)));
    }

    private String address() {
        String house = (1 + random.nextInt(300)) + " " + pick(STREETS);
        return pick(List.of(
                house,
                house.toUpperCase(Locale.ROOT),
                "Flat 3, " + house,
                house + ", London",
                (1 + random.nextInt(90)) + "b " + pick(STREETS),
                house + ", Camden, N1"));
    }

    private String birth() {
        LocalDate day = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(28_000));
        String british = day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK));
        return pick(List.of(
                "DOB " + british,
                "d.o.b. " + day.format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK)),
                "born " + day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK)),
                "date of birth: " + day,
                "DOB " + day.format(DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.UK)),
                "born " + day.getDayOfMonth() + ordinal(day.getDayOfMonth())
                        + day.format(DateTimeFormatter.ofPattern(" MMMM yyyy", Locale.UK)),
                "born on the " + day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.UK)),
                "Born: " + day.format(DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.UK))));
    }

    private static String ordinal(int day) {
        return day / 10 == 1
                ? "th"
                : switch (day % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private String name() {
        String given = pick(GIVEN);
        String family = pick(FAMILY);
        return pick(List.of(
                given + " " + family,
                given + " " + family,
                (given + " " + family).toUpperCase(Locale.ROOT),
                family + ", " + given,
                family.toUpperCase(Locale.ROOT) + ", " + given,
                given + " " + letters(LETTERS, 1) + ". " + family,
                given + " " + pick(GIVEN) + " " + family,
                "Mr " + family,
                "Mrs. " + given + " " + family,
                "Dr " + letters(LETTERS, 1) + " " + family));
    }

    private String freeText() {
        return pick(SENTENCES) + " "
                + pick(List.of(
                        "Ref. " + digits(4) + ".",
                        "It was at about " + (1 + random.nextInt(11)) + "." + digits(2) + " pm in " + pick(STREETS)
                                + ".",
                        "She named " + pick(GIVEN) + " " + pick(FAMILY) + " as a witness."));
    }

    private String hex() {
        return Integer.toHexString(0x1000 + random.nextInt(0xe000));
    }

    private String decimal(int from, int to, int places) {
        return (from + random.nextInt(to - from)) + "." + digits(places);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String letters(String from, int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(from.charAt(random.nextInt(from.length())));
        }
        return letters.toString();
    }

    private static String plain(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
