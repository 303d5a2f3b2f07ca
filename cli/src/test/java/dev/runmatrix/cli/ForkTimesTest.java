// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Cell;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForkTimesTest {

    private static final Map<String, KnownDataset> DATASETS = Map.of("d", new KnownDataset("d", 8_000_000, 1, false));

    @Test
    void rowsAreSharedAmongTheCoresAtWork() {
        ForkTimes times = new ForkTimes(DATASETS, 2, Map.of());

        assertThat(times.apply(cell("streaming", "false", 4))).isEqualTo(Duration.ofSeconds(5));
        assertThat(times.apply(cell("streaming", "true", 1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(times.apply(cell("streaming", "true", 2))).isEqualTo(Duration.ofSeconds(3));
        assertThat(times.apply(cell("streaming", "true", 4))).isEqualTo(Duration.ofSeconds(3));
        assertThat(times.apply(cell("in-memory", "false", 2))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatWasMeasuredBeforeIsBelieved() {
        Cell known = cell("streaming", "true", 2);

        ForkTimes times = new ForkTimes(DATASETS, 2, Map.of(known.id(), Duration.ofSeconds(9)));

        assertThat(times.apply(known)).isEqualTo(Duration.ofSeconds(9));
        assertThat(times.apply(cell("streaming", "true", 1))).isEqualTo(Duration.ofSeconds(5));
    }

    private static Cell cell(String mode, String parallel, int workers) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("dataset", "d");
        axes.put("mode", mode);
        axes.put("parallel_chunks", parallel);
        axes.put("max_workers", String.valueOf(workers));
        return new Cell(axes);
    }
}
