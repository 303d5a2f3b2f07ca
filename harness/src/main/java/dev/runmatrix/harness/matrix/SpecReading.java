// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** One pass over one tree, profile already merged in: nodes become a spec, or problems. */
final class SpecReading {

    private static final Map<String, String> REQUIRED = required();

    private final NodeReader reader;
    private final SettingReader settings;
    private final CommandReader commands;
    private final GateReader gates;
    private final List<String> shippedJvmArgs;
    private final Engines engines;
    private final Set<String> declared;

    SpecReading(Problems problems, AxisNames axes, Set<String> datasets, List<String> shippedJvmArgs, Engines engines) {
        this.reader = new NodeReader(problems);
        this.settings = new SettingReader(reader, datasets, axes);
        this.commands = new CommandReader(reader, settings, axes);
        this.gates = new GateReader(reader, new CellsReader(reader, axes.allowed()));
        this.shippedJvmArgs = shippedJvmArgs;
        this.engines = engines;
        this.declared = axes.declared();
    }

    /** What the tree says. Where it is at fault the problems say so, and the result is not to be used. */
    Optional<MatrixFile> read(Node root, Optional<String> profile) {
        return reader.mapping(root, "", Section.MATRIX).map(top -> matrix(top, profile));
    }

    private MatrixFile matrix(Mapping top, Optional<String> profile) {
        top.require(REQUIRED);
        top.read("schema", (node, at) -> reader.oneOf(node, at, List.of(MatrixSpecReader.SCHEMA)));
        if (!top.has("axes") && !top.has("include")) {
            top.require(Map.of("axes", "{mode: [streaming, in-memory]}"));
        }
        Optional<Mapping> measure = top.mapping("measure", Section.MEASURE);
        Map<String, List<String>> axes = top.read("axes", settings::axes).orElse(Map.of());
        List<Map<String, String>> include = top.list("include", settings::setting);
        MatrixSpec spec = new MatrixSpec(
                top.text("title").orElse(""),
                top.text("question").orElse(""),
                axes,
                include,
                top.list("exclude", settings::setting),
                top.read("reference_cell", settings::setting),
                options(top),
                top.mapping("budget", Section.BUDGET).map(this::budget).orElseGet(SpecReading::noBudget),
                jvmArgs(top),
                new ProtocolReader(reader).read(measure),
                profile,
                targets(top, axes, include),
                top.mapping("hooks", Section.HOOKS).map(commands::hooks).orElse(Hooks.NONE),
                top.mapping("gate", Section.GATE).flatMap(gates::read),
                new ClaimReader(reader, settings).read(top));
        OptionalLong seed = measure.flatMap(m -> m.read("seed", (n, at) -> reader.whole(n, at, 0, Long.MAX_VALUE)))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        return new MatrixFile(spec, seed, List.of(), reader.problems().locations());
    }

    /** The programs of the file, and the engines that it names. */
    private List<CommandTarget> targets(
            Mapping top, Map<String, List<String>> axes, List<Map<String, String>> include) {
        List<CommandTarget> own = commands.targets(top);
        Set<String> values = new LinkedHashSet<>(axes.getOrDefault(Engines.AXIS, List.of()));
        include.forEach(
                setting -> Optional.ofNullable(setting.get(Engines.AXIS)).ifPresent(values::add));
        for (String name : engines.unknown(own, values)) {
            top.complain(
                    axes.containsKey(Engines.AXIS) ? "axes" : "include",
                    "has the engine '" + name + "', which does not come with run-matrix"
                            + Suggestion.among(name, engines.names(), "these do")
                            + "; or say how to start it: targets: [{when: {engine: " + name + "}, command: […]}]");
        }
        return engines.with(own, values, declared);
    }

    private static Map<String, String> required() {
        Map<String, String> examples = new LinkedHashMap<>();
        examples.put("schema", MatrixSpecReader.SCHEMA);
        examples.put("title", "what is measured");
        examples.put("question", "what the run is to answer");
        return examples;
    }

    private List<String> jvmArgs(Mapping top) {
        Optional<Mapping> target = top.mapping("target", Section.TARGET);
        return target.filter(t -> t.has("jvm_args"))
                .map(t -> t.list("jvm_args", this::jvmArg))
                .orElse(shippedJvmArgs);
    }

    private Optional<String> jvmArg(Node node, String at) {
        return reader.text(node, at)
                .flatMap(arg -> arg.startsWith("-")
                        ? Optional.of(arg)
                        : reader.complain(
                                node, at, "'" + arg + "' is no JVM argument; write one that begins with '-'"));
    }

    private Budget budget(Mapping budget) {
        return new Budget(
                budget.read("rss", reader::bytes),
                budget.read("wall", (node, at) -> reader.duration(node, at, Duration.ofMillis(1))));
    }

    private static Budget noBudget() {
        return new Budget(Optional.empty(), Optional.empty());
    }

    private List<Option> options(Mapping top) {
        List<Option> options = top.list("options", this::option);
        List<String> names = new ArrayList<>();
        for (Option option : options) {
            if (names.contains(option.name())) {
                top.complain("options", "two are named '" + option.name() + "'; rename one");
            }
            names.add(option.name());
        }
        return options;
    }

    private Optional<Option> option(Node node, String at) {
        return reader.mapping(node, at, Section.OPTION).map(option -> {
            option.require(Map.of("name", "Option 1"));
            option.require(Map.of("set", "{parallel_chunks: true}"));
            return new Option(
                    option.text("name").orElse(""),
                    option.read("set", settings::setting).orElse(Map.of()),
                    option.mapping("stated", Section.STATED).flatMap(this::stated));
        });
    }

    private Optional<StatedGain> stated(Mapping stated) {
        stated.require(Map.of("times", "[3, 4]"));
        Optional<String> where = stated.text("where");
        return stated.read("times", this::times).flatMap(range -> {
            double low = range.get(0);
            double high = range.get(range.size() - 1);
            if (low > high) {
                stated.complain("times", "the first number is above the second; write [least, greatest]");
                return Optional.empty();
            }
            return Optional.of(new StatedGain(low, high, where));
        });
    }

    private Optional<List<Double>> times(Node node, String at) {
        if (NodeReader.plain(node).isPresent()) {
            return reader.positive(node, at).map(List::of);
        }
        List<Double> range = reader.list(node, at, reader::positive);
        return Stream.of(range).filter(r -> r.size() == 2).findFirst().or(() -> {
            return reader.complain(node, at, "write one number, 2, or the least and the greatest, [3, 4]");
        });
    }
}
