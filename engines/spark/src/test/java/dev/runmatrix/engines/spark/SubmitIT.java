// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.OutputVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as {@code spark-submit} starts it, from a distribution that lacks this project's jars. */
class SubmitIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void submittedJobsRunOnACluster() throws Exception {
        Sample sample = Sample.of("tiny", folder);
        try (Cluster cluster = Cluster.start(folder)) {
            cluster.addWorker();

            try (Program job = submit(sample, cluster.url(), "--conf", "spark.executor.memory=512m")) {
                assertThat(job.end(LIMIT)).as(job.said()).isZero();
            }
        }
        assertThat(sample.compare(output()).againstReference())
                .get()
                .isIn(OutputVerdict.IDENTICAL, OutputVerdict.WITHIN_TOLERANCE);
    }

    @Test
    void aSubmittedJobThatFailsEndsWithItsStatus() throws Exception {
        Sample sample = Sample.of("tiny", folder);
        Files.createDirectory(output());

        try (Program job = submit(sample, "local[1]")) {
            assertThat(job.end(LIMIT)).as(job.said()).isEqualTo(2);
            assertThat(job.said()).contains("exists already; use --force");
        }
    }

    private Program submit(Sample sample, String master, String... more) throws IOException {
        Path home = Cluster.home();
        List<String> arguments = new ArrayList<>(List.of("-Xmx512m", "-cp", home.resolve("jars") + "/*"));
        arguments.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        arguments.addAll(List.of("--class", "dev.runmatrix.engines.spark.Main", "--jars", ownJars()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
        arguments.add(Path.of("target/engine.jar").toAbsolutePath().toString());
        arguments.addAll(List.of(
                "--input", sample.data().toString(), "--params", sample.params().toString()));
        arguments.addAll(List.of("--output", output().toString()));
        Map<String, String> environment = Map.of("SPARK_HOME", home.toString(), "SPARK_LOCAL_IP", "127.0.0.1");
        return Program.start(folder.resolve("submit.log"), environment, arguments);
    }

    /** What the manual says to name. */
    private static String ownJars() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches("(run-matrix|picocli)-.*\\.jar"))
                    .map(jar -> jar.toAbsolutePath().toString())
                    .collect(Collectors.joining(","));
        }
    }

    private Path output() {
        return folder.resolve("summary");
    }
}
