package org.vigil.identifier;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places finer than a ward: full postcodes, coordinates, addresses of houses. */
final class PlaceSigns {
    private static final Pattern POSTCODE = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(?:GIR|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9][0-9A-Y]?|[0-9][A-HJKPS-UW]))([ -]?)(?:0AA|[0-9][ABD-HJLNP-UW-Z]{2})(?![\\p{L}\\p{N}])");

    private static final String DEGREES = "([+-]?[0-9]{1,3}\\.[0-9]{3,20})";
    private static final Pattern DECIMAL_PAIR =
            Pattern.compile("(?<![0-9.\\p{L}])" + DEGREES + "°?[ ,;/|]{1,4}" + DEGREES + "(?![0-9]|\\.[0-9])");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,3})\\.[0-9]{4,20}");

    private static final Pattern SEXAGESIMAL = Pattern.compile(
            "(?<![0-9])[0-9]{1,3} ?[°º] ?[0-9]{1,2}(?:\\.[0-9]{1,10})? ?['′’] ?(?:[0-9]{1,2}(?:\\.[0-9]{1,10})? ?(?:\"|″|”|''|′′) ?)?[NSEWnsew](?!\\p{L})");

    /** The letters of a square of the National Grid, easting and northing with equally many digits (Ordnance Survey). */
    private static final Pattern GRID = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[HNOST][A-HJ-Z](?: ?([0-9]{3}) ?([0-9]{3})| ?([0-9]{4}) ?([0-9]{4})| ?([0-9]{5}) ?([0-9]{5}))(?![\\p{L}\\p{N}])");

    private static final Pattern GRID_PAIR = Pattern.compile(
            "(?<![0-9.\\p{L}])[Ee]? ?([0-9]{6})(?:\\.[0-9]{1,4})?[ ,;/|]{1,4}[Nn]? ?([0-9]{5,7})(?:\\.[0-9]{1,4})?(?![0-9\\p{L}])");

    private static final int EASTERNMOST = 700_000;
    private static final int NORTHERNMOST = 1_300_000;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])[0-9]{1,4}[a-z]?,? {1,2}(?:\\p{L}[\\p{L}'’-]{0,24}\\.? {1,2}){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|way|court|ct|crescent|cres|gardens|gdns|terrace|place|pl|square|sq|mews|grove|row|walk|boulevard|blvd)(?![\\p{L}\\p{N}])");

    private PlaceSigns() {}

    static void find(String text, Consumer<Sign> found) {
        Matcher postcode = POSTCODE.matcher(text);
        while (postcode.find()) {
            found.accept(
                    postcode.group(1).equals(" ")
                            ? Sign.certain(IdentifierKind.POSTCODE)
                            : Sign.possible(IdentifierKind.POSTCODE));
        }
        if (text.indexOf('.') >= 0) {
            decimals(text, found);
        }
        if ((text.indexOf('°') >= 0 || text.indexOf('º') >= 0)
                && SEXAGESIMAL.matcher(text).find()) {
            found.accept(Sign.certain(IdentifierKind.COORDINATES));
        }
        Matcher grid = GRID.matcher(text);
        while (grid.find()) {
            boolean isSpaced = grid.group().chars().filter(c -> c == ' ').count() == 2;
            found.accept(
                    isSpaced ? Sign.certain(IdentifierKind.COORDINATES) : Sign.possible(IdentifierKind.COORDINATES));
        }
        Matcher pair = GRID_PAIR.matcher(text);
        while (pair.find()) {
            if (Integer.parseInt(pair.group(1)) < EASTERNMOST && Integer.parseInt(pair.group(2)) < NORTHERNMOST) {
                found.accept(Sign.possible(IdentifierKind.COORDINATES));
            }
        }
        if (ADDRESS.matcher(text).find()) {
            found.accept(Sign.possible(IdentifierKind.ADDRESS));
        }
    }

    private static void decimals(String text, Consumer<Sign> found) {
        Matcher pair = DECIMAL_PAIR.matcher(text);
        while (pair.find()) {
            double one = Math.abs(Double.parseDouble(pair.group(1)));
            double other = Math.abs(Double.parseDouble(pair.group(2)));
            if (Math.min(one, other) <= 90 && Math.max(one, other) <= 180) {
                found.accept(Sign.certain(IdentifierKind.COORDINATES));
            }
        }
        Matcher decimal = DECIMAL.matcher(text.strip());
        if (decimal.matches() && Integer.parseInt(decimal.group(1)) < 180) {
            found.accept(Sign.possible(IdentifierKind.COORDINATE));
        }
    }
}
