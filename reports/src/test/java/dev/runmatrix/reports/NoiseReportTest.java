// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.Pressure;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseReportTest {

    @TempDir
    Path results;

    private static String file(RunFixture run, String name) throws Exception {
        return Reports.render(run.stored(), Optional.empty())
                .getOrDefault(name, "")
                .replace('\u00a0', ' ');
    }

    private static NoiseEvidence told(long storageBytes) {
        return new NoiseEvidence(
                0,
                Optional.of(0.031),
                Optional.of(2_080_000_000L),
                Optional.of(520_000_000L),
                Optional.of(new Pressure(Optional.of(1_040_000_000L), Optional.of(0L), Optional.empty())),
                Optional.of(7L),
                Optional.of(48_211L),
                Optional.of(912L),
                Optional.of(storageBytes),
                Optional.of("performance"),
                Optional.empty(),
                Optional.empty());
    }

    /** Forks of ten seconds and their start of 0.4 s. */
    private RunFixture tenSeconds(NoiseEvidence evidence) {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).amid(evidence).clean(1, 0.5, 10, 10, 10, 10, 10, 10);
        return run;
    }

    @Test
    void timesAreSharesOfTheWholeForkAndOfItsWorkers() throws Exception {
        assertThat(file(tenSeconds(told(0)), "report.md"))
                .contains("| Stolen time | 3.1 % of capacity |")
                .contains("| Run queue, all threads | 10 % of requested workers × the time of the process |")
                .contains("| Throttled | 0.05 processors on average |")
                .contains("| Pressure, CPU | 10 % of the wall time |")
                .contains("| Pressure, memory | 0.0 % of the wall time |")
                .contains("| Not readable here | pressure, I/O |")
                .contains("| Major faults | 7 a fork |")
                .contains("| Governor of forks | performance")
                .contains("The hypervisor took 3.1 % of capacity")
                .contains("throttled on 0.05 processors on average");
    }

    @Test
    void anInputReadFromStorageIsTold() throws Exception {
        assertThat(file(tenSeconds(told(4_120_000)), "report.md")).contains("| Page cache | warm in 6 forks;");
        assertThat(file(tenSeconds(told(41_200_000)), "report.md"))
                .contains("| Page cache | partly warm in 6 forks;")
                .contains("6 of 6 forks read some of the input from storage");
        assertThat(file(tenSeconds(told(330_000_000)), "report.md")).contains("| Page cache | cold in 6 forks;");
    }

    @Test
    void everyForkStandsInThePageWithItsNoise() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000)
                .repeatingContaminated()
                .clean(1, 0.5, 10, 10, 10, 10, 10)
                .contaminated(1, 0.5, 20)
                .twins(10, 10, 10, 10, 10, 10);
        String html = file(run, "report.html");

        assertThat(html)
                .contains("<th scope=\"row\">C01 fork 6</th><td><span class=\"tag warn\">contaminated, repeated</span>")
                .contains("<th scope=\"row\">C01 fork 6</th><td><span class=\"tag pass\">clean</span>")
                .contains("<th scope=\"row\">C01 fork 6 of the twin</th>");
    }

    @Test
    void aRepeatedForkIsNamedWithBothNumbers() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000)
                .repeatingContaminated()
                .clean(1, 0.5, 10, 10, 10, 10, 10)
                .contaminated(1, 0.5, 20);

        assertThat(file(run, "report.md"))
                .contains(
                        "**C01** fork 6 was repeated once: 1.40 foreign cores, 20.0 s, then 0.02 foreign cores, 18.0 s;"
                                + " the last one counts.");
    }
}
