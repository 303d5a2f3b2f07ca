// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.Interruption;
import dev.runmatrix.harness.RunInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class DatasetImportCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final String PODS = """
            interval_start,namespace,node,pod,pod_usage_cpu_core_seconds,pod_request_cpu_core_seconds,pod_labels
            2025-10-01 00:00:00 +0000 UTC,shop,n-1,a,900,1800,label_app:x|tier:web
            2025-10-01 01:00:00 +0000 UTC,shop,n-1,a,2700,1800,app:x|tier:web
            2025-10-01 01:00:00 +0000 UTC,shop,,a,2700,1800,app:x|tier:web
            """;

    @TempDir
    private Path home;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private String previousHome = "";
    private Path source = Path.of("");

    @BeforeEach
    void moveHome() throws IOException {
        previousHome = System.getProperty(HOME, "");
        System.setProperty(HOME, home.toString());
        source = Files.createDirectories(home.resolve("Nise Output"));
        Files.writeString(source.resolve("pods.csv"), PODS);
    }

    @AfterEach
    void restoreHome() {
        System.setProperty(HOME, previousHome);
    }

    @Test
    void anImportedDatasetIsOneLikeOthers() {
        assertThat(run("dataset", "import", source.toString())).isZero();
        assertThat(out.toString()).contains("nise-output: 3 pod rows, 0 rows of labels, 1 files");
        assertThat(err.toString()).contains("all 2 label keys that were found are enabled");

        assertThat(run("dataset", "list")).isZero();
        assertThat(out.toString()).containsPattern("(?m)^nise-output +3 +- +\\d+ kB +imported$");
        assertThat(run("dataset", "list", "--format", "json")).isZero();
        assertThat(out.toString()).contains("\"name\" : \"nise-output\"").contains("\"state\" : \"imported\"");
        assertThat(run("dataset", "verify", "nise-output")).isZero();
        assertThat(run("dataset", "import", source.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("a dataset 'nise-output' is here already");
        assertThat(run("dataset", "import", "--force", source.toString())).isZero();
        assertThat(run("dataset", "rm", "nise-output")).isZero();
        assertThat(source.resolve("pods.csv")).exists();
    }

    @Test
    void itsSummaryIsThatOfTheCsv() throws IOException {
        run("dataset", "import", source.toString(), "--name", "october");
        Path data = home.resolve("datasets/data/october");
        Path summary = home.resolve("summary.csv");

        assertThat(run(
                        "aggregate",
                        "--input",
                        data.resolve("data").toString(),
                        "--params",
                        data.resolve("params.json").toString(),
                        "--output",
                        summary.toString()))
                .as(err.toString())
                .isZero();

        assertThat(Files.readString(summary))
                .contains("\"shop\",\"n-1\"")
                .contains("\"{\"\"app\"\":\"\"x\"\",\"\"tier\"\":\"\"web\"\"}\",1.0,1.0,1.25,");
    }

    @Test
    void aMatrixMayNameIt() throws Exception {
        run("dataset", "import", source.toString(), "--name", "october");
        run("init", "--dataset", "october");

        assertThat(run("plan")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Cells, all with dataset=october");
        try (Interruption interruption = Interruption.watch()) {
            RunInput input = new MeasuredData(new Home(home), interruption)
                    .of(Set.of("october"))
                    .get(0);
            assertThat(input.inputs())
                    .containsExactly(home.resolve("datasets/data/october/data").toString());
            assertThat(input.facts().outputRows()).isEmpty();
            assertThat(input.facts().description()).isEqualTo("imported from nise CSV");
            assertThat(input.expected().orElseThrow().rows()).isEmpty();
            assertThat(input.expected().orElseThrow().sums())
                    .containsEntry("pod_usage_cpu_core_hours", 1.0)
                    .containsEntry("pod_effective_usage_cpu_core_hours", 1.25)
                    .hasSize(3);
        }
    }

    @Test
    void damageSaysHowToImportAgain() throws IOException {
        run("dataset", "import", source.toString(), "--name", "october");
        Files.writeString(home.resolve("datasets/data/october/params.json"), "{}");

        assertThat(run("dataset", "verify", "october")).isEqualTo(65);

        assertThat(err.toString()).contains("dataset import DIR --name october --force");
    }

    @Test
    void nothingToImportIsUnusableData() throws IOException {
        Path empty = Files.createDirectories(home.resolve("empty"));

        assertThat(run("dataset", "import", empty.toString())).isEqualTo(65);
        assertThat(err.toString()).contains("holds no CSV file of pod usage");
        assertThat(run("dataset", "import", home.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no such file or folder");
        Files.writeString(source.resolve("pods.csv"), PODS.replace("900", "many"));
        assertThat(run("dataset", "import", source.toString())).isEqualTo(65);
        assertThat(err.toString())
                .contains("pods.csv:2: pod_usage_cpu_core_seconds: 'many' is no finite decimal number");
    }

    @Test
    void parametersThatTheAggregatorRefusesAreRefused() throws IOException {
        Path params = Files.writeString(home.resolve("p.json"), "{\"enabled\": 1}");

        assertThat(run("dataset", "import", source.toString(), "--params", params.toString()))
                .isEqualTo(65);

        assertThat(err.toString()).contains("unknown key enabled");
        assertThat(home.resolve("datasets/data/nise-output")).doesNotExist();
    }

    @Test
    void parquetMayStayWhereItIs() throws IOException {
        run("dataset", "import", source.toString(), "--name", "october");
        Path params = Files.copy(home.resolve("datasets/data/october/params.json"), home.resolve("p.json"));
        Path lake = Files.move(home.resolve("datasets/data/october/data"), home.resolve("lake"));

        assertThat(run("dataset", "import", lake.toString(), "--params", params.toString(), "--in-place"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("lake: 3 pod rows");
        assertThat(run("dataset", "verify", "lake")).isZero();
        assertThat(home.resolve("datasets/data/lake/data")).doesNotExist();
        assertThat(run("dataset", "import", source.resolve("pods.csv").toString(), "--in-place"))
                .isEqualTo(2);
    }

    @Test
    void objectsAreImportedInPlaceOrNotAtAll() {
        assertThat(run("dataset", "import", "s3://bucket/data")).isEqualTo(2);

        assertThat(err.toString()).contains("objects are imported with --in-place alone");
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
