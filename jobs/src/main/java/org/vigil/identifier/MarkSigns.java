package org.vigil.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks in letters and digits: national insurance numbers, vehicle marks, e-mail and IP addresses, accounts on networks. */
final class MarkSigns {
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]{1,64}(?:@| ?[\\[(](?i:at)[\\])] ?)(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");

    /** Where the part before the @ is longer than any can be: the end alone shows it. */
    private static final Pattern EMAIL_END =
            Pattern.compile("[\\p{L}\\p{N}]@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");

    /** Short words after an @ are no account: {@code @home}. */
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?<![\\p{L}\\p{N}._@])@(?=[A-Za-z]{0,29}(?:[0-9_]|\\.[A-Za-z0-9])|[A-Za-z]{5})[A-Za-z0-9_][A-Za-z0-9._]{2,29}(?![\\p{L}\\p{N}@])");

    private static final Pattern ACCOUNT_PAGE = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(?:twitter|x|facebook|instagram|tiktok|linkedin|snapchat|t|telegram|youtube)\\.(?:com|me)/(?:in/|@|add/)?[\\p{L}\\p{N}._-]{3,50}");

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IP4 = Pattern.compile("(?<![\\p{L}\\p{N}.])" + OCTET + "\\." + OCTET + "\\." + OCTET
            + "\\." + OCTET + "(?![\\p{L}\\p{N}]|\\.[0-9])");
    private static final Pattern IP6 = Pattern.compile("(?<![\\p{L}\\p{N}:])[0-9A-Fa-f:]{7,39}(?![\\p{L}\\p{N}:])");

    private static final Pattern NATIONAL_INSURANCE = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[A-D](?![\\p{L}\\p{N}])");

    /** Codes of the Northern Irish counties and boroughs; a letter may stand before them. */
    private static final String NORTHERN_IRISH = "(?:[A-FGHJ-PR-Y]Z|I[ABGJLW]|[JOUX]I)";

    /** Current, prefix, suffix and Northern Irish marks. They are looked for as whole values: three letters and three digits are in many texts. */
    private static final List<Pattern> VEHICLE_MARKS = List.of(
            Pattern.compile("[A-HJ-PR-Y]{2}(?:0[1-9]|[1-8][0-9])[ -]?[A-HJ-PR-Z]{3}"),
            Pattern.compile("[A-HJ-NPR-TV-Y][1-9][0-9]{0,2}[ -]?[A-HJ-PR-Y]{3}"),
            Pattern.compile("[A-HJ-PR-Y]{3}[ -]?[1-9][0-9]{0,2}[A-HJ-NPR-TV-Y]"),
            Pattern.compile(
                    "[A-Z]" + NORTHERN_IRISH + "[ -]?[1-9][0-9]{0,3}|" + NORTHERN_IRISH + "[ -]?[1-9][0-9]{2,3}"));

    private static final int LONGEST_MARK = 9;

    private MarkSigns() {}

    /** Addresses and accounts on networks: all have a character that is neither letter nor digit. */
    static void findAddress(String text, Consumer<Sign> found) {
        boolean hasAt = text.indexOf('@') >= 0;
        boolean hasWord = text.indexOf('(') >= 0 || text.indexOf('[') >= 0;
        if ((hasAt || hasWord)
                && (EMAIL.matcher(text).find()
                        || hasAt && EMAIL_END.matcher(text).find())) {
            found.accept(Sign.certain(IdentifierKind.EMAIL));
        }
        if (hasAt && ACCOUNT.matcher(text).find()) {
            found.accept(Sign.possible(IdentifierKind.NETWORK_ACCOUNT));
        }
        if (text.indexOf('/') >= 0 && ACCOUNT_PAGE.matcher(text).find()) {
            found.accept(Sign.certain(IdentifierKind.NETWORK_ACCOUNT));
        }
        if (text.indexOf('.') >= 0) {
            ip4(text, found);
        }
        if (text.indexOf(':') >= 0) {
            Matcher ip6 = IP6.matcher(text);
            while (ip6.find()) {
                if (isIp6(ip6.group())) {
                    found.accept(Sign.certain(IdentifierKind.IP_ADDRESS));
                }
            }
        }
    }

    /** Marks of letters and digits. */
    static void findMark(String text, Consumer<Sign> found) {
        if (NATIONAL_INSURANCE.matcher(text).find()) {
            found.accept(Sign.certain(IdentifierKind.NATIONAL_INSURANCE));
        }
        if (text.length() <= LONGEST_MARK + 2 && isVehicleMark(text.strip().toUpperCase(Locale.ROOT))) {
            found.accept(Sign.possible(IdentifierKind.VEHICLE_MARK));
        }
    }

    /** Sections of laws are written alike, but with small numbers: two of the four have to be larger, and one of three digits leaves no doubt. */
    private static void ip4(String text, Consumer<Sign> found) {
        Matcher ip4 = IP4.matcher(text);
        while (ip4.find()) {
            int large = 0;
            int longest = 0;
            for (int group = 1; group <= 4; group++) {
                int digits = ip4.group(group).length();
                large += digits > 1 ? 1 : 0;
                longest = Math.max(longest, digits);
            }
            if (large >= 2) {
                found.accept(
                        longest == 3
                                ? Sign.certain(IdentifierKind.IP_ADDRESS)
                                : Sign.possible(IdentifierKind.IP_ADDRESS));
            }
        }
    }

    /** Eight groups of up to four hexadecimal digits, or fewer with one gap (RFC 4291, section 2.2). */
    private static boolean isIp6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        List<String> groups =
                Arrays.stream(text.split(":", -1)).filter(g -> !g.isEmpty()).toList();
        boolean isEnough = gap >= 0 ? groups.size() >= 2 && groups.size() <= 7 : groups.size() == 8;
        return isEnough && groups.stream().allMatch(g -> g.length() <= 4);
    }

    private static boolean isVehicleMark(String value) {
        return value.length() <= LONGEST_MARK
                && VEHICLE_MARKS.stream().anyMatch(mark -> mark.matcher(value).matches());
    }
}
