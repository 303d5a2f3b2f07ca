// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A plan as a matrix file again, with nothing left to resolve: profile, filters and arguments applied, every default and
 * every requested setting written out. Read again, it gives the same cells, gate and claims; a claim whose
 * cells a filter has left out is left out, too.
 */
public final class ResolvedMatrix {

    private static final DumpSettings SETTINGS_IN_LINES = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setWidth(110)
            .build();

    private ResolvedMatrix() {}

    /** The text of the file. */
    public static String yaml(MatrixFile file, Plan plan, long seed) {
        MatrixSpec spec = file.spec();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", MatrixSpecReader.SCHEMA);
        root.put("title", spec.title());
        root.put("question", spec.question());
        root.putAll(ResolvedCommands.targets(spec));
        root.put(
                "include",
                plan.cells().stream().flatMap(ResolvedMatrix::settings).toList());
        plan.reference().ifPresent(reference -> {
            Map<String, String> requested = spec.referenceCell().orElse(Map.of());
            root.put("reference_cell", setting(reference.cell().with(requested).axes()));
            root.put(
                    "options",
                    plan.options().stream().map(o -> option(o.option())).toList());
        });
        ResolvedClaims claims = ResolvedClaims.of(plan);
        if (!claims.written().isEmpty()) {
            root.put("claims", claims.written());
        }
        root.put("budget", budget(spec.budget()));
        root.put("measure", measure(spec.protocol(), seed));
        spec.gate().ifPresent(gate -> root.put("gate", ResolvedGate.of(gate)));
        root.put("hooks", ResolvedCommands.hooks(spec.hooks()));
        root.values().removeIf(value -> value instanceof Map<?, ?> map && map.isEmpty());
        String origin = file.locations().fileName()
                + spec.profile().map(p -> " with profile " + p).orElse("");
        return "# Resolved from " + origin + ".\n" + claims.comment() + new Dump(SETTINGS_IN_LINES).dumpToString(root);
    }

    /** The cell first: a cell keeps the first value of an axis that is no number. */
    private static Stream<Map<String, Object>> settings(PlannedCell planned) {
        return Stream.concat(Stream.of(planned.cell()), planned.merged().stream())
                .map(cell -> setting(cell.axes()));
    }

    static Map<String, Object> setting(Map<String, String> axes) {
        Map<String, Object> typed = new LinkedHashMap<>();
        axes.forEach((axis, value) -> typed.put(axis, typed(axis, value)));
        return typed;
    }

    private static Object typed(String axis, String value) {
        Set<Axis> typed = EnumSet.complementOf(EnumSet.of(Axis.DATASET, Axis.MODE));
        if (Axis.of(axis).filter(typed::contains).isEmpty()) {
            return value;
        }
        return value.matches("\\d+") ? Long.valueOf(value) : Boolean.valueOf(value);
    }

    private static Map<String, Object> option(Option option) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", option.name());
        written.put("set", setting(option.set()));
        option.stated().ifPresent(stated -> {
            Map<String, Object> promise = new LinkedHashMap<>();
            promise.put("times", stated.low() == stated.high() ? stated.low() : List.of(stated.low(), stated.high()));
            stated.where().ifPresent(where -> promise.put("where", where));
            written.put("stated", promise);
        });
        return written;
    }

    private static Map<String, Object> budget(Budget budget) {
        Map<String, Object> written = new LinkedHashMap<>();
        budget.rssBytes().ifPresent(bytes -> written.put("rss", Quantity.text(bytes)));
        budget.wall().ifPresent(wall -> written.put("wall", Quantity.text(wall)));
        return written;
    }

    private static Map<String, Object> measure(Protocol protocol, long seed) {
        Map<String, Object> written = ordered(
                "forks", protocol.forks(),
                "max_forks", protocol.maxForks(),
                "precision", Quantity.percent(protocol.precision()),
                "warmup", Map.of("forks", protocol.warmupForks()),
                "twin", protocol.twin(),
                "repeat_contaminated", protocol.repeats(),
                "max_failures", protocol.maxFailures());
        protocol.budget().ifPresent(budget -> written.put("budget", Quantity.text(budget)));
        written.putAll(ordered(
                "timeout", Quantity.text(protocol.timeout()),
                "stall_timeout", Quantity.text(protocol.stallTimeout()),
                "sample_period", Quantity.text(protocol.samplePeriod()),
                "seed", seed));
        return written;
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
