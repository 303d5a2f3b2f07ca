// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.engines.contract.ExitStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkEngineTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiny",
                "tiny+values-decimal",
                "tiny+layout-koku+values-decimal",
                "tiny+label_rows-per-pod+layout-koku",
                "tiny+absent-0.1+bad_json-0.2+blank_node-0.1+null_labels-0.2",
                "tiny+absent-0.1+bad_json-0.2+blank_node-0.1+layout-koku+null_labels-0.2+values-decimal"
            })
    void generatedDataGiveWhatTheAggregatorMakesOfThem(String dataset) throws Exception {
        Sample sample = Sample.of(dataset, folder);
        Path summary = folder.resolve("summary.parquet");

        Trial trial = Trial.of(sample.data(), sample.params(), summary.toString());

        assertThat(trial).isEqualTo(new Trial(ExitStatus.OK, ""));
        requireSame(sample.compare(summary));
    }

    @Test
    void everyFormOfTheOutputHasTheSameRows() throws Exception {
        Sample sample = Sample.of("tiny", folder);
        Path csv = folder.resolve("summary.csv");
        Path parts = folder.resolve("summary");

        assertThat(Trial.of(sample.data(), sample.params(), csv.toString()).status())
                .isEqualTo(ExitStatus.OK);
        assertThat(Trial.of(sample.data(), sample.params(), parts.toUri().toString())
                        .status())
                .isEqualTo(ExitStatus.OK);

        requireSame(sample.compare(csv));
        requireSame(sample.compare(parts));
        assertThat(parts.resolve("_SUCCESS")).exists();
        assertThat(namesBelow(folder)).noneMatch(name -> name.endsWith(".crc") || name.endsWith(".tmp"));
    }

    @Test
    void anInputWithoutRowsGivesASummaryWithoutRows() throws Exception {
        Sample sample = Sample.of("tiny", folder);
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        Path csv = folder.resolve("summary.csv");
        Path parts = folder.resolve("summary");

        assertThat(Trial.of(nothing, sample.params(), csv.toString())).isEqualTo(new Trial(ExitStatus.OK, ""));
        assertThat(Trial.of(nothing, sample.params(), parts.toString())).isEqualTo(new Trial(ExitStatus.OK, ""));

        assertThat(Files.readAllLines(csv)).hasSize(1);
        assertThat(namesBelow(parts)).contains("_SUCCESS").anyMatch(name -> name.endsWith(".parquet"));
    }

    @Test
    void aFileWhosePagesAreDamagedIsUnusableDataAndLeavesNoOutput() throws Exception {
        Sample sample = Sample.of("tiny", folder);
        Path damaged = podFile(sample.data());
        try (RandomAccessFile file = new RandomAccessFile(damaged.toFile(), "rw")) {
            file.seek(4);
            file.write(new byte[400]);
        }
        for (String output : List.of("summary.csv", "summary")) {
            Trial trial = Trial.of(
                    sample.data(), sample.params(), folder.resolve(output).toString());

            assertThat(trial.status()).isEqualTo(ExitStatus.DATA);
            assertThat(trial.said().lines()).hasSize(1);
            assertThat(trial.said()).contains(damaged.toString(), "write the file again");
            assertThat(folder.resolve(output)).doesNotExist();
        }
        assertThat(namesBelow(folder)).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void whatCannotBeginIsSaidInOneLine() throws Exception {
        Sample sample = Sample.of("tiny", folder);
        Path truncated = podFile(sample.data());
        Path missing = folder.resolve("missing");
        String output = folder.resolve("summary.csv").toString();

        Trial gone = Trial.of(missing, sample.params(), output);
        Trial nobody = Trial.of(sample.data(), sample.params(), output, "--master", "spark://127.0.0.1:1");
        Trial odd = Trial.of(sample.data(), sample.params(), output, "--master", "nonsense");
        Trial setting = Trial.of(sample.data(), sample.params(), output, "--conf", "memory=1g");
        Trial bucket = Trial.of(sample.data(), sample.params(), "s3://bucket/summary");
        Trial elsewhere = Trial.of(sample.data(), sample.params(), "nosuch://host/summary.csv");
        Files.write(truncated, new byte[100]);
        Trial cut = Trial.of(sample.data(), sample.params(), output);

        requireLine(gone, ExitStatus.DATA, missing + ": no such file or directory");
        requireLine(nobody, ExitStatus.IO, "no Spark master answers at spark://127.0.0.1:1");
        requireLine(odd, ExitStatus.USAGE, "--master: nonsense");
        requireLine(bucket, ExitStatus.USAGE, "--output: a summary is not written to s3://");
        requireLine(elsewhere, ExitStatus.IO, "nosuch");
        requireLine(cut, ExitStatus.DATA, truncated.toString());
        assertThat(setting.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(setting.said()).contains("--conf: memory is no setting of Spark");
        assertThat(Path.of(output)).doesNotExist();
    }

    @Test
    void anExistingOutputIsKeptUnlessItIsToBeReplaced() throws Exception {
        Sample sample = Sample.of("tiny", folder);
        Path parts = Files.createDirectory(folder.resolve("summary"));
        Files.writeString(parts.resolve("old.txt"), "old");

        Trial kept = Trial.of(sample.data(), sample.params(), parts.toString());
        assertThat(kept.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(namesBelow(parts)).contains("old.txt");

        Trial replaced = Trial.of(sample.data(), sample.params(), parts.toString(), "--force");
        assertThat(replaced.status()).isEqualTo(ExitStatus.OK);
        assertThat(namesBelow(parts)).contains("_SUCCESS").doesNotContain("old.txt");
    }

    private static void requireLine(Trial trial, ExitStatus status, String part) {
        assertThat(trial.said()).contains(part);
        assertThat(trial.status()).isEqualTo(status);
        assertThat(trial.said().lines().filter(line -> !line.startsWith("See ")))
                .hasSize(1);
    }

    private static void requireSame(OutputCheck check) {
        assertThat(check.againstReference())
                .as(check.difference().orElse("no difference"))
                .get()
                .isIn(OutputVerdict.IDENTICAL, OutputVerdict.WITHIN_TOLERANCE);
    }

    private static Path podFile(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(".parquet")
                            && file.toString().contains("pod_usage"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> namesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
