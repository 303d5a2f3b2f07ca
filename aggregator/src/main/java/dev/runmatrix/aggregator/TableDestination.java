// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.postgres.PostgresSink;
import dev.runmatrix.aggregator.postgres.PostgresUrl;
import dev.runmatrix.aggregator.postgres.Replacement;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.write.CopyFormat;
import dev.runmatrix.aggregator.write.SummaryFormat;
import dev.runmatrix.aggregator.write.SummarySink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A summary in a table of PostgreSQL.
 *
 * @param url the table
 * @param paramsFile where the source is named
 */
record TableDestination(PostgresUrl url, Location paramsFile) implements Destination {

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public void requireFree() {
        // Rows of this source are replaced by design.
    }

    @Override
    public SummarySink open(Params params) throws BadInputException, IOException {
        String source = params.sourceUuid()
                .orElseThrow(() -> new BadInputException(
                        paramsFile, "source_uuid is missing; it says whose rows in the database are replaced"));
        return PostgresSink.open(url, Replacement.of(source, params.startDate(), params.endDate()));
    }

    @Override
    public SummaryFormat format(SummaryConstants constants, SummaryTexts texts) {
        return new CopyFormat(constants, texts);
    }

    @Override
    public IOException unwritable(IOException cause) {
        // It names the table already.
        return cause;
    }
}
