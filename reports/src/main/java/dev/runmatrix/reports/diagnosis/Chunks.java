// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.RegionDetail;
import java.util.Optional;

/** Into how many pieces the rows of a cell came. */
final class Chunks {

    private Chunks() {}

    /** As the fork counted them; else rows ÷ rows of a chunk, rounded up; absent where nobody knows the rows. */
    static Optional<Double> of(Measured cell, long chunkRows, RunFacts run) {
        return counted(cell)
                .or(() -> cell.rows().or(() -> rows(cell, run)).map(rows -> Math.ceil((double) rows / chunkRows)));
    }

    private static Optional<Double> counted(Measured cell) {
        return cell.shown()
                .detail()
                .map(RegionDetail::chunks)
                .filter(chunks -> chunks > 0)
                .map(Long::doubleValue);
    }

    private static Optional<Long> rows(Measured cell, RunFacts run) {
        String dataset = cell.facts().cell().dataset();
        return run.run().run().datasets().stream()
                .filter(facts -> facts.name().equals(dataset))
                .map(DatasetFacts::podRows)
                .findFirst();
    }
}
