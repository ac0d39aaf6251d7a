package org.vigil.run;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.profile.Field;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes of the text of a profile, made where they belong: whatever else stands in it, comments and layout included, stays as it is. The version is
 * raised with the first change.
 */
final class ProfilePatch {
    private static final List<String> COLUMN_KEYS = List.of("column", "columns", "year-column", "month-column");

    private final String text;
    private final MappingNode root;
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final Map<Field, Map<String, List<String>>> labels = new LinkedHashMap<>();
    private final Map<Field, Map<String, Long>> questions = new LinkedHashMap<>();
    private final Map<Field, Dates> dates = new LinkedHashMap<>();

    private record Dates(List<String> patterns, Optional<String> locale, Optional<Integer> pivotYear) {}

    /** Replaces the text between two places. */
    private record Edit(int from, int to, String text) {}

    /** @param text a profile that parses */
    ProfilePatch(String text) {
        this.text = text;
        this.root = (MappingNode) new Yaml().compose(new StringReader(text));
    }

    /** Reads a column under another name wherever it is read. */
    void rename(String column, String name) {
        renamed.put(column.strip().toLowerCase(Locale.ROOT), name);
    }

    /** Gives a word of a coded field a meaning. */
    void addLabel(Field field, String label, List<String> codes) {
        labels.computeIfAbsent(field, f -> new LinkedHashMap<>()).put(label, codes);
    }

    /** Asks the analyst, in a comment, what a word means. */
    void ask(Field field, String label, long records) {
        questions.computeIfAbsent(field, f -> new LinkedHashMap<>()).merge(label, records, Long::sum);
    }

    /** Reads a date by other patterns; a language and a pivot year are added where the profile has none. */
    void setPatterns(Field field, List<String> patterns, Optional<String> locale, Optional<Integer> pivotYear) {
        dates.put(field, new Dates(patterns, locale, pivotYear));
    }

    boolean isEmpty() {
        return renamed.isEmpty() && labels.isEmpty() && questions.isEmpty() && dates.isEmpty();
    }

