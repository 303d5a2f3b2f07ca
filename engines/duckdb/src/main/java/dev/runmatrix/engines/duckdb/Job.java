// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.plan.TableFiles;
import dev.runmatrix.engines.contract.EngineException;
import dev.runmatrix.engines.contract.EngineRequest;
import dev.runmatrix.engines.contract.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * One request's way through a database. What fails while input is read is the input's fault, and what fails later is not.
 *
 * @param db an empty database
 * @param request what is asked for
 */
record Job(DuckDb db, EngineRequest request) {

    void run(TableFiles files, Path made) throws BadInputException, IOException, EngineException {
        SummaryTables tables = read(files);
        try {
            tables.summarize();
            new SummaryOutput(db, request.constants()).write(made, request.form());
        } catch (SQLException e) {
            DuckDbFailure.throwUnlessOfData(e);
            throw WorkFolder.unwritable(request.outputPath(), DuckDbFailure.ofOutput(e));
        }
    }

    private SummaryTables read(TableFiles files) throws BadInputException, IOException, EngineException {
        try {
            SummaryTables tables = new SummaryTables(db, request.params(), InputTables.open(db, files));
            tables.read();
            return tables;
        } catch (SQLException e) {
            DuckDbFailure.throwUnlessOfData(e);
            throw new Culprit(db, files).of(e);
        }
    }
}
