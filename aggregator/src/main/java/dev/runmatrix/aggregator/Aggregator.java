// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.fault.MisleadingStatisticsException;
import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.params.ParamsReader;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.write.CsvFormat;
import dev.runmatrix.aggregator.write.ParquetFormat;
import dev.runmatrix.aggregator.write.SummaryFormat;
import dev.runmatrix.aggregator.write.TemporaryFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the daily summary of hourly pod usage. */
public final class Aggregator {

    /** Finished rows that wait for earlier days may take this part of what groups may take. */
    private static final int WAITING_SHARE = 2;

    private Aggregator() {}

    /**
     * Reads all inputs and writes the output; on any failure there is no output file, or still the old one.
     *
     * @throws InputException if an input file or the parameters cannot be used
     * @throws OutputExistsException if the output exists and is not to be replaced
     * @throws IOException if a file cannot be read or written
     */
    public static AggregationResult run(AggregationConfig config) throws InputException, IOException {
        requireFree(config);
        Phases phases = new Phases();
        try {
            Params params = ParamsReader.read(config.params());
            try {
                return run(config, params, phases, Optional.empty());
            } catch (MisleadingStatisticsException e) {
                // Rare, and worth the time: some writers' statistics are wrong, and the output would not show it.
                return run(config, params, phases, Optional.of(e));
            }
        } catch (BadInputException e) {
            throw new InputException(e.problem(), e);
        }
    }

    private static void requireFree(AggregationConfig config) throws IOException {
        if (Files.isDirectory(config.output())) {
            throw new IOException(config.output() + ": is a directory; name a file in it");
        }
        if (Files.exists(config.output()) && !config.replaceOutput()) {
            throw new OutputExistsException(config.output());
        }
    }

    private static AggregationResult run(
            AggregationConfig config, Params params, Phases phases, Optional<MisleadingStatisticsException> misled)
            throws BadInputException, IOException {
        Execution execution = Execution.of(config);
        long stateBytes = config.spill().effectiveBytes();
        // Made before anything is read: that it cannot be written should not come to light last.
        try (TemporaryFile file = create(config.output());
                Workers workers = new Workers(execution.threads());
                Run run = new Run(
                        params,
                        execution,
                        workers,
                        misled.isEmpty(),
                        stateBytes,
                        config.spill().effectiveDirectory(config.output()))) {
            SummaryFormat format = format(config.output(), params, texts(run.names(), run.labels()));
            SummaryOutput output = new SummaryOutput(format, file.stream(), stateBytes / WAITING_SHARE);
            long rows = run.aggregate(config.inputs(), config.output(), output, phases);
            requireFree(config);
            commit(file);
            phases.end("commit");
            return new AggregationResult(
                    run.counters(rows),
                    phases.list(),
                    run.files(),
                    execution.threads(),
                    run.spilled(),
                    notes(run, misled));
        } catch (OutputException e) {
            throw unwritable(config.output(), e.reason());
        }
    }

    private static List<String> notes(Run run, Optional<MisleadingStatisticsException> misled) {
        List<String> notes = new ArrayList<>(run.notes());
        misled.ifPresent(e -> notes.add(0, e.getMessage() + ", so all input was read again without believing any"));
        return notes;
    }

    private static void commit(TemporaryFile file) throws OutputException {
        try {
            file.commit();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    private static TemporaryFile create(Path output) throws IOException {
        try {
            return TemporaryFile.create(output);
        } catch (NoSuchFileException e) {
            throw new IOException(output + ": its directory does not exist; create it first", e);
        } catch (IOException e) {
            throw unwritable(output, e);
        }
    }

    private static IOException unwritable(Path output, IOException cause) {
        String why = cause instanceof AccessDeniedException ? "permission denied" : cause.getMessage();
        return new IOException(output + ": cannot be written: " + why, cause);
    }

    private static SummaryFormat format(Path output, Params params, SummaryTexts texts) {
        SummaryConstants constants = new SummaryConstants(
                params.reportPeriodId(), params.clusterId(), params.clusterAlias(), params.sourceUuid());
        return output.toString().endsWith(".parquet")
                ? new ParquetFormat(constants, texts)
                : new CsvFormat(constants, texts);
    }

    private static SummaryTexts texts(TextIds names, LabelSets labels) {
        return new SummaryTexts() {
            @Override
            public byte[] name(int id) {
                return names.text(id);
            }

            @Override
            public byte[] labels(int set) {
                return labels.canonicalText(set);
            }
        };
    }
}
