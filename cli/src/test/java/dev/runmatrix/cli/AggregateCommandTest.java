// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AggregateCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private Path input = Path.of("");
    private Path params = Path.of("");
    private String said = "";
    private String printed = "";

    @BeforeEach
    void makeInput() throws IOException {
        input = Files.createDirectory(directory.resolve("in"));
        params = Files.writeString(directory.resolve("params.json"), "{\"enabled_keys\": []}");
    }

    @Test
    void anEmptyInputMakesAnEmptySummaryAndItsStats() throws Exception {
        Path stats = directory.resolve("stats.json");
        assertThat(run("a.csv", "--stats", stats.toString())).isZero();
        assertThat(directory.resolve("a.csv")).content().startsWith("uuid,").hasLineCount(1);
        assertThat(stats).content().contains("\"usage_rows_read\" : 0", "\"summary_rows\" : 0", "\"pods\" :");
        JsonNode json = new ObjectMapper().readTree(stats.toFile());
        assertThat(json.get("phase_cpu_nanos").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> json.get("phase_wall_nanos").fieldNames());
        assertThat(json.get("process_cpu_nanos").asLong()).isPositive();
        assertThat(json.get("bytes_read").asLong()).isZero();
        assertThat(json.get("spilled_bytes").asLong(-1)).isZero();
        assertThat(json.get("chunks").asLong(-1)).isZero();
        assertThat(json.get("read_nanos").asLong(-1)).isZero();
        assertThat(json.has("first_chunk_nanos")).isFalse();
        assertThat(json.get("thread_work").get(0).get("cpu_nanos").asLong(-1)).isNotNegative();
        assertThat(json.get("notes")).isEmpty();
        assertThat(json.get("bytes_written").asLong()).isEqualTo(Files.size(directory.resolve("a.csv")));
        assertThat(json.get("gc_count").asLong(-1)).isNotNegative();
        assertThat(json.get("gc_millis").asLong(-1)).isNotNegative();
    }

    @Test
    void anExistingOutputNeedsForce() {
        assertThat(run("a.csv")).isZero();
        assertThat(run("a.csv")).isEqualTo(2);
        assertThat(said).contains("exists already; use --force");
        assertThat(run("a.csv", "--force")).isZero();
    }

    @Test
    void anAddressWithCredentialsIsRefusedWithoutRepeatingThem() {
        assertThat(run("a.csv", "--input", "s3://some-id:hid/den@bucket/x")).isEqualTo(2);
        assertThat(said)
                .contains("--input: an s3:// address holds no credentials")
                .doesNotContain("hid", "some-id");
    }

    @Test
    void aSummaryIsNotWrittenToS3() {
        assertThat(runWith("s3://bucket/summary.csv")).isEqualTo(2);
        assertThat(said).contains("--output: a summary is not written to S3; name a local file");
        assertThat(runWith("s3://some-id:hidden@bucket/summary.csv")).isEqualTo(2);
        assertThat(said).doesNotContain("hidden");
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(run("a.txt")).isEqualTo(2);
        assertThat(said).contains("neither .csv nor .parquet");
        assertThat(run("a.csv", "--mode", "fast")).isEqualTo(2);
        assertThat(said).contains("use auto, in-memory or streaming");
        assertThat(run("a.csv", "--max-workers", "0")).isEqualTo(2);
        assertThat(said).contains("max_workers: 0 is not allowed");
        assertThat(run("a.csv", "--chunk-size", "0")).isEqualTo(2);
        assertThat(run("a.csv", "--state-memory", "64q")).isEqualTo(2);
        assertThat(said).contains("'64q' is no number of bytes");
        assertThat(run("a.csv", "--temp-dir", directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(said).contains("--temp-dir: " + directory.resolve("none") + " is not a directory");
    }

    @Test
    void numbersOfBytesAreReadAsTheJvmDoes() {
        ByteCount bytes = new ByteCount();
        assertThat(bytes.convert("65537")).isEqualTo(65_537);
        assertThat(bytes.convert("3k")).isEqualTo(3 << 10);
        assertThat(bytes.convert("64M")).isEqualTo(64 << 20);
        assertThat(bytes.convert("9g")).isEqualTo(9L << 30);
        assertThat(run("a.csv", "--state-memory", "1m", "--temp-dir", directory.toString()))
                .isZero();
    }

    @Test
    void whatIsChosenIsSaidInOneLineAndInTheStats() {
        Path stats = directory.resolve("stats.json");
        assertThat(run("a.csv", "--stats", stats.toString())).isZero();
        assertThat(said)
                .startsWith("auto: in-memory, 1 worker. 0 rows take at most")
                .hasLineCount(1);
        assertThat(stats)
                .content()
                .contains("\"settings\" : {\n    \"mode\" : \"auto\"\n  }")
                .contains("\"chosen\" : {\n    \"mode\" : \"in-memory\"", "\"reasons\" : [");
    }

    @Test
    void whatTheUserNamedIsKept() {
        Path stats = directory.resolve("stats.json");
        assertThat(run("a.csv", "--stats", stats.toString(), "--max-workers", "3", "--chunk-size", "77"))
                .isZero();
        assertThat(said).contains("auto: in-memory, 3 workers.");
        assertThat(stats)
                .content()
                .contains("\"max_workers\" : 3,\n    \"chunk_size\" : 77\n  }", "\"3 workers, as asked for.\"");
    }

    @Test
    void quietMeansQuietAndAModeOfOnesOwnNeedsNoExplanation() {
        assertThat(run("a.csv", "--quiet")).isZero();
        assertThat(said).isEmpty();
        assertThat(run("b.csv", "--mode", "streaming")).isZero();
        assertThat(said).isEmpty();
    }

    @Test
    void anExplanationIsPrintedAndNothingWritten() {
        assertThat(run("a.csv", "--explain")).isZero();
        assertThat(printed).contains("pod_usage", "Chosen: in-memory, 1 thread");
        assertThat(directory.resolve("a.csv")).doesNotExist();
    }

    @Test
    void absurdNumbersOfWorkersAreRefused() {
        assertThat(run("a.csv", "--max-workers", "100000")).isEqualTo(2);
        assertThat(said).contains("max_workers: 100000 is not allowed, use 1 to 1024");
        assertThat(run("a.csv", "--parallel-readers", "2147483647")).isEqualTo(2);
    }

    @Test
    void statsReplaceNeitherTheSummaryNorTheParameters() {
        String summary = directory.resolve("./a.csv").toString();
        assertThat(run("a.csv", "--stats", summary)).isEqualTo(2);
        assertThat(said).contains("--stats").contains("is the output, too");
        assertThat(run("a.csv", "--stats", params.toString())).isEqualTo(2);
        assertThat(params).content().contains("enabled_keys");
    }

    @Test
    void statsReplaceNoData() throws IOException {
        Path data = Files.writeString(input.resolve("pods.parquet"), "data");
        assertThat(run("a.csv", "--stats", data.toString())).isEqualTo(2);
        assertThat(said).contains("--stats: " + data).contains("name a file that ends in .json");
        assertThat(data).hasContent("data");
    }

    @Test
    void statsThatCannotBeWrittenAreToldBeforeTheWork() {
        assertThat(run("a.csv", "--stats", directory.resolve("none/s.json").toString()))
                .isEqualTo(2);
        assertThat(said).contains("its directory does not exist");
        assertThat(run("a.csv", "--stats", input.toString())).isEqualTo(2);
        assertThat(said).contains("is a directory");
        assertThat(directory.resolve("a.csv")).doesNotExist();
    }

    @Test
    void anOutputThatIsADirectoryIsTold() throws Exception {
        Files.createDirectory(directory.resolve("d.csv"));
        assertThat(run("d.csv", "--force")).isEqualTo(74);
        assertThat(said).contains("d.csv: is a directory").hasLineCount(1);
    }

    @Test
    void anInputIsNeverReplaced() throws Exception {
        Path pods = Files.writeString(input.resolve("pod_usage.parquet"), "");
        assertThat(run("in/pod_usage.parquet", "--force")).isEqualTo(65);
        assertThat(said).contains("is an input, too");
        assertThat(pods).isEmptyFile();
    }

    @Test
    void unusableInputIsTold() throws Exception {
        Files.writeString(input.resolve("pod_usage.parquet"), "not parquet at all");
        assertThat(run("a.csv")).isEqualTo(65);
        assertThat(said).contains("pod_usage.parquet: not a Parquet file").hasLineCount(1);
        assertThat(directory.resolve("a.csv")).doesNotExist();
    }

    @Test
    void unusableParametersAreTold() throws Exception {
        Files.writeString(params, "{\"enabled_key\": []}");
        assertThat(run("a.csv")).isEqualTo(65);
        assertThat(said).contains("params.json:1:").contains("unknown key enabled_key");
    }

    @Test
    void aMissingDirectoryIsTold() {
        assertThat(run("none/a.csv")).isEqualTo(74);
        assertThat(said).contains("its directory does not exist").hasLineCount(1);
    }

    @Test
    void aWrongAddressOfADatabaseIsToldWithoutItsPassword() {
        assertThat(runWith("postgresql://me:hidden@h/d?tabel=x")).isEqualTo(2);
        assertThat(said)
                .contains("--output: ", "unknown parameter tabel; allowed are table, create,")
                .doesNotContain("hidden");
        assertThat(runWith("jdbc:postgresql://me:hidden@h/d")).isEqualTo(2);
        assertThat(said)
                .contains("jdbc:postgresql://me@h/d ends in neither", "no postgresql:// address")
                .doesNotContain("hidden");
    }

    @Test
    void anUnreachableDatabaseIsTold() throws Exception {
        Files.writeString(params, "{\"enabled_keys\": [], \"source_uuid\": \"s\"}");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(runWith("postgresql://me:hidden@127.0.0.1:" + port + "/d")).isEqualTo(74);
        assertThat(said)
                .contains("postgresql://me@127.0.0.1:" + port + "/d?table=", "cannot be connected to", "refused")
                .doesNotContain("hidden")
                .hasLineCount(1);
    }

    @Test
    void aDatabaseNeedsToKnowTheSource() {
        assertThat(runWith("postgresql://127.0.0.1:1/d")).isEqualTo(65);
        assertThat(said).contains("params.json: source_uuid is missing");
    }

    private int run(String output, String... more) {
        return runWith(directory.resolve(output).toString(), more);
    }

    private int runWith(String output, String... more) {
        StringWriter err = new StringWriter();
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new AggregateCommand())
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    err.append(e.getMessage());
                    return e instanceof CommandFailure failure ? failure.code().status() : 70;
                });
        String[] args = {"--input", input.toString(), "--params", params.toString(), "--output", output};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        int status = line.execute(all);
        said = err.toString();
        printed = out.toString();
        return status;
    }
}
