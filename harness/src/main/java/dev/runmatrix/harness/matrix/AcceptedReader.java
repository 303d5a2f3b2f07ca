// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import dev.runmatrix.harness.matrix.Accepted.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@value #FILE}, which stands beside a matrix file and says which broken rules of its gate are accepted, and why. */
public final class AcceptedReader {

    /** Name of the file. */
    public static final String FILE = "accepted.yaml";

    /** What the key {@code schema} of the file says. */
    public static final String SCHEMA = "run-matrix/accepted/v1";

    private static final YamlTree.Kind KIND = new YamlTree.Kind("a file of what is accepted", "schema: " + SCHEMA);
    private static final Limits LIMITS = new Limits(1 << 18, 20_000, 8, 1, 1);
    private static final int MOST_ENTRIES = 500;
    private static final int LONGEST_TEXT = 500;
    private static final String UP_TO = "up_to";
    private static final List<String> TOP = List.of("schema", "accepted");
    private static final List<String> ENTRY =
            List.of("cells", "metric", UP_TO, "reason", "author", "expires", "baseline");

    private final NodeReader reader;
    private final CellsReader cells;

    private AcceptedReader(Problems problems) {
        this.reader = new NodeReader(problems);
        this.cells = new CellsReader(reader, List.of());
    }

    /**
     * What is accepted beside a matrix file; nothing where there is no such file.
     *
     * @param folder the folder of the matrix file
     * @throws IOException if the file exists but cannot be read
     * @throws ConfigException with everything that is wrong with the file
     */
    public static List<Accepted> beside(Path folder) throws IOException, ConfigException {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? read(file) : List.of();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the file exists but cannot be read
     * @throws ConfigException with everything that is wrong with the file
     */
    public static List<Accepted> read(Path file) throws IOException, ConfigException {
        Problems problems = new Problems(file.toString());
        Node root = YamlTree.read(file, KIND, LIMITS, problems);
        List<Accepted> entries = new AcceptedReader(problems).all(root);
        problems.throwIfAny();
        return entries;
    }

    private List<Accepted> all(Node root) {
        Optional<Mapping> top = reader.mapping(root, "", TOP, "");
        top.ifPresent(mapping -> mapping.require(ordered("schema", SCHEMA, "accepted", "[]")));
        top.ifPresent(mapping -> mapping.read("schema", (node, at) -> reader.oneOf(node, at, List.of(SCHEMA))));
        List<Accepted> entries =
                top.map(mapping -> mapping.list("accepted", this::entry)).orElse(List.of());
        if (entries.size() > MOST_ENTRIES) {
            top.ifPresent(mapping ->
                    mapping.complain("accepted", "are more than " + MOST_ENTRIES + "; remove what has expired"));
        }
        return entries;
    }

    private Optional<Accepted> entry(Node node, String at) {
        return reader.mapping(node, at, ENTRY, "").flatMap(entry -> entry(entry, at));
    }

    private Optional<Accepted> entry(Mapping entry, String at) {
        entry.require(ordered("cells", "mode=streaming", "metric", "wall", UP_TO, "12%"));
        entry.require(ordered("reason", "why that is", "author", "who decided it", "expires", "2027-01-31"));
        Optional<CellFilter> named = entry.read("cells", cells::read);
        Optional<GateMetric> metric = entry.read("metric", (value, key) -> reader.oneOf(value, key, GateMetric.keys()))
                .flatMap(GateMetric::of);
        Optional<String> reason = entry.read("reason", this::words);
        Optional<String> author = entry.read("author", this::words);
        Optional<LocalDate> expires = entry.read("expires", this::day);
        Optional<String> baseline = entry.read("baseline", this::words);
        Optional<UpTo> upTo = metric.flatMap(m -> entry.read(UP_TO, (value, key) -> upTo(m, value, key)));
        if (entry.has("baseline") && upTo.filter(u -> u.extent == Extent.AMOUNT).isPresent()) {
            entry.complain("baseline", "is for increases, up_to: 12%; a fixed bound knows none, leave it away");
        }
        if (named.isEmpty() || reason.isEmpty() || author.isEmpty() || expires.isEmpty()) {
            return Optional.empty();
        }
        String where = reader.problems().locations().line(at);
        return upTo.map(u -> new Accepted(
                named.get(),
                metric.orElseThrow(),
                u.extent,
                u.value,
                reason.get(),
                author.get(),
                expires.get(),
                baseline,
                where));
    }

    private Optional<UpTo> upTo(GateMetric metric, Node node, String at) {
        if (NodeReader.plain(node).filter(text -> text.endsWith("%")).isPresent()) {
            return reader.share(node, at)
                    .flatMap(share -> share > 0
                            ? Optional.of(new UpTo(Extent.SHARE, share))
                            : reader.complain(node, at, "must be above 0"));
        }
        if (metric != GateMetric.CORES_USED && number(node)) {
            return reader.complain(
                    node, at, "has no unit; write a share such as 12%, or " + example(metric) + " for a fixed bound");
        }
        return new GateReader(reader, cells).amount(metric, node, at).map(amount -> new UpTo(Extent.AMOUNT, amount));
    }

    private static boolean number(Node node) {
        return NodeReader.plain(node)
                .filter(text -> text.matches("\\d+(\\.\\d+)?"))
                .isPresent();
    }

    private static String example(GateMetric metric) {
        return metric == GateMetric.PEAK_RSS ? "4GB" : "30s";
    }

    private Optional<String> words(Node node, String at) {
        return reader.text(node, at)
                .flatMap(text -> text.length() <= LONGEST_TEXT
                        ? Optional.of(text)
                        : reader.complain(node, at, "is longer than " + LONGEST_TEXT + " characters; shorten it"));
    }

    private Optional<LocalDate> day(Node node, String at) {
        Optional<String> text = reader.text(node, at);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return reader.complain(
                    node, at, "'" + text.orElse("") + "' is no day; write it as 2027-01-31, year, month, day");
        }
    }

    private static Map<String, String> ordered(String... keysAndExamples) {
        Map<String, String> examples = new LinkedHashMap<>();
        for (int i = 0; i < keysAndExamples.length; i += 2) {
            examples.put(keysAndExamples[i], keysAndExamples[i + 1]);
        }
        return examples;
    }

    private record UpTo(Extent extent, double value) {}
}
