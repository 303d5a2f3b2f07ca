// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotMadeTest {

    private static final RunRecord COMPLETE = StoredRuns.named("R", List.of(), RunState.COMPLETE);

    @Test
    void nothingIsSaidWhereAllWasMade() {
        assertThat(sentences(end("C01", CellEnd.Reason.FORKS_MADE), end("C02", CellEnd.Reason.PRECISE)))
                .isEmpty();
    }

    @Test
    void eachReasonHasASentenceWithItsCellsAndTheWayOn() {
        assertThat(sentences(
                        end("C01", CellEnd.Reason.BUDGET),
                        end("C02", CellEnd.Reason.BUDGET),
                        end("C03", CellEnd.Reason.FAILING),
                        new CellEnd("C04", 6, CellEnd.Reason.FUTILE, OptionalInt.of(80))))
                .containsExactly(
                        "The time was used up before C01, C02 had all forks; ./run-matrix --resume R goes on.",
                        "Skipped are the other forks of C03, as 3 in a row failed.",
                        "Not enough forks allowed for the wanted precision: C04 (about 80 forks).");
    }

    @Test
    void belowAnAccountOfTheForksOnlyTheWayOnIsSaid() {
        RunRecord run =
                COMPLETE.withEnds(List.of(end("C01", CellEnd.Reason.BUDGET), end("C03", CellEnd.Reason.FAILING)));

        assertThat(new NotMade(run).waysOn()).containsExactly("./run-matrix --resume R goes on.");
        assertThat(new NotMade(COMPLETE.withEnds(List.of(end("C03", CellEnd.Reason.FAILING)))).waysOn())
                .isEmpty();
    }

    @Test
    void manyCellsAreCounted() {
        CellEnd[] many = IntStream.range(0, 9)
                .mapToObj(i -> end("C0" + i, CellEnd.Reason.FAIL_FAST))
                .toArray(CellEnd[]::new);

        assertThat(sentences(many))
                .singleElement()
                .asString()
                .startsWith("Ended at the first failure, before 9 of 9 cells");
    }

    @Test
    void anInterruptedRunSaysHowToGoOn() {
        RunRecord run = StoredRuns.named("R", List.of(), RunState.INTERRUPTED);

        assertThat(new NotMade(run).sentences())
                .containsExactly("Interrupted: what was measured until then is stored and reported;"
                        + " ./run-matrix --resume R goes on.");
    }

    private static List<String> sentences(CellEnd... ends) {
        return new NotMade(COMPLETE.withEnds(List.of(ends))).sentences();
    }

    private static CellEnd end(String cell, CellEnd.Reason reason) {
        return new CellEnd(cell, 6, reason, OptionalInt.empty());
    }
}
