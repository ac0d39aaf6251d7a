package org.vigil.identifier;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits that are written as one number, in groups: {@code (020) 7946 0018}.
 *
 * @param digits all digits
 * @param groups digits in each group
 * @param separators what stands between the groups, in order, at most two characters each
 * @param isPlus whether a plus stands before it
 * @param isBracketed whether a bracket opens before it
 */
record DigitRun(String digits, List<Integer> groups, List<String> separators, boolean isPlus, boolean isBracketed) {
    private static final int LONGEST_SEPARATOR = 2;

    DigitRun {
        groups = List.copyOf(groups);
        separators = List.copyOf(separators);
    }

    /** Every run of a text that touches no letter, in one pass. */
    static List<DigitRun> in(String text) {
        List<DigitRun> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text, at)) {
                at++;
                continue;
            }
            int start = at;
            StringBuilder digits = new StringBuilder();
            List<Integer> groups = new ArrayList<>();
            List<String> separators = new ArrayList<>();
            while (true) {
                int from = at;
                while (isDigit(text, at)) {
                    digits.append(text.charAt(at++));
                }
                groups.add(at - from);
                int next = at;
                while (next - at < LONGEST_SEPARATOR && isSeparator(text, next)) {
                    next++;
                }
                if (next == at || !isDigit(text, next)) {
                    break;
                }
                separators.add(text.substring(at, next));
                at = next;
            }
            if (!isLetter(text, start - 1) && !isLetter(text, at)) {
                boolean isBracketed = isAt(text, start - 1, '(');
                int before = isBracketed ? start - 2 : start - 1;
                runs.add(new DigitRun(digits.toString(), groups, separators, isAt(text, before, '+'), isBracketed));
            }
        }
        return runs;
    }

    boolean isWhole() {
        return groups.size() == 1;
    }

    int length() {
        return digits.length();
    }

    /** Whether the groups have these sizes. */
    boolean isGrouped(Integer... sizes) {
        return groups.equals(List.of(sizes));
    }

    /** Whether nothing but blanks and hyphens stands between the groups. */
    boolean isLoose() {
        return separators.stream().allMatch(s -> s.equals(" ") || s.equals("-"));
    }

    /** Whether all digits are the same, as in a stand-in for what is not known. */
    boolean isMonotone() {
        return digits.chars().distinct().count() == 1;
    }

    private static boolean isSeparator(String text, int at) {
        return at < text.length() && " -.()\u00a0\u2011".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_');
    }

    private static boolean isAt(String text, int at, char c) {
        return at >= 0 && at < text.length() && text.charAt(at) == c;
    }
}
