// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.fault.MisleadingStatisticsException;
import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.params.ParamsReader;
import dev.runmatrix.aggregator.storage.Transfers;
import dev.runmatrix.aggregator.storage.UnusableFileException;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.write.SummaryFormat;
import dev.runmatrix.aggregator.write.SummarySink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the daily summary of hourly pod usage. */
public final class Aggregator {

    /** Finished rows that wait for earlier days may take this part of what groups may take. */
    private static final int WAITING_SHARE = 2;

    private Aggregator() {}

    /**
     * Reads all inputs and writes the output; on any failure there is no output file, or still the old one, or a table of
     * a database as it was.
     *
     * @throws InputException if an input file or the parameters cannot be used
     * @throws OutputExistsException if the output exists and is not to be replaced
     * @throws IOException if a file or a database cannot be read or written
     */
    public static AggregationResult run(AggregationConfig config) throws InputException, IOException {
        return run(config, ProgressListener.NONE);
    }

    /** The same, heard by a listener. */
    public static AggregationResult run(AggregationConfig config, ProgressListener listener)
            throws InputException, IOException {
        try (Storages storages = Storages.ofThisProcess()) {
            return run(config, listener, storages);
        }
    }

    static AggregationResult run(AggregationConfig config, ProgressListener listener, Storages storages)
            throws InputException, IOException {
        Destination destination = Destination.of(config);
        destination.requireFree();
        Phases phases = new Phases(listener);
        ReadMeter meter = new ReadMeter(listener);
        try (WorkLog log = new WorkLog()) {
            Params params = ParamsReader.read(config.params(), storages);
            try {
                return run(config, params, storages, destination, phases, meter, log, Optional.empty());
            } catch (MisleadingStatisticsException e) {
                // Rare, and worth the time: some writers' statistics are wrong, and the output would not show it.
                return run(config, params, storages, destination, phases, meter, log, Optional.of(e));
            }
        } catch (BadInputException e) {
            throw new InputException(e.problem(), e);
        } catch (UnusableFileException e) {
            throw new InputException(e.problem(), e);
        }
    }

    private static AggregationResult run(
            AggregationConfig config,
            Params params,
            Storages storages,
            Destination destination,
            Phases phases,
            ReadMeter meter,
            WorkLog log,
            Optional<MisleadingStatisticsException> misled)
            throws BadInputException, IOException {
        // Made ready before anything is read: that it cannot be written should not come to light last.
        try (SummarySink sink = destination.open(params)) {
            Inputs inputs = Inputs.open(config, storages, destination.file(), log);
            phases.end("open");
            Optional<Choice> choice = inputs.choice(config, misled.isEmpty());
            meter.listener().begun(inputs.rows(), choice);
            Execution execution = Execution.of(choice.map(config::with).orElse(config));
            long stateBytes = config.spill().effectiveBytes();
            try (Workers workers = new Workers(execution.threads(), log);
                    Run run = new Run(
                            params,
                            execution,
                            workers,
                            meter,
                            misled.isEmpty(),
                            stateBytes,
                            config.spill().effectiveDirectory(destination.file()))) {
                SummaryFormat format = destination.format(constants(params), texts(run.names(), run.labels()));
                long rows = run.aggregate(inputs, new SummaryOutput(format, sink, stateBytes / WAITING_SHARE), phases);
                destination.requireFree();
                commit(sink);
                phases.end("commit");
                return new AggregationResult(
                        run.counters(rows),
                        phases.list(),
                        inputs.files(),
                        execution.threads(),
                        meter.bytes().sum(),
                        choice,
                        run.spilled(),
                        notes(run, misled, storages.transfers()),
                        log.account(meter.nanos().sum()),
                        storages.transfers());
            }
        } catch (OutputException e) {
            throw destination.unwritable(e.reason());
        }
    }

    private static List<String> notes(
            Run run, Optional<MisleadingStatisticsException> misled, Optional<Transfers> transfers) {
        List<String> notes = new ArrayList<>(run.notes());
        misled.ifPresent(e -> notes.add(0, e.getMessage() + ", so all input was read again without believing any"));
        transfers
                .filter(all -> all.repeated() > 0)
                .ifPresent(all -> notes.add(
                        all.repeated() + " of " + all.requests() + " requests to S3 repeated one that had failed"));
        return notes;
    }

    private static void commit(SummarySink sink) throws OutputException {
        try {
            sink.commit();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    private static SummaryConstants constants(Params params) {
        return new SummaryConstants(
                params.reportPeriodId(), params.clusterId(), params.clusterAlias(), params.sourceUuid());
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
