// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Other engines that come with run-matrix, each a program that makes the same summary. They stand in a matrix as values of
 * the axis {@value #AXIS}, beside {@value #BUILTIN} for the aggregator itself; a file need not say how to start them.
 *
 * @param commands name to the program and its arguments; an argument that names an axis, and the option before it, are
 *     left out where the matrix has no such axis
 */
public record Engines(Map<String, List<String>> commands) {

    /** The axis whose values name engines. */
    public static final String AXIS = "engine";

    /** The aggregator of run-matrix. */
    public static final String BUILTIN = "builtin";

    /** No other engine is at hand. */
    public static final Engines NONE = new Engines(Map.of());

    public Engines {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        commands.forEach((name, command) -> copy.put(name, List.copyOf(command)));
        commands = Collections.unmodifiableMap(copy);
    }

    /** Whether an axis has a meaning of its own, without a target that makes use of it. */
    boolean give(String axis) {
        return axis.equals(AXIS) && !commands.isEmpty();
    }

    /** All values of the axis that need no target. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(BUILTIN));
        names.addAll(commands.keySet());
        return names;
    }

    /**
     * The targets of a matrix, with those of its engines that it does not say how to start.
     *
     * @param own what the file gives, in its order
     * @param values the values of the axis in this matrix
     * @param declared all axes that have values in it
     */
    List<CommandTarget> with(List<CommandTarget> own, Set<String> values, Set<String> declared) {
        List<CommandTarget> all = new ArrayList<>(own);
        for (String name : values) {
            if (commands.containsKey(name) && own.stream().noneMatch(target -> isOf(target, name))) {
                all.add(last(all), target(name, declared));
            }
        }
        return all;
    }

    /** The values that neither come with run-matrix nor are told how to start; none where no engine comes along. */
    Set<String> unknown(List<CommandTarget> own, Set<String> values) {
        if (commands.isEmpty()) {
            return Set.of();
        }
        Set<String> unknown = new LinkedHashSet<>(values);
        names().forEach(unknown::remove);
        unknown.removeIf(name -> own.stream().anyMatch(target -> isOf(target, name) || IgnoredAxes.uses(target, AXIS)));
        return unknown;
    }

    private static boolean isOf(CommandTarget target, String name) {
        return target.when().isEmpty() || name.equals(target.when().get(AXIS));
    }

    /** Before the target of all other cells, if there is one. */
    private static int last(List<CommandTarget> targets) {
        int size = targets.size();
        return size > 0 && targets.get(size - 1).when().isEmpty() ? size - 1 : size;
    }

    private CommandTarget target(String name, Set<String> declared) {
        List<String> command = new ArrayList<>();
        for (String argument : commands.getOrDefault(name, List.of())) {
            if (Placeholders.names(argument).stream()
                    .allMatch(axis -> Placeholders.RESERVED.contains(axis) || declared.contains(axis))) {
                command.add(argument);
            } else {
                command.remove(command.size() - 1);
            }
        }
        return new CommandTarget(Map.of(AXIS, name), command, Map.of(), Optional.empty(), Optional.empty());
    }
}
