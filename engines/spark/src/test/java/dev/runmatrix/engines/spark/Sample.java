// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.write.Compression;
import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.ProgressListener;
import dev.runmatrix.datasets.StoredDataset;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.verify.OutputVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A generated dataset, and what the aggregator makes of it.
 *
 * @param data its directory
 * @param params what is asked
 * @param reference the aggregator's summary
 */
record Sample(Path data, Path params, Path reference) {

    static Sample of(String dataset, Path folder) throws Exception {
        Path home = Files.createDirectories(folder.resolve(dataset));
        StoredDataset stored =
                new DatasetStore(home).generate(DatasetCatalog.builtIn().find(dataset), 2, ProgressListener.NONE);
        Path reference = home.resolve("reference.parquet");
        Aggregator.run(new AggregationConfig(
                List.of(stored.data()),
                stored.params(),
                new Output.SummaryFile(reference, Compression.SNAPPY),
                Mode.IN_MEMORY,
                false,
                2,
                100_000,
                OptionalInt.empty(),
                false));
        return new Sample(stored.data(), stored.params(), reference);
    }

    /** What the harness says of another summary of the same data. */
    OutputCheck compare(Path summary) throws Exception {
        Path kept = Files.createTempDirectory(reference.getParent(), "compare");
        Path copy = Files.copy(reference, kept.resolve("copy.parquet"));
        OutputVerifier verifier = new OutputVerifier(Files.createDirectory(kept.resolve("references")), false);
        verifier.check("sample", copy, Optional.empty());
        return verifier.check("sample", summary, Optional.empty());
    }
}
