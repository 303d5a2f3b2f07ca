// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.result.FailureKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesSectionTest {

    private static final String SECTION = "## Engines beside each other";

    @TempDir
    Path results;

    @Test
    void theFastestAndTheCheapestAreNamedWithWhatTheyTake() throws Exception {
        RunFixture run = engines();
        builtin(run, "1").reference().withoutRegions().clean(1.0, 0.2, 10.0, 10.1, 9.9, 10.0, 10.05, 9.95);
        builtin(run, "2").withoutRegions().clean(2.0, 0.3, 6.0, 6.1, 5.9, 6.0, 6.05, 5.95);
        engine(run, "duckdb").withoutRegions().clean(1.5, 0.9, 9.0, 9.1, 8.9, 9.0, 9.05, 8.95);
        engine(run, "spark").withoutRegions().clean(1.8, 1.9, 40, 41, 39, 40.5, 39.5, 40.2);

        String section = section(run);

        // The start of a process takes 0.4 s and 0.48 core-seconds more; there are 7.43256 million rows.
        assertThat(section)
                .contains("On `production-medium` **builtin** is the fastest engine, with 6.40 s in C02, and the"
                        + " cheapest, with 1.41 core‑s for a million pod rows.")
                .contains("Times are those of whole processes, from start to exit.")
                .contains(
                        "| **builtin** | C02 builtin · streaming · 2 workers | 6.40 | 1 | 1.95 of 2 | 10.5 in C01 | 1.41 |")
                .contains("| **duckdb** | C03 duckdb | 9.40 | ×1.47 [1.45–1.49] SLOWER | 1.49 | 14.0 | 1.88 |")
                .contains("| **spark** | C04 spark | 40.4 | ×6.31 [");
        assertThat(section.indexOf("| **duckdb** |")).isLessThan(section.indexOf("| **spark** |"));
    }

    @Test
    void anEngineThatIsNotToldApartIsNamed() throws Exception {
        RunFixture run = engines();
        builtin(run, "2").reference().withoutRegions().clean(1.0, 0.3, 6.0, 6.1, 5.9, 6.0, 6.05, 5.95);
        engine(run, "duckdb").withoutRegions().clean(2.0, 0.9, 6.02, 6.12, 5.92, 6.01, 6.06, 5.96);

        assertThat(section(run)).contains("Not told apart from it: in wall time duckdb.");
    }

    @Test
    void anEngineThatFailedHasNoRankAndNoRatio() throws Exception {
        RunFixture run = engines();
        builtin(run, "2").reference().withoutRegions().clean(1.0, 0.3, 6.0, 6.1, 5.9, 6.0, 6.05, 5.95);
        engine(run, "spark").withoutRegions().failed(FailureKind.OUT_OF_MEMORY, 4.0, 3.0, 3.1, 3.2);

        assertThat(section(run)).contains("Without a rank: spark.").contains("| **spark** | C02 spark | — | — |");
    }

    @Test
    void aRunOfOneEngineHasNoSuchSection() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 50000).reference().clean(1, 1.0, 66.1, 64.6, 65.4, 63.2, 64.8, 65.1);

        assertThat(markdown(run)).doesNotContain(SECTION);
    }

    private RunFixture engines() {
        RunFixture run = RunFixture.in(results);
        for (String name : List.of("duckdb", "spark")) {
            run.command(new CommandTarget(
                    Map.of("engine", name), List.of(name, "{out}"), Map.of(), Optional.empty(), Optional.empty()));
        }
        return run;
    }

    private static CellFixture builtin(RunFixture run, String workers) {
        return run.cell(axes("builtin", workers), Set.of(), Integer.parseInt(workers));
    }

    private static CellFixture engine(RunFixture run, String name) {
        return run.cell(axes(name, "2"), Set.of("mode", "max_workers"), 1);
    }

    private static Map<String, String> axes(String engine, String workers) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("dataset", RunFixture.MAIN);
        axes.put("engine", engine);
        axes.put("mode", "streaming");
        axes.put("max_workers", workers);
        return axes;
    }

    private static String section(RunFixture run) throws Exception {
        String text = markdown(run);
        int from = text.indexOf(SECTION);
        return text.substring(from, text.indexOf("## All cells", from));
    }

    private static String markdown(RunFixture run) throws Exception {
        return Reports.render(run.stored(), Optional.empty())
                .getOrDefault("report.md", "")
                .replace('\u00a0', ' ');
    }
}
