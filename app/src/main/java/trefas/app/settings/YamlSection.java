package trefas.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One mapping of a YAML file. Values are asked for by key; what is wrong goes into the list of problems with its
/// line, and so does every key nobody asked for.
final class YamlSection {

    /// Values of one list in a file.
    static final int LIST_MAX = 100;

    private final String file;
    private final String path;
    private final MappingNode mapping;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> problems;

    private YamlSection(String file, String path, MappingNode mapping, List<String> problems) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
        this.problems = problems;
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                if (entries.put(key.getValue(), entry) != null) {
                    problem(key, "\"" + oneLine(key.getValue()) + "\" stands here twice");
                }
            } else {
                problem(entry.getKeyNode(), "a key must be a word");
            }
        }
    }

    /// The whole file. Anything but a mapping is a problem and reads as an empty one.
    static YamlSection root(String file, Optional<Node> root, List<String> problems) {
        if (root.isPresent() && !(root.get() instanceof MappingNode)) {
            problems.add(file + ": expected keys such as \"meter:\" and \"ports:\"");
        }
        MappingNode mapping = root.isPresent() && root.get() instanceof MappingNode found ? found : empty();
        return new YamlSection(file, "", mapping, problems);
    }

    /// A part of its own, or empty when the key is not there or has nothing behind it.
    Optional<YamlSection> section(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlSection(file, path(key), mapping, problems));
            }
            if (node instanceof ScalarNode nothing && nothing.getTag().equals(Tag.NULL)) {
                return Optional.empty();
            }
            problem(node, path(key) + " is a single value, expected keys below it");
            return Optional.empty();
        });
    }

    /// A value in words that `reader` understands.
    ///
    /// @param expected what the reader understands, in words for whoever wrote the file
    <T> Optional<T> value(String key, String expected, Function<String, Optional<T>> reader) {
        return node(key).flatMap(node -> read(key, node, expected, reader));
    }

    /// Like [#value], for what must not be printed: a problem tells what was expected, not what was found.
    <T> Optional<T> secret(String key, String expected, Function<String, Optional<T>> reader) {
        return node(key).flatMap(node -> {
            Optional<T> value = node instanceof ScalarNode scalar ? reader.apply(scalar.getValue()) : Optional.empty();
            if (value.isEmpty()) {
                problem(node, path(key) + " is not what it must be: " + expected);
            }
            return value;
        });
    }

    /// A path, taken from this folder when it is relative.
    Optional<Path> path(String key, Path folder) {
        return value(key, "a path", text -> {
            try {
                return text.isBlank() ? Optional.empty() : Optional.of(folder.resolve(text));
            } catch (InvalidPathException unusable) {
                return Optional.empty();
            }
        });
    }

    Optional<Integer> whole(String key, int min, int max) {
        return value(key, "a whole number from " + min + " to " + max, text -> {
            try {
                int number = Integer.parseInt(text);
                return number >= min && number <= max ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        });
    }

    /// A list whose every element `reader` understands; empty when the key is not there or something is wrong.
    <T> Optional<List<T>> list(String key, String expected, Function<String, Optional<T>> reader) {
        return list(key, LIST_MAX, expected, reader);
    }

    /// The same for a list that may be longer or must be shorter.
    <T> Optional<List<T>> list(String key, int sizeMax, String expected, Function<String, Optional<T>> reader) {
        return node(key).flatMap(node -> {
            if (!(node instanceof SequenceNode sequence) || sequence.getValue().size() > sizeMax) {
                problem(node, path(key) + " must be a list in brackets of at most " + sizeMax + " values");
                return Optional.empty();
            }
            var values = new ArrayList<T>();
            for (Node element : sequence.getValue()) {
                Optional<T> value = read(key, element, expected, reader);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.add(value.get());
            }
            return Optional.of(List.copyOf(values));
        });
    }

    /// A list whose every element has keys below it; what is none of these is a problem and left out. Empty when the
    /// key is not there or has nothing behind it.
    List<YamlSection> sections(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()
                || (node.get() instanceof ScalarNode nothing && nothing.getTag().equals(Tag.NULL))) {
            return List.of();
        }
        if (!(node.get() instanceof SequenceNode sequence)
                || sequence.getValue().size() > LIST_MAX) {
            problem(node.get(), path(key) + " must be a list of at most " + LIST_MAX + " parts with keys of their own");
            return List.of();
        }
        var sections = new ArrayList<YamlSection>();
        int number = 1;
        for (Node element : sequence.getValue()) {
            String name = path(key) + "." + number++;
            if (element instanceof MappingNode mapping) {
                sections.add(new YamlSection(file, name, mapping, problems));
            } else {
                problem(element, name + " must have keys below it");
            }
        }
        return sections;
    }

    /// All keys and values of this part, where the keys are for `keyReader` to understand. Empty when something is
    /// wrong.
    ///
    /// @param maker makes an element of a key and a value
    <K, V, T> Optional<List<T>> pairs(
            String expectedKey,
            Function<String, Optional<K>> keyReader,
            String expectedValue,
            Function<String, Optional<V>> valueReader,
            BiFunction<K, V, T> maker) {
        var pairs = new ArrayList<T>();
        int right = 0;
        for (String key : entries.keySet()) {
            Optional<K> first = keyReader.apply(key);
            if (first.isEmpty()) {
                problem(key, oneLine(path(key)) + " is not understood, expected " + expectedKey);
            }
            Optional<V> second = value(key, expectedValue, valueReader);
            if (first.isPresent() && second.isPresent()) {
                pairs.add(maker.apply(first.get(), second.get()));
                right++;
            }
        }
        return right == entries.size() ? Optional.of(List.copyOf(pairs)) : Optional.empty();
    }

    /// Where this part stands, as its keys tell it: meter.tariff.
    String path() {
        return path;
    }

    /// To be called last: keys nobody asked for are mistakes, not comments.
    void refuseOthers() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key) && !refused.contains(key)) {
                problem(
                        entry.getKeyNode(),
                        "unknown key \"" + oneLine(path(key)) + "\", expected one of " + String.join(", ", known));
            }
        });
    }

    /// For a key that other meters have and this one must not: told with its reason, not as unknown.
    void refuse(String key, String reason) {
        if (has(key)) {
            refused.add(key);
            problem(key, reason);
        }
    }

    /// Adds a problem found later about the value of a key, or about a key that is not there.
    void problem(String key, String what) {
        NodeTuple entry = entries.get(key);
        problem(entry == null ? mapping : entry.getKeyNode(), what);
    }

    /// How many elements a list has, right or not; 0 when there is no list.
    int size(String key) {
        NodeTuple entry = entries.get(key);
        return entry != null && entry.getValueNode() instanceof SequenceNode sequence
                ? sequence.getValue().size()
                : 0;
    }

    /// Whether a key has a list behind it, be it empty.
    boolean isList(String key) {
        NodeTuple entry = entries.get(key);
        return entry != null && entry.getValueNode() instanceof SequenceNode;
    }

    /// Whether a key has nothing behind it.
    boolean isNothing(String key) {
        NodeTuple entry = entries.get(key);
        return entry != null
                && entry.getValueNode() instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.NULL);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    private Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    private <T> Optional<T> read(String key, Node node, String expected, Function<String, Optional<T>> reader) {
        if (!(node instanceof ScalarNode scalar)) {
            problem(node, path(key) + " must be one value, expected " + expected);
            return Optional.empty();
        }
        Optional<T> value = reader.apply(scalar.getValue());
        if (value.isEmpty()) {
            problem(node, path(key) + " is \"" + oneLine(scalar.getValue()) + "\", expected " + expected);
        }
        return value;
    }

    /// A value may run over several lines, a problem must not.
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private void problem(Node at, String what) {
        Optional<Integer> line = at.getStartMark().map(Mark::getLine).map(fromZero -> fromZero + 1);
        problems.add(file + line.map(number -> ", line " + number).orElse("") + ": " + what);
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static MappingNode empty() {
        return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
    }
}
