package org.vigil.declaration;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file whose keys are known beforehand. Every scalar is read as the text that stands in the file, so that {@code NO},
 * {@code 007} and {@code 2024-01-01} mean themselves. A question that the file answers wrongly is reported to the problems and answered as if
 * the key were absent, so that reading can go on to the end.
 */
public final class Declaration {
    private final String file;
    private final String path;
    private final Problems problems;
    private final MappingNode node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    private Declaration(String file, String path, MappingNode node, Problems problems) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.problems = problems;
        for (NodeTuple entry : node.getValue()) {
            add(entry);
        }
    }

    /**
     * Reads the one mapping that a file is.
     *
     * @param file name of the file for messages
     * @param text content of the file
     * @param keys the allowed keys; others are problems
     * @return nothing if the text is not YAML or not a mapping, which is then a problem
     */
    public static Optional<Declaration> read(String file, String text, List<String> keys, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        try {
            @Nullable Node root = new Yaml(options).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                Declaration declaration = new Declaration(file, "", mapping, problems);
                declaration.allow(keys);
                return Optional.of(declaration);
            }
            String found = root == null ? "the file is empty" : "the file is not a list of keys with values";
            problems.add(
                    file, root == null ? 0 : line(root), found, "keys such as " + first(keys), "Write key: value.");
        } catch (MarkedYAMLException e) {
            @Nullable Mark mark = e.getProblemMark();
            String reason =
                    e.getProblem() == null ? "the text is not YAML" : "the text is not YAML (" + e.getProblem() + ")";
            problems.add(
                    file, mark == null ? 0 : mark.getLine() + 1, reason, "", "Check indentation, colons and quotes.");
        } catch (YAMLException e) {
            problems.add(file, 0, "the text is not YAML", "one document", "Check indentation, colons and quotes.");
        }
        return Optional.empty();
    }

    /** The text of a key that must be there; empty if it is not, which is a problem. */
    public String text(String key, String expected) {
        Optional<String> text = findText(key);
        if (text.isEmpty() && !entries.containsKey(key)) {
            missing(key, expected);
        }
        return text.orElse("");
    }

    /** The text of a key that may be absent. */
    public Optional<String> findText(String key) {
        return find(key).flatMap(value -> {
            if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                return Optional.of(scalar.getValue());
            }
            problem(key, name(key) + " is " + kind(value), "a text", "Write " + key + ": and the text on one line.");
            return Optional.empty();
        });
    }

    /** The texts of a key that holds one text or a list of them; empty if the key is absent. */
    public List<String> texts(String key) {
        return find(key).map(value -> texts(name(key), value)).orElse(List.of());
    }

    /** What the text of a key means among allowed words; nothing if the key is absent or the word unknown. */
    public <T> Optional<T> findOneOf(String key, Map<String, T> allowed) {
        return findText(key).flatMap(word -> {
            Optional<T> meaning = Optional.ofNullable(allowed.get(word));
            if (meaning.isEmpty()) {
                unknownWord(line(key), name(key), word, allowed.keySet());
            }
            return meaning;
        });
    }

    /** As {@link #findOneOf}, for a key that must be there. */
    public <T> Optional<T> oneOf(String key, Map<String, T> allowed) {
        if (!entries.containsKey(key)) {
            missing(key, "one of " + listed(allowed.keySet()));
        }
        return findOneOf(key, allowed);
    }

    /** True or false. */
    public boolean yesNo(String key, boolean whenAbsent) {
        return findOneOf(key, new TreeMap<>(Map.of("true", true, "false", false)))
                .orElse(whenAbsent);
    }

    /** A whole number from {@code least} to {@code most}; nothing if the key is absent. */
    public Optional<Integer> findWholeNumber(String key, int least, int most) {
        return findText(key).flatMap(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException e) {
                // Reported below with the numbers that are out of range.
            }
            String expected = "a whole number from " + least + " to " + most;
            problem(key, name(key) + " is \"" + text + "\"", expected, "Write such a number.");
            return Optional.empty();
        });
    }

    /** A share from 0 to 1; nothing if the key is absent. */
    public Optional<Double> findShare(String key) {
        return findText(key).flatMap(text -> {
            try {
                double share = Double.parseDouble(text);
                if (share >= 0 && share <= 1) {
                    return Optional.of(share);
                }
            } catch (NumberFormatException e) {
                // Reported below with the shares that are out of range.
            }
            problem(key, name(key) + " is \"" + text + "\"", "a share from 0 to 1", "Write 0.02 for 2 per cent.");
            return Optional.empty();
        });
    }

    /** A date as {@code 2024-06-30}; nothing if the key is absent. */
    public Optional<LocalDate> findDate(String key) {
        return findText(key).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                problem(key, name(key) + " is \"" + text + "\"", "a date", "Write year-month-day, as 2024-06-30.");
                return Optional.empty();
            }
        });
    }

    /** Whether the value is a mapping rather than a text; false if the key is absent. */
    public boolean isMapping(String key) {
        return find(key).filter(MappingNode.class::isInstance).isPresent();
    }

    /** A mapping with known keys inside this one; nothing if the key is absent. */
    public Optional<Declaration> findMapping(String key, List<String> keys) {
        return find(key).flatMap(value -> child(name(key), value, keys));
    }

    /** As {@link #findMapping}, for a key that must be there. */
    public Optional<Declaration> mapping(String key, List<String> keys) {
        if (!entries.containsKey(key)) {
            missing(key, "keys such as " + first(keys));
        }
        return findMapping(key, keys);
    }

    /** A list of mappings with known keys; empty if the key is absent. */
    public List<Declaration> mappings(String key, List<String> keys) {
        Optional<Node> value = find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode list) {
            List<Declaration> declarations = new ArrayList<>();
            for (int i = 0; i < list.getValue().size(); i++) {
                child(name(key) + "[" + (i + 1) + "]", list.getValue().get(i), keys)
                        .ifPresent(declarations::add);
            }
            return declarations;
        }
        String remedy = "Start each of them with a dash.";
        problem(key, name(key) + " is " + kind(value.get()), "a list", remedy);
        return List.of();
    }

    /** The entries of a mapping whose keys are the publisher's words; empty if the key is absent. */
    public List<Label> labels(String key) {
        return labels(key, Declaration::texts);
    }

    /** As {@link #labels}, but an empty list says that a label has no code. */
    public List<Label> labelsWithOrWithoutCodes(String key) {
        return labels(
                key,
                (open, where, value) ->
                        value instanceof SequenceNode list && list.getValue().isEmpty()
                                ? List.of()
                                : open.texts(where, value));
    }

    /** Reads the codes of one label. */
    @FunctionalInterface
    private interface Codes {
        List<String> read(Declaration open, String where, Node value);
    }

    private List<Label> labels(String key, Codes codes) {
        Optional<Node> value = find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof MappingNode mapping)) {
            problem(key, name(key) + " is " + kind(value.get()), "label: code", "Write one label a line.");
            return List.of();
        }
        Declaration open = new Declaration(file, name(key), mapping, problems);
        List<Label> labels = new ArrayList<>();
        open.entries.forEach((label, entry) -> {
            String where = name(key) + " \"" + label + "\"";
            labels.add(new Label(label, codes.read(open, where, entry.getValueNode()), line(entry.getKeyNode())));
        });
        return labels;
    }

    /** Line of the first text below a key, at any depth and keys included, that fits; for texts that no message may repeat. */
    public OptionalInt findLineOfText(String key, Predicate<String> test) {
        return find(key).map(value -> findLine(value, test)).orElse(OptionalInt.empty());
    }

    private static OptionalInt findLine(Node value, Predicate<String> test) {
        if (value instanceof ScalarNode scalar) {
            return test.test(scalar.getValue()) ? OptionalInt.of(line(value)) : OptionalInt.empty();
        }
        Stream<Node> inside = value instanceof SequenceNode list
                ? list.getValue().stream()
                : value instanceof MappingNode mapping
                        ? mapping.getValue().stream()
                                .flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()))
                        : Stream.of();
        return inside.map(node -> findLine(node, test))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** Whether the key is there, whatever its value. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The keys that are there, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Line of a key, or of this mapping if the key is absent. */
    public int line(String key) {
        NodeTuple entry = entries.get(key);
        return entry == null ? line() : line(entry.getKeyNode());
    }

    /** Line on which this mapping starts. */
    public int line() {
        return line(node);
    }

    /** The key with the keys that lead to it: {@code fields.area.column}. */
    public String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Reports a problem at the line of a key. */
    public void problem(String key, String found, String expected, String remedy) {
        problems.add(file, line(key), found, expected, remedy);
    }

    /** Reports a problem at a line of this file. */
    public void problemAt(int line, String found, String expected, String remedy) {
        problems.add(file, line, found, expected, remedy);
    }

    /** Reports a word that is not among the allowed ones, and the nearest that is. */
    public void unknownWord(int line, String what, String word, Collection<String> allowed) {
        problems.add(
                file,
                line,
                what + " is \"" + word + "\"",
                "one of " + listed(allowed),
                NearestWord.find(word, allowed)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Write one of these."));
    }

    /** All of it as text that does not depend on comments, quotes, layout or the order of keys: the same meaning, the same text. */
    public String canonicalText() {
        StringBuilder text = new StringBuilder();
        writeCanonical(node, text);
        return text.toString();
    }

    private void add(NodeTuple entry) {
        Node keyNode = entry.getKeyNode();
        if (!(keyNode instanceof ScalarNode scalar)) {
            problems.add(file, line(keyNode), "a key is " + kind(keyNode), "a text", "Write key: value.");
            return;
        }
        NodeTuple earlier = entries.putIfAbsent(scalar.getValue(), entry);
        if (earlier != null) {
            problems.add(
                    file,
                    line(keyNode),
                    name(scalar.getValue()) + " is declared again; it stands on line " + line(earlier.getKeyNode())
                            + " already",
                    "",
                    "Remove one of the two.");
        }
    }

    private void allow(List<String> keys) {
        entries.forEach((key, entry) -> {
            if (!keys.contains(key)) {
                problems.add(
                        file,
                        line(entry.getKeyNode()),
                        "the key \"" + key + "\"" + (path.isEmpty() ? "" : " in " + path) + " is not known",
                        "one of " + listed(keys),
                        NearestWord.find(key, keys)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Remove it."));
            }
        });
    }

    private void missing(String key, String expected) {
        problems.add(file, line(), name(key) + " is missing", expected, "Add " + key + ":.");
    }

    private Optional<Node> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    private Optional<Declaration> child(String where, Node value, List<String> keys) {
        if (value instanceof MappingNode mapping) {
            Declaration child = new Declaration(file, where, mapping, problems);
            child.allow(keys);
            return Optional.of(child);
        }
        problems.add(
                file,
                line(value),
                where + " is " + kind(value),
                "keys such as " + first(keys),
                "Write each key on a line of its own, indented.");
        return Optional.empty();
    }

    private List<String> texts(String where, Node value) {
        if (value instanceof ScalarNode scalar && !isEmpty(scalar)) {
            return List.of(scalar.getValue());
        }
        if (value instanceof SequenceNode list
                && !list.getValue().isEmpty()
                && list.getValue().stream().allMatch(item -> item instanceof ScalarNode scalar && !isEmpty(scalar))) {
            return list.getValue().stream()
                    .map(item -> ((ScalarNode) item).getValue())
                    .toList();
        }
        problems.add(
                file, line(value), where + " is " + kind(value), "a text or a list of texts", "Write [one, another].");
        return List.of();
    }

    /** A value that is not written at all; {@code ""} is a text. */
    private static boolean isEmpty(ScalarNode scalar) {
        return scalar.isPlain() && scalar.getValue().isEmpty();
    }

    private static String kind(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank() ? "empty" : "the text \"" + scalar.getValue() + "\"";
        }
        if (value instanceof SequenceNode list) {
            return list.getValue().isEmpty() ? "an empty list" : "a list";
        }
        return "a group of keys";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String listed(Collection<String> words) {
        return String.join(", ", words);
    }

    private static String first(List<String> keys) {
        return keys.stream().limit(3).collect(Collectors.joining(", "));
    }

    private static void writeCanonical(Node node, StringBuilder text) {
        if (node instanceof ScalarNode scalar) {
            text.append('"')
                    .append(scalar.getValue().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        } else if (node instanceof SequenceNode list) {
            text.append('[');
            list.getValue().forEach(item -> {
                writeCanonical(item, text);
                text.append(',');
            });
            text.append(']');
        } else if (node instanceof MappingNode mapping) {
            Map<String, Node> sorted = new TreeMap<>();
            mapping.getValue().forEach(entry -> {
                StringBuilder key = new StringBuilder();
                writeCanonical(entry.getKeyNode(), key);
                sorted.put(key.toString(), entry.getValueNode());
            });
            text.append('{');
            sorted.forEach((key, value) -> {
                text.append(key).append(':');
                writeCanonical(value, text);
                text.append(',');
            });
            text.append('}');
        }
    }

    /**
     * A word of the publisher and what it means.
     *
     * @param label the word as the file has it, which may be empty
     * @param codes what it means; empty only if that was a problem
     * @param line where it stands
     */
    public record Label(String label, List<String> codes, int line) {
        public Label {
            codes = List.copyOf(codes);
        }
    }
}
