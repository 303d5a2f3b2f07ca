// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A program that some cells measure. In its texts, {@code {axis}} stands for the cell's value of an axis, {@code {out}} for
 * the file or folder to write, {@code {input}} for the folder of the cell's dataset, {@code {params}} for its parameters;
 * two braces in a row for one. A program that goes by the ending of a name writes {@code {out}.parquet} or
 * {@code {out}.csv}. What a placeholder stands for is put into its argument as it is: it makes no new arguments,
 * and no shell reads it.
 *
 * @param when the values that a cell must have; empty: every cell
 * @param command the program and its arguments, at least one
 * @param environment variables beside the harness's own
 * @param directory working directory, relative to the matrix file; absent: that of the matrix file
 * @param verify a program that ends with 0 if the output is right; absent: canonical rows of {@code {out}} are compared
 * @param build a program that is run once in a fresh checkout of a revision, at the folder of the matrix file, before that
 *     revision is measured; it has no placeholders; absent: a checkout is ready as it is
 */
public record CommandTarget(
        Map<String, String> when,
        List<String> command,
        Map<String, String> environment,
        Optional<String> directory,
        Optional<List<String>> verify,
        Optional<List<String>> build) {

    public CommandTarget {
        when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
        command = List.copyOf(command);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        verify = verify.map(List::copyOf);
        build = build.map(List::copyOf);
    }

    /** A program of which every checkout is ready as it is. */
    public CommandTarget(
            Map<String, String> when,
            List<String> command,
            Map<String, String> environment,
            Optional<String> directory,
            Optional<List<String>> verify) {
        this(when, command, environment, directory, verify, Optional.empty());
    }

    /** Whether a cell measures this program. */
    public boolean covers(Cell cell) {
        return cell.axes().entrySet().containsAll(when.entrySet());
    }

    /** This target with its texts changed, but for the names of variables and the values of {@code when}. */
    CommandTarget withTexts(UnaryOperator<String> change) {
        Map<String, String> variables = new LinkedHashMap<>();
        environment.forEach((name, value) -> variables.put(name, change.apply(value)));
        return new CommandTarget(
                when,
                command.stream().map(change).toList(),
                variables,
                directory.map(change),
                verify.map(texts -> texts.stream().map(change).toList()),
                build.map(texts -> texts.stream().map(change).toList()));
    }
}
