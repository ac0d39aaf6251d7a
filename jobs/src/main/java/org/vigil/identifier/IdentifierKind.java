package org.vigil.identifier;

/** The direct identifiers that values are searched for. The order is the order in which they are named where a column shows signs of several. */
public enum IdentifierKind {
    EMAIL("an e-mail address", false, true, 0.2, 1),
    NETWORK_ACCOUNT("an account on a network", false, true, 0.2, 3),
    IP_ADDRESS("an IP address", true, true, 0.5, 3),
    POSTCODE("a postcode", true, true, 0.2, 3),
    NATIONAL_INSURANCE("a national insurance number", true, true, 0.2, 1),
    /** Chance gives one in eleven numbers of ten digits a valid check digit. */
    NHS_NUMBER("an NHS number", true, true, 0.5, 3),
    TELEPHONE("a telephone number", true, true, 0.5, 3),
    /** Chance gives one number in ten a valid check digit. */
    PAYMENT_CARD("a payment card number", true, true, 0.5, 3),
    VEHICLE_MARK("a vehicle mark", true, true, 0.2, 3),
    COORDINATES("coordinates", true, true, 0.3, 3),
    /** A number with a fraction can measure anything. */
    COORDINATE("a coordinate", true, false, 0.5, 10),
    ADDRESS("an address", true, true, 0.2, 3),
    DATE_OF_BIRTH("a date of birth", true, true, 0.5, 10),
    NAME("a person's name", false, true, 0.2, 5),
    FREE_TEXT("free text", false, true, 0.2, 5),
    /** Most are the record numbers of the publisher. */
    LONG_NUMBER("a long number", true, false, 0.2, 3);

    private final String label;
    private final boolean isNumeric;
    private final boolean isRefusedUnread;
    private final double share;
    private final int fewest;

    IdentifierKind(String label, boolean isNumeric, boolean isRefusedUnread, double share, int fewest) {
        this.label = label;
        this.isNumeric = isNumeric;
        this.isRefusedUnread = isRefusedUnread;
        this.share = share;
        this.fewest = fewest;
    }

    /** In words, with its article: {@code a postcode}. */
    public String label() {
        return label;
    }

    /** Whether digits belong to it, as they do to record numbers, dates and counts: of those it cannot be told. */
    boolean isNumeric() {
        return isNumeric;
    }

    /** Whether it has no business even in a column that is not read; otherwise it is remarked on there. */
    boolean isRefusedUnread() {
        return isRefusedUnread;
    }

    /** Share of a column's distinct values from which signs that can be chance are no chance. */
    double share() {
        return share;
    }

    /** Distinct values below which signs that can be chance say nothing. */
    int fewest() {
        return fewest;
    }
}
