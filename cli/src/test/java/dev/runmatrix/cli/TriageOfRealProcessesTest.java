// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each process is brought into a state, watched from outside, and must be found in it, however busy the machine is. */
class TriageOfRealProcessesTest {

    private static final String HOME = "runmatrix.home";
    private static final String BUSY = "while :; do :; done";

    @TempDir
    private Path folder = Path.of("");

    private final WatchedProcesses processes = new WatchedProcesses();
    private String homeBefore = "";

    @BeforeEach
    void needsProc() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "no /proc here");
        homeBefore = System.getProperty(HOME, "");
    }

    @AfterEach
    void end() throws Exception {
        processes.end();
        System.setProperty(HOME, homeBefore);
    }

    @Test
    void theAggregatorRunSeriallyIsASingleCoreAndItsSettingIsNamed() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() >= 2, "one core is all there is");
        Process aggregator = serialAggregator();

        JsonNode found = triage(aggregator);

        assertThat(found.get("state").asText()).isEqualTo("SINGLE_CORE");
        assertThat(found.get("why").asText())
                .contains("--parallel-chunks false", "one chunk at a time", "--max-workers 4 has no effect");
        assertThat(found.get("change").asText()).contains("--parallel-chunks true");
        assertThat(found.get("workers_requested").asInt()).isEqualTo(4);
        assertThat(found.get("observation").get("input").get("input_bytes").asLong())
                .isPositive();
    }

    @Test
    void aShellThatCountsIsHealthyUnlessItsConfigurationAsksForMore() throws Exception {
        Process loop = processes.start("sh", "-c", BUSY);

        JsonNode found = triage(loop);

        assertThat(found.get("state").asText()).isEqualTo("HEALTHY");
        assertThat(found.get("change").asText()).isEmpty();

        assumeTrue(Runtime.getRuntime().availableProcessors() >= 2, "one core is all there is");
        Path config = Files.writeString(
                folder.resolve("job.yaml"), "performance:\n  max_workers: 4\n  parallel_chunks: false\n");
        JsonNode configured = triage(loop, "--config", config.toString());

        assertThat(configured.get("state").asText()).isEqualTo("SINGLE_CORE");
        assertThat(configured.get("why").asText()).contains("performance.parallel_chunks: false", "job.yaml:3");
    }

    @Test
    void aSleeperIsWaiting() throws Exception {
        JsonNode found = triage(processes.start("sleep", "600"));

        assertThat(found.get("state").asText()).isEqualTo("WAITING");
        assertThat(found.get("diagnosis").asText()).isEqualTo("IDLE");
    }

    @Test
    void aWriterThatWaitsForTheDiskEachTimeWaitsForStorage() throws Exception {
        assumeTrue(!Files.getFileStore(folder).type().equals("tmpfs"), "nothing waits for a disk in memory");
        Process writer = processes.start(
                "dd", "if=/dev/zero", "of=" + folder.resolve("written"), "bs=4k", "count=100000000", "oflag=dsync");

        JsonNode found = triage(writer);

        assertThat(found.get("state").asText()).isEqualTo("STORAGE");
    }

    @Test
    void aStoppedProcessIsStopped() throws Exception {
        Process loop = processes.start("sh", "-c", BUSY);
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(loop.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(triage(loop).get("state").asText()).isEqualTo("STOPPED");
    }

    @Test
    void twoLoopsOnTwoCoresAreAccusedOfNothing() throws Exception {
        Process pair = processes.start("sh", "-c", "(" + BUSY + ") & " + BUSY);

        JsonNode found = triage(pair);

        // Where others have the cores, it is they who are named.
        assertThat(found.get("state").asText()).isIn("HEALTHY", "HELD_BACK");
        assertThat(found.get("why").asText()).isEmpty();
        assertThat(found.get("observation")
                        .get("samples")
                        .get(1)
                        .get("processes")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aProcessWithATenthOfACoreIsThrottled() throws Exception {
        Process loop = processes.start("sh", "-c", BUSY);
        assumeTrue(processes.throttle(loop), "this user may not make control groups");

        JsonNode found = triage(loop);

        assertThat(found.get("state").asText()).isEqualTo("THROTTLED");
        assertThat(found.get("cores_granted").asDouble()).isEqualTo(0.1);
    }

    @Test
    void aJvmWithTooSmallAHeapIsShortOfMemory() throws Exception {
        Process filler = processes.java("-Xmx48m", "-XX:+UseSerialGC", HeapFiller.class.getName());
        WatchedProcesses.awaitWork(filler);

        JsonNode found = triage(filler);

        assertThat(found.get("state").asText()).isEqualTo("MEMORY");
        assertThat(found.get("diagnosis").asText()).isEqualTo("COLLECTING_GARBAGE");
        assertThat(found.get("why").asText()).contains("-Xmx48m");
    }

    private Process serialAggregator() throws Exception {
        System.setProperty(HOME, folder.toString());
        assertThat(Main.run("dataset", "generate", "500k")).isZero();
        Path data = Home.current().datasets().resolve("500k");
        // Interpreted it takes long enough to be watched.
        Process aggregator = processes.java(
                "-Xint",
                "-Xmx256m",
                Main.class.getName(),
                "aggregate",
                "--mode",
                "streaming",
                "--parallel-chunks",
                "false",
                "--max-workers",
                "4",
                "--input",
                data.toString(),
                "--params",
                data.resolve("params.json").toString(),
                "--output",
                folder.resolve("summary.csv").toString());
        WatchedProcesses.awaitWork(aggregator);
        return aggregator;
    }

    private static JsonNode triage(Process process, String... more) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = {
            "triage", "--pid", Long.toString(process.pid()), "--for", "4s", "--format", "json", "--quiet"
        };
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
        assertThat(status).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }
}
