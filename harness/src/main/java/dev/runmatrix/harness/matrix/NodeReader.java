// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads values out of YAML nodes. What is wrong goes to the list of problems, and the value is then absent, so that
 * reading goes on to find the next fault.
 */
final class NodeReader {

    /** What YAML counts among the numbers, and Java writes otherwise. */
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.[A-Za-z]+");

    private static final Map<String, String> TRUTH_IN_OLDER_YAML = Map.of(
            "yes", "true", "on", "true", "y", "true", "true", "true", "no", "false", "off", "false", "n", "false",
            "false", "false");

    /** All but tab and line feed, and those that turn the direction of the text. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\u202a-\\u202e\\u2066-\\u2069&&[^\\t\\n]]");

    private final Problems problems;

    NodeReader(Problems problems) {
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    Optional<Mapping> mapping(Node node, String key, Section section) {
        if (node instanceof MappingNode mapping) {
            problems.locate(node, key);
            return Optional.of(Mapping.of(mapping, key, section.keys(), "", this));
        }
        return wrong(node, key, "write 'key: value' lines, with the keys " + String.join(", ", section.keys()));
    }

    /** A mapping whose keys are not those of a section; what is said of others ends with a hint. */
    Optional<Mapping> mapping(Node node, String key, List<String> keys, String hint) {
        if (node instanceof MappingNode mapping) {
            problems.locate(node, key);
            return Optional.of(Mapping.of(mapping, key, keys, hint, this));
        }
        return wrong(node, key, "write 'key: value' lines, with the keys " + String.join(", ", keys));
    }

