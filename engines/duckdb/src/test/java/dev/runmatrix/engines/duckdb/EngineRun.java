// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.engines.contract.EngineProgram;
import dev.runmatrix.engines.contract.ExitStatus;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.verify.OutputVerifier;
import dev.runmatrix.harness.verify.UnreadableOutputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the engine ended.
 *
 * @param status its exit status
 * @param said what it wrote to standard error
 */
record EngineRun(ExitStatus status, String said) {

    static EngineRun of(Path input, Path params, Path output, String... more) {
        List<String> args = new ArrayList<>(
                List.of("--input", input.toString(), "--params", params.toString(), "--output", output.toString()));
        args.addAll(List.of("--max-workers", "2"));
        args.addAll(List.of(more));
        StringWriter err = new StringWriter();
        ExitStatus status = EngineProgram.run(
                new DuckDbEngine(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                args.toArray(String[]::new));
        return new EngineRun(status, err.toString());
    }

    /** How the engine's output compares with the aggregator's; both are left in a folder below {@code scratch}. */
    static OutputVerdict comparedWithAggregator(Path input, Path params, Path scratch, String form)
            throws IOException, InputException, UnreadableOutputException {
        Path folder = Files.createTempDirectory(scratch, "compared");
        Path expected = folder.resolve("expected.csv");
        Path actual = folder.resolve("actual." + form);
        Aggregator.run(new AggregationConfig(
                List.of(input), params, Output.file(expected), Mode.IN_MEMORY, true, 2, 1, OptionalInt.empty(), false));
        EngineRun run = of(input, params, actual);
        if (run.status() != ExitStatus.OK) {
            throw new AssertionError(run.said());
        }
        OutputVerifier verifier = new OutputVerifier(folder, false);
        verifier.check("rows", expected, Optional.empty());
        return verifier.check("rows", actual, Optional.empty())
                .againstReference()
                .orElseThrow();
    }
}
