// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.s3.BadLine;
import dev.runmatrix.aggregator.s3.BadLine.Fault;
import dev.runmatrix.aggregator.s3.S3Server;
import dev.runmatrix.aggregator.s3.WithS3;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.Transfers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WithS3.class)
class S3InputTest {

    private static final String ODD = "a b/ü%20+&=?#/source=x~1/year=2025";

    @TempDir
    private Path directory = Path.of("");

    private Path local = Path.of("");
    private String expected = "";

    @BeforeEach
    void makeInput() throws Exception {
        local = directory.resolve("in");
        for (int day = 1; day <= 6; day++) {
            TestFiles.write(local.resolve("day=0" + day + "/pod_usage/data.parquet"), TestFiles.PODS, "");
        }
        TestFiles.write(local.resolve("node_labels.parquet"), TestFiles.NODES, "");
        TestFiles.write(local.resolve("namespace_labels.parquet"), TestFiles.NAMESPACES, "");
        expected = TestFiles.csv(local, Files.createDirectory(directory.resolve("expected")));
    }

    @Test
    void everyModeAndNumberOfWorkersGivesTheBytesThatLocalFilesGive(S3Server server) throws Exception {
        String many = TestFiles.PODS.replace("range(900)", "range(30000)");
        TestFiles.write(local.resolve("day=07/pod_usage/data.parquet"), many, ", ROW_GROUP_SIZE 16000");
        String all = TestFiles.csv(local, directory.resolve("expected"));
        server.put(local, "all modes");
        S3Runs runs = S3Runs.at(server.endpoint(), directory);
        S3Runs.withCredentials(() -> {
            for (Mode mode : Mode.values()) {
                for (int workers = 1; workers <= 3; workers++) {
                    runs.run(runs.config("s3://bucket/all modes", mode, workers), ProgressListener.NONE);
                    assertThat(runs.output()).as("%s, %s", mode, workers).hasContent(all);
                }
            }
        });
    }

    @Test
    void keysAreTakenAsTheyAre(S3Server server) throws Exception {
        server.put(local, ODD);
        S3Runs runs = S3Runs.at(server.endpoint(), directory);
        S3Runs.withCredentials(() -> {
            assertThat(runs.csv("s3://bucket/" + ODD)).isEqualTo(expected);
            assertThat(runs.csv("s3://bucket/" + ODD + "/")).isEqualTo(expected);
            String one = "/day=01/pod_usage/data.parquet";
            assertThat(runs.csv("s3://bucket/" + ODD + one))
                    .isEqualTo(TestFiles.csv(local.resolve(one.substring(1)), directory.resolve("expected")));
        });
    }

    @Test
    void aFolderDoesNotTakeInItsNeighbours(S3Server server) throws Exception {
        server.put(local, "near");
        server.put(local, "nearby");
        S3Runs.withCredentials(
                () -> assertThat(S3Runs.at(server.endpoint(), directory).csv("s3://bucket/near"))
                        .isEqualTo(expected));
    }

    @Test
    void parametersAreReadFromThereToo(S3Server server) throws Exception {
        Path params = Files.writeString(directory.resolve("p.json"), TestFiles.PARAMS);
        server.putFile(params, "elsewhere/the params.json");
        S3Runs runs = S3Runs.at(server.endpoint(), directory);
        AggregationConfig config = new AggregationConfig(
                List.of(Location.of(local)),
                Location.parse("s3://bucket/elsewhere/the params.json"),
                Output.file(runs.output()),
                Mode.STREAMING,
                false,
                1,
                1000,
                OptionalInt.empty(),
                true,
                SpillSettings.USUAL,
                Set.of());
        S3Runs.withCredentials(() -> runs.run(config, ProgressListener.NONE));
        assertThat(runs.output()).hasContent(expected);
    }

    @Test
    void aListingOfManyPagesIsReadToItsEnd(S3Server server) throws Exception {
        server.put(local, "pages");
        AtomicInteger lists = new AtomicInteger();
        try (BadLine line = BadLine.to(server, head -> {
            lists.addAndGet(head.contains("list-type=2") ? 1 : 0);
            return Fault.NONE;
        })) {
            S3Runs runs =
                    new S3Runs(S3Runs.settings(line.endpoint(), S3Runs.SOON, Duration.ofSeconds(10), 3), directory);
            S3Runs.withCredentials(
                    () -> assertThat(runs.csv("s3://bucket/pages")).isEqualTo(expected));
        }
        assertThat(lists).hasValue(3);
    }

    @Test
    void moreObjectsThanAnyServerListsAtATimeAreFound(S3Server server) throws Exception {
        Path folder = server.bucket().resolve("thousands");
        for (int i = 0; i < 1100; i++) {
            Path file = folder.resolve("n" + i + "/node_labels/data.parquet");
            Files.createDirectories(file.getParent());
            Files.createLink(file, local.resolve("node_labels.parquet"));
        }
        S3Runs runs = S3Runs.at(server.endpoint(), directory);
        S3Runs.withCredentials(() -> {
            try (Storages storages = new Storages(() -> S3Runs.settings(server.endpoint()))) {
                assertThat(storages.list(Location.parse("s3://bucket/thousands"), name -> true)
                                .orElseThrow()
                                .files())
                        .hasSize(1100);
            }
            assertThat(runs.output()).doesNotExist();
        });
    }

    @Test
    void nothingIsFetchedTwiceAndLittleThatIsNotNeeded(S3Server server) throws Exception {
        server.put(local, "once");
        Set<String> ranges = new HashSet<>();
        List<Transfers> transfers = new ArrayList<>();
        AtomicInteger repeated = new AtomicInteger();
        try (BadLine line = BadLine.to(server, head -> {
            String request = head.replaceAll("(?s)(GET [^\r]*).*?(?i)\r\nRange: ([^\r]*).*", "$1 $2");
            synchronized (ranges) {
                repeated.addAndGet(ranges.add(request) ? 0 : 1);
            }
            return Fault.NONE;
        })) {
            S3Runs runs = S3Runs.at(line.endpoint(), directory);
            S3Runs.withCredentials(() ->
                    transfers.add(runs.run(runs.config("s3://bucket/once", Mode.STREAMING, 1), ProgressListener.NONE)
                            .transfers()
                            .orElseThrow()));
        }
        assertThat(repeated).hasValue(0);
        assertThat(transfers.get(0).requests()).isEqualTo(ranges.size());
        assertThat(transfers.get(0).repeated()).isZero();
        assertThat(transfers.get(0).bytes()).isBetween(1L, 2 * sizeOf(local));
    }

    private static long sizeOf(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void anExplanationReadsFootersOfObjects(S3Server server) throws Exception {
        server.put(local, "explained");
        S3Runs runs = S3Runs.at(server.endpoint(), directory);
        S3Runs.withCredentials(() -> {
            AggregationConfig config = runs.config("s3://bucket/explained", Mode.AUTO, 1);
            try (Storages storages = new Storages(() -> S3Runs.settings(server.endpoint()))) {
                assertThat(Explainer.explain(config, storages)
                                .outline()
                                .tables()
                                .get(0)
                                .rows())
                        .isEqualTo(5400);
            }
        });
    }
}
