// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A process that aggregates several times, writing the output each time. */
final class WarmProcess {

    private WarmProcess() {}

    /** Takes the number of workers, the number of repetitions, input, parameters and output. */
    public static void main(String[] args) throws Exception {
        AggregationConfig config = new AggregationConfig(
                List.of(Path.of(args[2])),
                Path.of(args[3]),
                Output.file(Path.of(args[4])),
                Mode.IN_MEMORY,
                true,
                Integer.parseInt(args[0]),
                1,
                OptionalInt.empty(),
                true);
        Iteration.repeat(Integer.parseInt(args[1]), () -> Aggregator.run(config));
    }
}
