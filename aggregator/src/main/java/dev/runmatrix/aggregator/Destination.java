// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.write.SummaryFormat;
import dev.runmatrix.aggregator.write.SummarySink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How an aggregation gets its summary to where it goes. */
sealed interface Destination permits FileDestination, TableDestination {

    static Destination of(AggregationConfig config) {
        // No lambda here: making one takes longer than all the rest of it.
        if (config.output() instanceof Output.SummaryTable table) {
            return new TableDestination(table.url(), config.params());
        }
        Output.SummaryFile file = (Output.SummaryFile) config.output();
        return new FileDestination(file.path(), file.compression(), config.replaceOutput());
    }

    /** The file that it is; empty for a table. */
    Optional<Path> file();

    /** Fails if something is there that must stay. */
    void requireFree() throws IOException;

    /** Makes ready what takes the summary; done before anything is read, that a failure may not come to light last. */
    SummarySink open(Params params) throws BadInputException, IOException;

    SummaryFormat format(SummaryConstants constants, SummaryTexts texts);

    /** What to tell of a failure to write. */
    IOException unwritable(IOException cause);
}
