// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The validated content of {@code run-matrix.yaml}, with the chosen profile applied.
 *
 * @param title heading of the report
 * @param question what the run is to answer
 * @param axes axis name to its values, canonical text, in declaration order
 * @param include settings to add or extend, with the meaning GitHub Actions gives them
 * @param exclude partial settings to remove
 * @param referenceCell the setting others are compared with, complete or partial, absent: none
 * @param options proposals, each a change to the reference cell
 * @param budget what a recommended configuration may cost
 * @param jvmArgs arguments of the measured JVMs, complete: nothing is inherited
 * @param protocol how each cell is measured
 * @param profile the profile that was applied, absent: the file's top level
 * @param commands programs that are measured instead of the aggregator, each in the cells that it names
 * @param hooks commands around the forks
 * @param gate what the run must keep to pass; absent: nothing
 * @param claims what is stated of its cells, in the order of the file; empty in runs of earlier versions
 */
public record MatrixSpec(
        String title,
        String question,
        Map<String, List<String>> axes,
        List<Map<String, String>> include,
        List<Map<String, String>> exclude,
        Optional<Map<String, String>> referenceCell,
        List<Option> options,
        Budget budget,
        List<String> jvmArgs,
        Protocol protocol,
        Optional<String> profile,
        List<CommandTarget> commands,
        Hooks hooks,
        Optional<Gate> gate,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Claim> claims) {

    public MatrixSpec {
        axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        options = List.copyOf(options);
        jvmArgs = List.copyOf(jvmArgs);
        commands = List.copyOf(commands);
        claims = List.copyOf(claims);
    }

    /** A matrix that states nothing. */
    public MatrixSpec(
            String title,
            String question,
            Map<String, List<String>> axes,
            List<Map<String, String>> include,
            List<Map<String, String>> exclude,
            Optional<Map<String, String>> referenceCell,
            List<Option> options,
            Budget budget,
            List<String> jvmArgs,
            Protocol protocol,
            Optional<String> profile,
            List<CommandTarget> commands,
            Hooks hooks,
            Optional<Gate> gate) {
        this(
                title,
                question,
                axes,
                include,
                exclude,
                referenceCell,
                options,
                budget,
                jvmArgs,
                protocol,
                profile,
                commands,
                hooks,
                gate,
                List.of());
    }

    /** The program that a cell measures; absent where that is the aggregator in a JVM of its own. */
    public Optional<CommandTarget> commandOf(Cell cell) {
        return commands.stream().filter(command -> command.covers(cell)).findFirst();
    }

    /** This spec with the texts that programs are started with changed. */
    public MatrixSpec withProgramTexts(UnaryOperator<String> change) {
        return new MatrixSpec(
                title,
                question,
                axes,
                include,
                exclude,
                referenceCell,
                options,
                budget,
                jvmArgs.stream().map(change).toList(),
                protocol,
                profile,
                commands.stream().map(command -> command.withTexts(change)).toList(),
                hooks.withTexts(change),
                gate,
                claims);
    }
}
