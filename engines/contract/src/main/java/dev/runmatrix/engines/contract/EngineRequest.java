// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import java.nio.file.Path;
import java.util.List;

/**
 * What an engine is asked to do.
 *
 * @param inputs directories and Parquet files as the user named them, at least one; paths, or addresses of a scheme that
 *     the engine knows
 * @param params what the summary depends on besides its data
 * @param output where the summary goes; a path, or an address of a scheme that the engine knows
 * @param maxWorkers number of threads or tasks at work, 1 to 1024
 * @param force whether an existing output is replaced
 * @param quiet whether nothing but errors is to be said
 */
public record EngineRequest(
        List<String> inputs, Params params, String output, int maxWorkers, boolean force, boolean quiet) {

    public EngineRequest {
        inputs = List.copyOf(inputs);
    }

    /** The inputs, where all of them are on this machine. */
    public List<Path> inputPaths() {
        return inputs.stream().map(Path::of).toList();
    }

    /** The output, where it is on this machine. */
    public Path outputPath() {
        return Path.of(output);
    }

    /** In which form the output is wanted. */
    public OutputForm form() {
        return OutputForm.of(output);
    }

    /** The columns that have the same value in every row. */
    public SummaryConstants constants() {
        return new SummaryConstants(
                params.reportPeriodId(), params.clusterId(), params.clusterAlias(), params.sourceUuid());
    }
}
