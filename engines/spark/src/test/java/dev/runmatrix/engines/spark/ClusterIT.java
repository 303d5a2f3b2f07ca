// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.OutputVerdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on a real cluster, whose workers die. */
class ClusterIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** A task for each file: the first stage has many, so that there is a middle to kill in. */
    private static final String DATASET = "tiny+days-24+nodes-4+pods-40";

    @TempDir
    private Path folder = Path.of("");

    private final List<Program> programs = new ArrayList<>();
    private Optional<Cluster> cluster = Optional.empty();

    @BeforeEach
    void startCluster() throws Exception {
        cluster = Optional.of(Cluster.start(folder));
    }

    @AfterEach
    void killAll() {
        programs.forEach(Program::close);
        cluster.ifPresent(Cluster::close);
    }

    @Test
    void aJobIsDoneByTheExecutorsOfTheWorkers() throws Exception {
        Sample sample = Sample.of(DATASET, folder);
        cluster().addWorker();
        cluster().addWorker();

        Program job = submit(sample, freePort());

        assertThat(job.end(LIMIT)).as(job.said()).isZero();
        requireRightOutput(sample);
    }

    @Test
    void aWorkerThatIsKilledInTheMiddleOfAJobChangesNothing() throws Exception {
        Sample sample = Sample.of(DATASET, folder);
        Program victim = cluster().addWorker();
        int port = freePort();
        Program job = submit(sample, port);
        DriverView driver = new DriverView(port);
        String executor = freezeAtWork(job, driver, victim);
        cluster().addWorker();

        assertThat(activeTasks(driver, executor)).isPositive();
        victim.close();

        job.await(
                "the loss",
                LIMIT,
                () -> driver.executor(executor)
                        .filter(lost -> !lost.path("isActive").asBoolean(true))
                        .isPresent());
        assertThat(job.end(LIMIT)).as(job.said()).isZero();
        requireRightOutput(sample);
    }

    @Test
    void aJobWithoutWorkersFailsWithOneErrorAndNoOutput() throws Exception {
        Sample sample = Sample.of(DATASET, folder);
        Program victim = cluster().addWorker();
        int port = freePort();
        Program job = submit(sample, port, "--executor-wait", "20");
        freezeAtWork(job, new DriverView(port), victim);

        victim.close();

        assertThat(job.end(Duration.ofSeconds(90))).as(job.said()).isEqualTo(74);
        assertThat(job.said().lines().filter(line -> line.startsWith("spark: the cluster had no executor for 20 s")))
                .hasSize(1);
        assertThat(job.said().lines().count()).isLessThan(10);
        assertThat(job.said()).doesNotContain("\tat ");
        assertThat(output()).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> path.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    private Cluster cluster() {
        return cluster.orElseThrow();
    }

    /**
     * Stops the executor of a worker while it has a task, which so cannot end any more.
     *
     * @return the executor's id
     */
    private String freezeAtWork(Program job, DriverView driver, Program worker) throws Exception {
        String id = job.awaitValue(
                "an executor at work",
                LIMIT,
                () -> driver.executors().stream()
                        .filter(executor -> executor.path("completedTasks").asInt() > 0
                                && executor.path("activeTasks").asInt() > 0)
                        .map(executor -> executor.path("id").asText())
                        .findFirst());
        for (ProcessHandle process : worker.descendants()) {
            Process stop = new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start();
            assertThat(stop.waitFor()).isZero();
        }
        job.await("a task that cannot end", LIMIT, () -> activeTasks(driver, id) > 0);
        return id;
    }

    private static int activeTasks(DriverView driver, String executor) {
        return driver.executor(executor)
                .map(found -> found.path("activeTasks").asInt())
                .orElse(0);
    }

    private Program submit(Sample sample, int port, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-Xmx512m", "-cp", "target/engine.jar"));
        arguments.add("dev.runmatrix.engines.spark.Main");
        arguments.addAll(List.of(
                "--input", sample.data().toString(), "--params", sample.params().toString()));
        arguments.addAll(
                List.of("--output", output().toString(), "--master", cluster().url()));
        Map<String, String> settings = Map.of(
                "spark.executor.memory", "512m",
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1",
                "spark.sql.shuffle.partitions", "4",
                "spark.sql.files.openCostInBytes", "134217728",
                "spark.ui.enabled", "true",
                "spark.ui.port", Integer.toString(port),
                "spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        settings.forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
        arguments.addAll(List.of(more));
        Program job = Program.start(folder.resolve("job.log"), Map.of("SPARK_LOCAL_IP", "127.0.0.1"), arguments);
        programs.add(job);
        return job;
    }

    private Path output() {
        return folder.resolve("summary");
    }

    private void requireRightOutput(Sample sample) throws Exception {
        assertThat(output().resolve("_SUCCESS")).exists();
        assertThat(sample.compare(output()).againstReference())
                .get()
                .isIn(OutputVerdict.IDENTICAL, OutputVerdict.WITHIN_TOLERANCE);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
