package org.vigil.identifier;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Numbers given to people: telephone, NHS and payment card numbers, and any other long number. */
final class NumberSigns {
    private static final int NHS_DIGITS = 10;
    private static final int LONG = 9;

    private NumberSigns() {}

    static void find(String text, Consumer<Sign> found) {
        for (DigitRun run : DigitRun.in(text)) {
            if (run.length() >= LONG && !run.isMonotone()) {
                telephone(run).ifPresent(found);
                nhsNumber(run).ifPresent(found);
                paymentCard(run).ifPresent(found);
                if (run.isWhole()) {
                    found.accept(Sign.possible(IdentifierKind.LONG_NUMBER));
                }
            }
        }
    }

    /**
     * International with a plus or 00, British with its leading 0, North American in groups of 3, 3 and 4. Without any mark of grouping only a British
     * mobile number is certain: other publishers number their records with as many digits.
     */
    private static Optional<Sign> telephone(DigitRun run) {
        String d = run.digits();
        int n = run.length();
        boolean isGrouped = !run.isWhole() && run.groups().stream().skip(1).allMatch(size -> size >= 2)
                || run.groups().contains(1) && d.startsWith("44");
        if (run.isPlus() && d.charAt(0) != '0' && n <= 15) {
            return Optional.of(Sign.certain(IdentifierKind.TELEPHONE));
        }
        if (d.startsWith("00") && d.charAt(2) != '0' && n >= 11 && n <= 16) {
            return Optional.of(
                    isGrouped ? Sign.certain(IdentifierKind.TELEPHONE) : Sign.possible(IdentifierKind.TELEPHONE));
        }
        if (d.charAt(0) == '0' && "12378".indexOf(d.charAt(1)) >= 0 && (n == 10 || n == 11)) {
            boolean isMobile = d.startsWith("07") && n == 11 && run.isWhole();
            boolean isWritten =
                    isGrouped && run.groups().get(0) >= 3 && run.groups().get(0) <= 6;
            if (isMobile || isWritten) {
                return Optional.of(Sign.certain(IdentifierKind.TELEPHONE));
            }
            // A day and an hour are as many digits in groups: 02-03-2019 01.
            return run.isWhole() ? Optional.of(Sign.possible(IdentifierKind.TELEPHONE)) : Optional.empty();
        }
        if (d.startsWith("44") && "12378".indexOf(d.charAt(2)) >= 0 && n == 12) {
            return Optional.of(
                    isGrouped && run.groups().get(0) == 2
                            ? Sign.certain(IdentifierKind.TELEPHONE)
                            : Sign.possible(IdentifierKind.TELEPHONE));
        }
        return northAmerican(run);
    }

    private static Optional<Sign> northAmerican(DigitRun run) {
        boolean isLed = run.isGrouped(1, 3, 3, 4) && run.digits().charAt(0) == '1';
        if (!isLed && !run.isGrouped(3, 3, 4)) {
            return Optional.empty();
        }
        String d = run.digits().substring(isLed ? 1 : 0);
        if (d.charAt(0) < '2' || d.charAt(3) < '2') {
            return Optional.empty();
        }
        boolean isMarked = isLed
                || run.isBracketed()
                || run.separators().stream().anyMatch(s -> s.indexOf('-') >= 0 || s.indexOf('.') >= 0);
        return Optional.of(isMarked ? Sign.certain(IdentifierKind.TELEPHONE) : Sign.possible(IdentifierKind.TELEPHONE));
    }

    /** Ten digits of which the last is eleven less the remainder, by eleven, of the others weighted 10 to 2 (NHS Data Dictionary, NHS Number). */
    private static Optional<Sign> nhsNumber(DigitRun run) {
        boolean isSpaced = run.isGrouped(3, 3, 4) && run.isLoose() && !run.isBracketed();
        if (run.length() != NHS_DIGITS || !(isSpaced || run.isWhole())) {
            return Optional.empty();
        }
        int sum = 0;
        for (int i = 0; i < NHS_DIGITS - 1; i++) {
            sum += (NHS_DIGITS - i) * (run.digits().charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        if (check != run.digits().charAt(NHS_DIGITS - 1) - '0') {
            return Optional.empty();
        }
        return Optional.of(
                isSpaced ? Sign.certain(IdentifierKind.NHS_NUMBER) : Sign.possible(IdentifierKind.NHS_NUMBER));
    }

    /** 13 to 19 digits that pass the check of ISO/IEC 7812-1, annex B, and start as payment cards do. */
    private static Optional<Sign> paymentCard(DigitRun run) {
        int n = run.length();
        if (n < 13 || n > 19 || "23456".indexOf(run.digits().charAt(0)) < 0) {
            return Optional.empty();
        }
        int sum = 0;
        for (int i = 0; i < n; i++) {
            int digit = run.digits().charAt(n - 1 - i) - '0';
            int doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        if (sum % 10 != 0) {
            return Optional.empty();
        }
        List<Integer> groups = run.groups();
        boolean isEmbossed = run.isLoose()
                && (run.isGrouped(4, 6, 5)
                        || groups.size() >= 4 && groups.stream().limit(3).allMatch(size -> size == 4));
        return isEmbossed
                ? Optional.of(Sign.certain(IdentifierKind.PAYMENT_CARD))
                : run.isWhole() ? Optional.of(Sign.possible(IdentifierKind.PAYMENT_CARD)) : Optional.empty();
    }
}
