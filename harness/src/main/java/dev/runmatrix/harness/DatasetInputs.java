// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.Manifest;
import dev.runmatrix.datasets.StoredDataset;
import dev.runmatrix.datasets.content.Measure;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.verify.ExpectedOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a dataset on this machine into an input of a run. */
public final class DatasetInputs {

    private DatasetInputs() {}

    /** The input of the run, with what the dataset's manifest promises about the output. */
    public static RunInput of(StoredDataset dataset) throws DatasetException {
        Manifest manifest = dataset.manifest();
        DatasetFacts facts = new DatasetFacts(
                dataset.name(),
                manifest.rows().podUsage(),
                manifest.files().size(),
                manifest.bytes(),
                manifest.outputRows(),
                dataset.digest(),
                description(manifest.parameters()));
        ExpectedOutput expected = new ExpectedOutput(manifest.outputRows(), sums(manifest));
        return new RunInput(
                facts,
                List.of(dataset.data().toAbsolutePath()),
                dataset.params().toAbsolutePath(),
                Optional.of(expected));
    }

    private static Map<String, Double> sums(Manifest manifest) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            BigDecimal sum = manifest.sum(measure)
                    .divide(BigDecimal.valueOf(measure.unitsPerSummaryUnit()), MathContext.DECIMAL128);
            sums.put(measure.summaryColumn(), sum.doubleValue());
        }
        return sums;
    }

    private static String description(Map<String, String> words) {
        return "profile " + words.getOrDefault("profile", "?")
                + ", " + words.getOrDefault("days", "?") + " days"
                + ", " + words.getOrDefault("nodes", "?") + " nodes"
                + ", " + words.getOrDefault("pods", "?") + " pods"
                + ", " + words.getOrDefault("values", "?") + " values"
                + ", layout " + words.getOrDefault("layout", "?");
    }
}
