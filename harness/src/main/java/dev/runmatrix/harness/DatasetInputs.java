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
                manifest.fileCount(),
                manifest.bytes(),
                manifest.outputRows(),
                dataset.digest(),
                description(manifest));
        return new RunInput(facts, List.of(dataset.input()), dataset.params().toAbsolutePath(), expected(manifest));
    }

    /** Of what was imported perhaps nothing is known: then its outputs are compared with each other alone. */
    private static Optional<ExpectedOutput> expected(Manifest manifest) {
        Map<String, Double> sums = sums(manifest);
        return sums.isEmpty() && manifest.outputRows().isEmpty()
                ? Optional.empty()
                : Optional.of(new ExpectedOutput(manifest.outputRows(), sums));
    }

    private static Map<String, Double> sums(Manifest manifest) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            manifest.sum(measure)
                    .map(sum -> sum.divide(BigDecimal.valueOf(measure.unitsPerSummaryUnit()), MathContext.DECIMAL128))
                    .ifPresent(sum -> sums.put(measure.summaryColumn(), sum.doubleValue()));
        }
        return sums;
    }

    private static String description(Manifest manifest) {
        return manifest.imported()
                .map(imported -> "imported from " + imported.format().words())
                .orElseGet(() -> description(manifest.parameters()));
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
