// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.Dataset;
import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.StoredDataset;
import dev.runmatrix.harness.DatasetInputs;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.LedgerLine;
import dev.runmatrix.harness.result.ProjectionLedger;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.projection.LedgerUpdate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds to the ledger what a run that has ended says of other cells, and leaves a copy for the reports in its folder. */
final class LedgerKeeper {

    private final Home home;
    private final boolean written;

    /**
     * Keeps the ledger of a checkout.
     *
     * @param written whether it is added to; otherwise it is read
     */
    LedgerKeeper(Home home, boolean written) {
        this.home = home;
        this.written = written;
    }

    /** Looks at a run, and says what went wrong: the run is stored and judged whatever becomes of the ledger. */
    Optional<String> keep(RunAnalysis run) {
        try {
            ProjectionLedger ledger = new ProjectionLedger(home.ledger());
            List<LedgerLine> lines = ledger.lines();
            LedgerUpdate update = LedgerUpdate.of(lines, run, known());
            if (written) {
                ledger.append(update.added());
            }
            new ProjectionLedger(run.stored().directory().resolve(ProjectionLedger.FILE)).replace(update.shown());
            return Optional.empty();
        } catch (UnreadableRunException | DatasetException e) {
            return Optional.of("the ledger of projections is not kept: " + e.getMessage());
        } catch (IOException e) {
            return Optional.of("the ledger of projections is not kept: " + home.ledger() + ": " + e.getMessage());
        }
    }

    /** The datasets of the catalogue: a matrix may name some that were left out this time. */
    private List<DatasetFacts> known() throws DatasetException {
        DatasetStore store = new DatasetStore(home.datasets());
        List<DatasetFacts> known = new ArrayList<>();
        for (Dataset dataset : DatasetCatalog.builtIn().datasets()) {
            Optional<StoredDataset> made = store.find(dataset);
            known.add(made.isPresent() ? DatasetInputs.of(made.get()).facts() : planned(dataset));
        }
        return known;
    }

    /** What is known of one that was not made; its digest is not. */
    private static DatasetFacts planned(Dataset dataset) {
        return new DatasetFacts(
                dataset.name(),
                dataset.parameters().podHours(),
                0,
                dataset.estimatedBytes(),
                dataset.parameters().cleanOutputRows(),
                "",
                "");
    }
}
