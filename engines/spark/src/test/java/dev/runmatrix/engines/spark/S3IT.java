// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.OutputVerdict;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as a process of its own whose environment names a server like S3. */
class S3IT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String WRONG = "another/secret+word";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void objectsGiveWhatFilesGiveAndFailuresAreToldInOneLineWithoutSecrets() throws Exception {
        Sample sample = Sample.of("tiny", folder);
        try (S3Server server = S3Server.start(folder.resolve("server"))) {
            server.put(sample.data(), "some/tiny");
            Map<String, String> good = environment(server.endpoint(), S3Server.SECRET);

            requireEnd(sample, good, "s3://bucket/some/tiny", 0, "");
            assertThat(sample.compare(output()).againstReference())
                    .get()
                    .isIn(OutputVerdict.IDENTICAL, OutputVerdict.WITHIN_TOLERANCE);
            Files.delete(output());

            requireEnd(sample, good, "s3://nobucket/tiny", 65, "s3://nobucket/tiny: there is no such bucket");
            requireEnd(sample, good, "s3://bucket/nothing", 65, "s3://bucket/nothing: no such file");
            requireEnd(
                    sample,
                    environment(server.endpoint(), WRONG),
                    "s3://bucket/some/tiny",
                    65,
                    "s3://bucket/some/tiny: access is denied: the credentials are wrong");
            requireEnd(
                    sample,
                    environment(server.endpoint(), ""),
                    "s3://bucket/some/tiny",
                    65,
                    "s3://bucket/some/tiny: no credentials are found");
        }
        String nobody = "http://127.0.0.1:" + S3Server.freePort();
        requireEnd(
                sample,
                environment(nobody, S3Server.SECRET),
                "s3://bucket/some/tiny",
                74,
                "s3://bucket/some/tiny: nothing answers");
    }

    private void requireEnd(Sample sample, Map<String, String> environment, String input, int status, String part)
            throws Exception {
        String path = "target/engine.jar" + File.pathSeparator + "target/lib/*";
        List<String> arguments = List.of(
                "-Xmx768m",
                "-cp",
                path,
                "dev.runmatrix.engines.spark.Main",
                "--input",
                input,
                "--max-workers",
                "2",
                "--params",
                sample.params().toString(),
                "--output",
                output().toString());
        try (Program program = Program.start(folder.resolve("run.log"), environment, arguments)) {
            assertThat(program.end(LIMIT)).as(program.said()).isEqualTo(status);
            assertThat(program.said()).contains(part).doesNotContain(S3Server.SECRET, WRONG, S3Server.KEY_ID);
            assertThat(program.said().lines()).hasSize(status == 0 ? 0 : 1);
        }
        assertThat(Files.exists(output())).isEqualTo(status == 0);
    }

    /** Nothing of the machine's own: an empty value is none. */
    private Map<String, String> environment(String endpoint, String secret) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_ENDPOINT_URL_S3", endpoint);
        environment.put("AWS_ACCESS_KEY_ID", secret.isEmpty() ? "" : S3Server.KEY_ID);
        environment.put("AWS_SECRET_ACCESS_KEY", secret);
        environment.put("AWS_SESSION_TOKEN", "");
        environment.put("AWS_PROFILE", "default");
        environment.put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        return environment;
    }

    private Path output() {
        return folder.resolve("summary.parquet");
    }
}
