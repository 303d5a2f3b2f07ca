// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import dev.runmatrix.engines.contract.EngineProgram;
import dev.runmatrix.engines.contract.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of the engine within this process.
 *
 * @param status how it would have ended a process
 * @param said what it said of errors
 */
record Trial(ExitStatus status, String said) {

    static Trial of(Path input, Path params, String output, String... more) {
        List<String> args = new ArrayList<>(List.of("--input", input.toString(), "--params", params.toString()));
        args.addAll(List.of("--output", output, "--max-workers", "2"));
        args.addAll(List.of(more));
        StringWriter err = new StringWriter();
        PrintWriter to = new PrintWriter(err, true);
        ExitStatus status = EngineProgram.run(new SparkEngine(), to, to, args.toArray(String[]::new));
        return new Trial(status, err.toString());
    }
}