    /** The text with all changes. */
    String changed() {
        if (isEmpty()) {
            return text;
        }
        List<Edit> edits = new ArrayList<>();
        find(root, "version").ifPresent(version -> edits.add(replaced(version, raised((ScalarNode) version))));
        renameIn(root, edits);
        find(root, "fields").filter(MappingNode.class::isInstance).ifPresent(fields -> {
            for (Field field : Field.values()) {
                find((MappingNode) fields, field.code())
                        .filter(MappingNode.class::isInstance)
                        .ifPresent(reading -> edit(field, (MappingNode) reading, edits));
            }
        });
        StringBuilder changed = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::from).reversed())
                .forEach(edit -> changed.replace(edit.from, edit.to, edit.text));
        return changed.toString();
    }

    private static String raised(ScalarNode version) {
        return Integer.toString(Integer.parseInt(version.getValue()) + 1);
    }

    // ---- Columns ----

    private void renameIn(Node node, List<Edit> edits) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> renameIn(item, edits));
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (COLUMN_KEYS.contains(key)) {
                    scalars(entry.getValueNode())
                            .forEach(name -> Optional.ofNullable(
                                            renamed.get(name.getValue().strip().toLowerCase(Locale.ROOT)))
                                    .ifPresent(other -> edits.add(replaced(name, quoted(other)))));
                } else if (!key.equals("labels")) {
                    renameIn(entry.getValueNode(), edits);
                }
            }
        }
    }

    private static List<ScalarNode> scalars(Node node) {
        if (node instanceof ScalarNode scalar) {
            return List.of(scalar);
        }
        return node instanceof SequenceNode list
                ? list.getValue().stream()
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .toList()
                : List.of();
    }

    // ---- Fields ----

    private void edit(Field field, MappingNode reading, List<Edit> edits) {
        Map<String, List<String>> added = labels.getOrDefault(field, Map.of());
        Map<String, Long> asked = questions.getOrDefault(field, Map.of());
        if (!added.isEmpty() || !asked.isEmpty()) {
            addLabels(reading, added, asked, edits);
        }
        Dates date = dates.get(field);
        if (date != null) {
            String patterns =
                    date.patterns.stream().map(ProfilePatch::quoted).collect(Collectors.joining(", ", "[", "]"));
            Optional<Node> declared = find(reading, "patterns");
            declared.ifPresent(node -> edits.add(replaced(node, patterns)));
            List<String> entries = new ArrayList<>();
            if (declared.isEmpty()) {
                entries.add("patterns: " + patterns);
            }
            date.locale.filter(l -> find(reading, "locale").isEmpty()).ifPresent(l -> entries.add("locale: " + l));
            date.pivotYear
                    .filter(y -> find(reading, "pivot-year").isEmpty())
                    .ifPresent(y -> entries.add("pivot-year: " + y));
            if (!entries.isEmpty()) {
                edits.add(inserted(reading, entries));
            }
        }
    }

    private void addLabels(
            MappingNode reading, Map<String, List<String>> added, Map<String, Long> asked, List<Edit> edits) {
        List<String> entries = new ArrayList<>();
        added.forEach((label, codes) -> entries.add(
                quoted(label) + ": " + (codes.size() == 1 ? codes.get(0) : "[" + String.join(", ", codes) + "]")));
        Optional<Node> declared = find(reading, "labels");
        boolean hasBlock = declared.map(ProfilePatch::isBlock).orElseGet(() -> isBlock(reading) && !added.isEmpty());
        if (hasBlock) {
            asked.forEach(
                    (label, records) -> entries.add("# " + quoted(label) + ": which code? (" + records + " records)"));
        }
        if (entries.isEmpty()) {
            return;
        }
        if (declared.isPresent()) {
            edits.add(inserted((MappingNode) declared.get(), entries));
        } else if (isBlock(reading)) {
            List<String> block = new ArrayList<>(List.of("labels:"));
            entries.forEach(entry -> block.add("  " + entry));
            edits.add(inserted(reading, block));
        } else {
            edits.add(inserted(reading, List.of("labels: {" + String.join(", ", entries) + "}")));
        }
    }

    private static boolean isBlock(Node node) {
        return node instanceof MappingNode mapping
                && mapping.getFlowStyle() != DumperOptions.FlowStyle.FLOW
                && !mapping.getValue().isEmpty();
    }

    // ---- Text ----

    /** Adds entries after the last one of a mapping. */
    private Edit inserted(MappingNode mapping, List<String> entries) {
        List<NodeTuple> held = mapping.getValue();
        if (!isBlock(mapping)) {
            int end = place(mapping.getEndMark()) - 1;
            return new Edit(end, end, (held.isEmpty() ? "" : ", ") + String.join(", ", entries));
        }
        String indent = " ".repeat(mark(held.get(0).getKeyNode().getStartMark()).getColumn());
        int end = endOfLine(endOf(held.get(held.size() - 1).getValueNode()));
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        return new Edit(
                end,
                end,
                entries.stream().map(entry -> lineEnd + indent + entry).collect(Collectors.joining()));
    }

    /** Where the last letter of a node stands: the end of a block is where the next begins, lines and comments later. */
    private int endOf(Node node) {
        if (isBlock(node)) {
            List<NodeTuple> entries = ((MappingNode) node).getValue();
            return endOf(entries.get(entries.size() - 1).getValueNode());
        }
        if (node instanceof SequenceNode list
                && list.getFlowStyle() != DumperOptions.FlowStyle.FLOW
                && !list.getValue().isEmpty()) {
            return endOf(list.getValue().get(list.getValue().size() - 1));
        }
        return place(node.getEndMark());
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        int line = end < 0 ? text.length() : end;
        return line > 0 && text.charAt(line - 1) == '\r' ? line - 1 : line;
    }

    private Edit replaced(Node node, String by) {
        return new Edit(place(node.getStartMark()), endOf(node), by);
    }

    /** Marks count characters, not the halves of pairs. */
    private int place(@Nullable Mark mark) {
        return text.offsetByCodePoints(0, mark(mark).getIndex());
    }

    private static Mark mark(@Nullable Mark mark) {
        return java.util.Objects.requireNonNull(mark, "a node that was read from a text has its place");
    }

    private static Optional<Node> find(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    /** A scalar as it stands, or in quotes where it would mean something else. */
    static String quoted(String scalar) {
        return scalar.matches("[\\p{L}][\\p{L}\\p{N}/._-]*( [\\p{L}\\p{N}/._()&-]+)*")
                ? scalar
                : '"' + scalar.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
