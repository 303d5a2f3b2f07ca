// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.fold.Summarizer;
import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.params.ParamsReader;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.write.SummaryFormat;
import dev.runmatrix.aggregator.write.SummarySink;
import java.io.IOException;

/** Makes the daily summary of hourly pod usage. */
public final class Aggregator {

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
        Destination.of(config).requireFree();
        Execution execution = Execution.of(config);
        try (Workers workers = new Workers(execution.threads())) {
            return run(config, execution, workers);
        } catch (BadInputException e) {
            throw new InputException(e.problem(), e);
        }
    }

    private static AggregationResult run(AggregationConfig config, Execution execution, Workers workers)
            throws BadInputException, IOException {
        Phases phases = new Phases();
        Params params = ParamsReader.read(config.params());
        Run run = new Run(params, execution, workers);
        Destination destination = Destination.of(config);
        SummaryFormat format = destination.format(constants(params), texts(run.names(), run.labels()));
        try (SummarySink sink = destination.open(params)) {
            Summarizer summarizer = run.read(config.inputs(), destination.file(), phases);
            long rows = write(destination, new SummaryOutput(format, workers, sink), summarizer, sink, phases);
            return new AggregationResult(run.counters(rows), phases.list(), run.files(), execution.threads());
        }
    }

    private static long write(
            Destination destination, SummaryOutput output, Summarizer summarizer, SummarySink sink, Phases phases)
            throws BadInputException, IOException {
        destination.requireFree();
        try {
            long rows = output.write(summarizer);
            phases.end("summary");
            sink.commit();
            phases.end("commit");
            return rows;
        } catch (IOException e) {
            throw destination.unwritable(e);
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
