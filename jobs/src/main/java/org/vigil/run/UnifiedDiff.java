package org.vigil.run;

import java.util.ArrayList;
import java.util.List;

/** Two versions of a small text as a unified diff, which the program patch applies. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    /** A line of either version: ' ' in both, '-' in the old one, '+' in the new one. */
    private record Line(char sign, String text) {}

    private UnifiedDiff() {}

    /** The diff; empty if the texts are equal. */
    static String of(String fileName, String before, String after) {
        List<Line> lines = lines(split(before), split(after));
        StringBuilder diff = new StringBuilder();
        int oldLine = 1;
        int newLine = 1;
        int at = 0;
        while (at < lines.size()) {
            if (lines.get(at).sign == ' ') {
                at++;
                oldLine++;
                newLine++;
                continue;
            }
            int from = Math.max(0, at - CONTEXT);
            int to = endOfHunk(lines, at);
            hunk(diff, lines.subList(from, to), oldLine - (at - from), newLine - (at - from));
            for (; at < to; at++) {
                oldLine += lines.get(at).sign == '+' ? 0 : 1;
                newLine += lines.get(at).sign == '-' ? 0 : 1;
            }
        }
        return diff.isEmpty() ? "" : "--- " + fileName + "\n+++ " + fileName + "\n" + diff;
    }

    /** Changes that share lines of context stand in one hunk. */
    private static int endOfHunk(List<Line> lines, int start) {
        int lastChange = start;
        for (int i = start; i < lines.size() && i - lastChange <= 2 * CONTEXT; i++) {
            if (lines.get(i).sign != ' ') {
                lastChange = i;
            }
        }
        return Math.min(lines.size(), lastChange + 1 + CONTEXT);
    }

    private static void hunk(StringBuilder diff, List<Line> lines, int oldStart, int newStart) {
        long oldCount = lines.stream().filter(line -> line.sign != '+').count();
        long newCount = lines.stream().filter(line -> line.sign != '-').count();
        diff.append("@@ -")
                .append(oldStart)
                .append(',')
                .append(oldCount)
                .append(" +")
                .append(newStart)
                .append(',')
                .append(newCount)
                .append(" @@\n");
        for (Line line : lines) {
            diff.append(line.sign).append(line.text);
            if (!line.text.endsWith("\n")) {
                diff.append("\n\\ No newline at end of file\n");
            }
        }
    }

    /** Every line with its end. */
    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }

    /** By the longest common subsequence. */
    private static List<Line> lines(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean isOld = i < before.size();
            boolean isNew = j < after.size();
            if (isOld && isNew && before.get(i).equals(after.get(j))) {
                lines.add(new Line(' ', before.get(i++)));
                j++;
            } else if (isOld && (!isNew || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line('-', before.get(i++)));
            } else {
                lines.add(new Line('+', after.get(j++)));
            }
        }
        return lines;
    }
}