    /** A mapping with keys of the user's own. */
    Optional<Map<String, Node>> variables(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, key, "write 'NAME: value' lines");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name) {
                values.putIfAbsent(name.getValue(), entry.getValueNode());
            }
        }
        return Optional.of(values);
    }

    /** The items of a list that could be read. */
    <T> List<T> list(Node node, String key, BiFunction<Node, String, Optional<T>> item) {
        List<T> read = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            problems.locate(node, key);
            int index = 0;
            for (Node each : list.getValue()) {
                String path = key + "[" + index++ + "]";
                problems.locate(each, path);
                item.apply(each, path).ifPresent(read::add);
            }
        } else {
            wrong(node, key, "write a list, [a, b]");
        }
        return read;
    }

    Optional<String> text(Node node, String key) {
        if (scalar(node, Tag.STR).isPresent()) {
            return scalar(node, Tag.STR)
                    .map(ScalarNode::getValue)
                    .filter(t -> !t.isBlank())
                    .or(() -> complain(node, key, "is blank; write some text"))
                    .flatMap(t -> printable(node, key, t));
        }
        return wrong(node, key, "write text, in quotes if it looks like a number");
    }

    /** A text as it is written, whatever it looks like; it may be empty. */
    Optional<String> anyScalar(Node node, String key) {
        return plain(node).isPresent()
                ? plain(node).flatMap(t -> printable(node, key, t))
                : wrong(node, key, "write a text");
    }

    /** Terminals and browsers would obey a control character in a title. */
    private Optional<String> printable(Node node, String key, String text) {
        Matcher control = CONTROL.matcher(text);
        if (!control.find()) {
            return Optional.of(text);
        }
        String code = String.format(Locale.ROOT, "U+%04X", (int) control.group().charAt(0));
        return complain(node, key, "holds the control character " + code + "; leave it out");
    }

    Optional<String> oneOf(Node node, String key, List<String> words) {
        return text(node, key)
                .flatMap(word -> words.contains(word)
                        ? Optional.of(word)
                        : complain(node, key, "'" + word + "' is unknown" + Suggestion.among(word, words, "use")));
    }

    Optional<Boolean> truth(Node node, String key) {
        if (scalar(node, Tag.BOOL).isPresent()) {
            return scalar(node, Tag.BOOL).map(s -> Boolean.valueOf(s.getValue()));
        }
        Optional<ScalarNode> text = scalar(node, Tag.STR);
        String meant = text.map(s -> TRUTH_IN_OLDER_YAML.get(s.getValue().toLowerCase(Locale.ROOT)))
                .orElse("");
        if (text.isPresent() && !meant.isEmpty()) {
            String quoted = text.get().isPlain() ? "'" : "\"";
            String written = quoted + text.get().getValue() + quoted;
            return complain(node, key, written + " is text in YAML 1.2; write " + meant);
        }
        return wrong(node, key, "write true or false");
    }

    Optional<Long> whole(Node node, String key, long least, long greatest) {
        Optional<ScalarNode> number = scalar(node, Tag.INT);
        if (number.isEmpty()) {
            return wrong(node, key, "write a whole number in digits alone, such as " + Math.max(least, 4));
        }
        BigInteger value = new BigInteger(number.get().getValue());
        if (value.compareTo(BigInteger.valueOf(least)) < 0) {
            return complain(node, key, value + " is not allowed; use " + least + " or more");
        }
        if (value.compareTo(BigInteger.valueOf(greatest)) > 0) {
            return complain(node, key, value + " is not allowed; use " + greatest + " or less");
        }
        return Optional.of(value.longValueExact());
    }

    /** A number above 0. */
    Optional<Double> positive(Node node, String key) {
        Optional<Double> number = scalar(node, Tag.INT)
                .or(() -> scalar(node, Tag.FLOAT))
                .map(ScalarNode::getValue)
                .filter(text -> !NO_NUMBER.matcher(text).matches())
                .map(Double::parseDouble)
                .filter(Double::isFinite);
        if (number.isEmpty()) {
            return wrong(node, key, "write a number, such as 2 or 1.5");
        }
        return number.filter(n -> n > 0).or(() -> complain(node, key, "must be above 0"));
    }

    Optional<Duration> duration(Node node, String key, Duration least) {
        Optional<Duration> read = plain(node).flatMap(Quantity::duration);
        if (read.isEmpty()) {
            return withoutUnit(node, key, "duration", Quantity.DURATIONS);
        }
        return read.filter(d -> d.compareTo(least) >= 0)
                .or(() -> complain(
                        node, key, plain(node).orElse("") + " is too short; use " + Quantity.text(least) + " or more"));
    }

    Optional<Long> bytes(Node node, String key) {
        Optional<Long> read = plain(node).flatMap(Quantity::bytes);
        if (read.isEmpty()) {
            return withoutUnit(node, key, "size", Quantity.SIZES);
        }
        return read.filter(b -> b > 0).or(() -> complain(node, key, "must be above 0"));
    }

    /** A share of one, written in percent. */
    Optional<Double> share(Node node, String key) {
        return plain(node).flatMap(Quantity::share).or(() -> withoutUnit(node, key, "share", "5% or 0.5%"));
    }

    <T> Optional<T> complain(Node node, String key, String what) {
        problems.add(node, key, what);
        return Optional.empty();
    }

    /** The text of any scalar that holds something. */
    static Optional<String> plain(Node node) {
        return node instanceof ScalarNode s && !s.getTag().equals(Tag.NULL)
                ? Optional.of(s.getValue())
                : Optional.empty();
    }

    private <T> Optional<T> withoutUnit(Node node, String key, String kind, String examples) {
        Optional<String> text = plain(node);
        if (text.filter(t -> t.matches("\\d+(\\.\\d+)?")).isPresent()) {
            return complain(node, key, text.get() + " has no unit; write " + examples);
        }
        if (text.filter(t -> t.startsWith("-")).isPresent()) {
            return complain(node, key, text.get() + " is negative; write a " + kind + " such as " + examples);
        }
        return wrong(node, key, "write a " + kind + " such as " + examples);
    }

    /** Complains that this kind of value does not belong here. */
    <T> Optional<T> wrong(Node node, String key, String wayOut) {
        return complain(node, key, describe(node) + " does not belong here; " + wayOut);
    }

    private static Optional<ScalarNode> scalar(Node node, Tag tag) {
        return node instanceof ScalarNode s && s.getTag().equals(tag) ? Optional.of(s) : Optional.empty();
    }

    private static String describe(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return plain(node).map(t -> "'" + shortened(t) + "'").orElse("an empty value");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
