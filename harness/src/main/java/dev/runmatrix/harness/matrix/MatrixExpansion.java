// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns a matrix file into a plan: cross product of the axes, {@code exclude}, {@code include}, settings that differ
 * only in axes without effect become one cell, cells get their names, and last the command line chooses among them. A
 * cell so has the same name whatever is filtered away.
 */
public final class MatrixExpansion {

    private final Limits limits;

    public MatrixExpansion(Limits limits) {
        this.limits = limits;
    }

    /**
     * Plans a matrix.
     *
     * @throws ConfigException if it asks for too much or for nothing, if a setting lacks an axis, if the reference cell
     *     is none or several, if an option is not among the cells, or if a filter names what is not there
     */
    public Plan plan(MatrixFile file, Filters filters) throws ConfigException {
        requireReasonableSize(file);
        Combinations combinations = combinations(file);
        List<CellGroup> groups = groups(file, combinations);
        PlanReferences references = PlanReferences.of(file, groups);
        PlanClaims claims = claims(file, groups, references);
        requireNoIdleClaim(file, claims);
        throwIfAny(filters.problems(groups));

        String format = nameFormat(groups);
        List<Skip> skips = new ArrayList<>();
        combinations.excluded().forEach(e -> {
            String rule = file.locations().line("exclude[" + e.rule() + "]");
            skips.add(new Skip(new Cell(e.setting()), "excluded by " + rule));
        });
        List<PlannedCell> cells = new ArrayList<>();
        List<PlannedOption> options = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            CellGroup group = groups.get(i);
            Optional<String> against = filters.reasonAgainst(group);
            if (against.isPresent()) {
                skips.add(new Skip(group.cell(), against.get()));
            } else {
                cells.add(group.planned(String.format(format, i + 1), references.isReference(group)));
            }
        }
        if (cells.isEmpty()) {
            throw new ConfigException("--only and --skip", "leave no cell to measure; loosen them");
        }
        references
                .options()
                .forEach((option, group) -> cells.stream()
                        .filter(c -> c.cell().equals(group.cell()))
                        .forEach(c -> options.add(new PlannedOption(option, c.name()))));
        return new Plan(cells, options, skips, claims.claims());
    }

    private static String nameFormat(List<CellGroup> groups) {
        return "C%0" + Math.max(2, String.valueOf(groups.size()).length()) + "d";
    }

    private static PlanClaims claims(MatrixFile file, List<CellGroup> groups, PlanReferences references) {
        String format = nameFormat(groups);
        List<PlanClaims.Named> named = new ArrayList<>();
        Optional<String> reference = Optional.empty();
        for (int i = 0; i < groups.size(); i++) {
            String name = String.format(format, i + 1);
            named.add(new PlanClaims.Named(name, groups.get(i)));
            if (references.isReference(groups.get(i))) {
                reference = Optional.of(name);
            }
        }
        return PlanClaims.of(file.spec().claims(), named, reference);
    }

    /** A claim about no cell is a mistake, unless a profile has left its cells out. */
    private static void requireNoIdleClaim(MatrixFile file, PlanClaims claims) throws ConfigException {
        if (file.spec().profile().isEmpty()
                || claims.claims().size() < file.spec().claims().size()) {
            throwIfAny(claims.idle().stream()
                    .map(part -> file.locations().problem(part.path(), part.what()))
                    .toList());
        }
    }

    /** The rules that concern nothing, as sentences. Throws what {@link #plan} without filters would. */
    List<String> idleRules(MatrixFile file) throws ConfigException {
        Plan plan = plan(file, Filters.NONE);
        Combinations combinations = combinations(file);
        Stream<String> rules = combinations.idleRules().stream()
                .map(rule -> "exclude: the rule at " + file.locations().line("exclude[" + rule + "]")
                        + " matches no setting");
        List<CellGroup> groups = groups(file, combinations);
        return Stream.of(
                        rules,
                        idleTargets(file, combinations).stream(),
                        idleGateRules(file, plan).stream(),
                        claims(file, groups, PlanReferences.of(file, groups)).notices(file.locations()))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static List<String> idleGateRules(MatrixFile file, Plan plan) {
        List<String> idle = new ArrayList<>();
        List<GateRule> rules = file.spec().gate().map(Gate::rules).orElse(List.of());
        for (int i = 0; i < rules.size(); i++) {
            if (plan.cells().stream().noneMatch(rules.get(i).cells()::names)) {
                idle.add("gate: the rule at " + file.locations().line("gate.rules[" + i + "]") + " names no cell");
            }
        }
        return idle;
    }

    /** A program that no cell measures is a mistake, unless a profile has left its cells out. */
    private static List<String> idleTargets(MatrixFile file, Combinations combinations) throws ConfigException {
        List<String> idle = new ArrayList<>();
        List<CommandTarget> targets = file.spec().commands();
        for (int i = 0; i < targets.size(); i++) {
            CommandTarget target = targets.get(i);
            String path = "targets[" + i + "]";
            if (!target.when().isEmpty()
                    && combinations.requested().stream().noneMatch(r -> target.covers(new Cell(r.setting())))) {
                if (file.spec().profile().isEmpty()) {
                    throw new ConfigException(List.of(file.locations()
                            .problem(path, "no cell has " + target.when() + "; name values that the axes have")));
                }
                idle.add("targets: the program at " + file.locations().line(path) + " is measured by no cell");
            }
        }
        return idle;
    }

    private static Combinations combinations(MatrixFile file) {
        MatrixSpec spec = file.spec();
        return Combinations.of(spec.axes(), spec.exclude(), spec.include());
    }

    private void requireReasonableSize(MatrixFile file) throws ConfigException {
        long size = Combinations.size(file.spec().axes());
        if (size > limits.settings()) {
            String count = size == Long.MAX_VALUE ? "more settings than can be counted" : size + " settings";
            throw new ConfigException(List.of(file.locations()
                    .problem("axes", "span " + count + ", more than " + limits.settings() + "; give fewer values")));
        }
    }

    private List<CellGroup> groups(MatrixFile file, Combinations combinations) throws ConfigException {
        List<Problem> incomplete = new ArrayList<>();
        combinations.requested().stream()
                .flatMap(r -> missingAxis(file, r).stream())
                .distinct()
                .forEach(incomplete::add);
        throwIfAny(incomplete);
        List<CellGroup> groups = CellGroup.of(
                file.spec().axes(),
                combinations.requested().stream()
                        .map(Combinations.Requested::setting)
                        .toList(),
                new IgnoredAxes(file.spec()));
        if (groups.isEmpty()) {
            throw new ConfigException(List.of(nothingToMeasure(file, combinations)));
        }
        if (groups.size() > limits.cells()) {
            String what = "come to " + groups.size() + " cells, more than " + limits.cells()
                    + "; exclude some, or allow them with --max-cells " + groups.size();
            throw new ConfigException(List.of(file.locations().problem("axes", what)));
        }
        return groups;
    }

    private static Problem nothingToMeasure(MatrixFile file, Combinations combinations) {
        return combinations.excluded().isEmpty()
                ? file.locations().problem("axes", "span no setting; write at least a dataset and a mode")
                : file.locations().problem("exclude", "removes every setting; nothing is left to measure");
    }

    /** An added setting needs every axis that has an effect in it, and the number of workers, which is reported. */
    private static Optional<Problem> missingAxis(MatrixFile file, Combinations.Requested requested) {
        Map<String, String> setting = requested.setting();
        IgnoredAxes effects = new IgnoredAxes(file.spec());
        Set<String> ignored = effects.in(setting);
        boolean reportsWorkers = !effects.isCommand(setting);
        return Stream.concat(effects.needed(setting).stream(), file.spec().axes().keySet().stream())
                .filter(axis -> !setting.containsKey(axis))
                .filter(axis -> (reportsWorkers && axis.equals(Axis.MAX_WORKERS.key())) || !ignored.contains(axis))
                .findFirst()
                .map(axis -> file.locations().problem(requested.source(), withoutAxis(requested.source(), axis)));
    }

    private static String withoutAxis(String source, String axis) {
        return source.equals("axes")
                ? "lack the axis " + axis + "; add it with at least one value"
                : "fits no combination of the axes, so it is a cell of its own, but it lacks " + axis + "; add it";
    }

    private static void throwIfAny(List<Problem> problems) throws ConfigException {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
