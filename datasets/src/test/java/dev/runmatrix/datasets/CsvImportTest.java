// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import static dev.runmatrix.datasets.NiseFiles.NAMESPACE_HEADER;
import static dev.runmatrix.datasets.NiseFiles.NODE_HEADER;
import static dev.runmatrix.datasets.NiseFiles.POD_HEADER;
import static dev.runmatrix.datasets.NiseFiles.STORAGE_HEADER;
import static dev.runmatrix.datasets.NiseFiles.pod;
import static dev.runmatrix.datasets.NiseFiles.times;
import static dev.runmatrix.datasets.NiseFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.runmatrix.datasets.content.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

    @TempDir
    private Path root;

    private Path source;
    private DatasetStore store;

    @BeforeEach
    void openStore() throws IOException {
        store = new DatasetStore(root.resolve("store"));
        source = Files.createDirectories(root.resolve("source"));
    }

    @Test
    void monthlyFilesBecomeAFileForEachTableAndDay() throws Exception {
        write(
                source.resolve("October-2025-c-ocp_pod_usage.csv"),
                POD_HEADER,
                pod(1, 0, "a", "app:x"),
                pod(2, 5, "a", ""));
        write(source.resolve("October-2025-c-ocp_node_label.csv"), NODE_HEADER, times(1, 0) + "node-1,label_zone:z\n");
        write(
                source.resolve("October-2025-c-ocp_namespace_label.csv"),
                NAMESPACE_HEADER,
                times(1, 0) + "shop,team:t\n");

        Manifest manifest = imported("october").manifest();

        assertThat(manifest.rows()).isEqualTo(new TableRows(2, 1, 1));
        assertThat(manifest.files())
                .extracting(file -> file.path().replaceFirst("source=[^/]*", "source=ID"))
                .containsExactly(
                        "org1234567/OCP/source=ID/year=2025/month=10/day=01/openshift_pod_usage_line_items/data.parquet",
                        "org1234567/OCP/source=ID/year=2025/month=10/day=02/openshift_pod_usage_line_items/data.parquet",
                        "org1234567/OCP/source=ID/year=2025/month=10/day=01/openshift_node_labels_line_items/data.parquet",
                        "org1234567/OCP/source=ID/year=2025/month=10/day=01/openshift_namespace_labels_line_items/data.parquet");
        assertThat(manifest.outputRows()).isEmpty();
        assertThat(manifest.sum(Measure.USAGE_CPU))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("1800"));
        assertThat(manifest.sum(Measure.EFFECTIVE_CPU))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("3600"));
    }

    @Test
    void valuesArriveAsTheyAreWrittenAndTyped() throws Exception {
        write(
                source.resolve("p.csv"),
                POD_HEADER,
                times(1, 3)
                        + "\"a,1\",\"line\nbreak\",\"say \"\"hi\"\"\",=1+1,0.1,,3e2,-5,1,2,8,28800.5,1,2,\"{\"\"app\"\": \"\"ü\"\"}\"\n");

        StoredDataset stored = imported("typed");

        try (DuckDb duck = DuckDb.over(stored)) {
            assertThat(duck.texts(
                            "SELECT pod || '|' || namespace || '|' || node || '|' || resource_id || '|' || pod_labels"
                                    + " FROM pods"))
                    .containsExactly("a,1|line\nbreak|say \"hi\"|=1+1|{\"app\": \"ü\"}");
            assertThat(duck.texts("SELECT CAST(interval_start AS VARCHAR) || '|' || typeof(interval_start) || '|'"
                            + " || typeof(pod_usage_cpu_core_seconds) FROM pods"))
                    .containsExactly("2025-10-01 03:00:00|TIMESTAMP_NS|DOUBLE");
            assertThat(duck.count("SELECT count(*) FROM pods WHERE pod_usage_cpu_core_seconds = 0.1::DOUBLE AND"
                            + " pod_request_cpu_core_seconds IS NULL AND pod_limit_cpu_core_seconds = 300 AND"
                            + " node_capacity_cpu_core_seconds = 28800.5::DOUBLE"))
                    .isEqualTo(1);
        }
        assertThat(stored.manifest().sum(Measure.REQUEST_CPU)).isEmpty();
        assertThat(stored.manifest().sum(Measure.USAGE_MEMORY))
                .as("a measure with negative values")
                .isEmpty();
    }

    @Test
    void tablesAreKnownByTheirColumnsWhateverTheFileIsCalled() throws Exception {
        write(source.resolve("deep/er/nodes.csv"), POD_HEADER, pod(1, 0, "a", ""));
        NiseFiles.writeCompressed(source.resolve("x.csv.gz"), NODE_HEADER + times(1, 0) + "node-1,\n");
        write(source.resolve("pod_usage_storage.csv"), STORAGE_HEADER, times(1, 0) + "n,p,c,v,s\n");
        write(source.resolve("empty.csv"), "");
        write(source.resolve("other.csv"), "a,b\n1,2\n");
        write(source.resolve("manifest.json"), "{}");

        ImportResult result = store.importFrom(request("known"), ProgressListener.NONE);

        assertThat(result.dataset().manifest().rows()).isEqualTo(new TableRows(1, 1, 0));
        assertThat(result.notes())
                .contains(
                        "pod_usage_storage.csv: holds storage, which the summary of pod usage does not read; ignored",
                        "empty.csv: is empty, and ignored",
                        "other.csv: holds no table of pod usage or labels, by its columns; ignored",
                        "manifest.json: is no CSV file; ignored");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() throws Exception {
        write(source.resolve("p.csv"), "\uFEFF" + (POD_HEADER + pod(1, 0, "a", "app:x")).replace("\n", "\r\n"));

        assertThat(imported("windows").manifest().rows().podUsage()).isEqualTo(1);
    }

    @Test
    void columnsMayStandInAnyOrderAndUnknownOnesAreLeftOut() throws Exception {
        write(
                source.resolve("p.csv"),
                "cluster_id, NODE ,namespace,interval_start,pod_usage_cpu_core_seconds\nc,n,s,2025-10-01T00:00:00Z,7\n");

        StoredDataset stored = imported("short");

        assertThat(stored.manifest().sums())
                .containsOnlyKeys("pod_usage_cpu_core_seconds", "pod_effective_usage_cpu_core_seconds");
        try (DuckDb duck = DuckDb.over(stored)) {
            assertThat(duck.texts("SELECT column_name FROM (DESCRIBE SELECT * FROM pods)"))
                    .containsExactly("interval_start", "namespace", "node", "pod_usage_cpu_core_seconds");
        }
    }

    @Test
    void allBadRowsAreNamedWithFileAndLineAndNothingIsKept() throws Exception {
        write(
                source.resolve("p.csv"),
                POD_HEADER,
                pod(1, 0, "a", "\"two\nlines\""),
                pod(1, 0, "b", "")
                        .replace("2025-10-01 00:00:00 +0000 UTC,2025-10-01 00:59", "yesterday,2025-10-01 00:59"),
                pod(1, 0, "c", "").replace(",900,", ",NaN,"),
                pod(1, 0, "d", "").replace(",900,", ",0x1p3,"),
                pod(1, 0, "e", "").replace(",900,", ",1e999,"),
                "too,short\n",
                pod(1, 0, "f\0", ""),
                pod(1, 0, "g", "").replace("2025-10-01 00:59:59 +0000 UTC", "2025-02-30"));

        assertThat(failure("bad"))
                .hasFieldOrPropertyWithValue("kind", DatasetException.Kind.UNUSABLE)
                .hasMessage(source + ": 7 rows cannot be read, and nothing was imported"
                        + "\n  p.csv:4: interval_start: 'yesterday' is no time from 1678 to 2261, such as"
                        + " '2025-10-01 00:00:00 +0000 UTC'"
                        + "\n  p.csv:5: pod_usage_cpu_core_seconds: 'NaN' is no finite decimal number"
                        + "\n  p.csv:6: pod_usage_cpu_core_seconds: '0x1p3' is no finite decimal number"
                        + "\n  p.csv:7: pod_usage_cpu_core_seconds: '1e999' is no finite decimal number"
                        + "\n  p.csv:8: has 2 fields, and the first row names 19 columns"
                        + "\n  p.csv:9: pod: 'f\uFFFD' holds a null character"
                        + "\n  p.csv:10: interval_end: '2025-02-30' is no time from 1678 to 2261, such as"
                        + " '2025-10-01 00:00:00 +0000 UTC'");
        assertThat(store.list()).isEmpty();
        assertThat(root.resolve("store/.bad.partial")).doesNotExist();
    }

    @Test
    void aFileFullOfBadRowsIsNotReadToItsEndAndTheListIsShort() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, "x\n".repeat(5_000));

        assertThat(failure("bad"))
                .hasMessageContaining("p.csv:21: has 1 fields")
                .hasMessageEndingWith("\n  ... and 980 more, and reading stopped there");
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotTakeTheFileIntoMemory() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", ""), "\"", "x".repeat(10 << 20));

        assertThat(failure("quote"))
                .hasMessageContaining("p.csv:3: begins a row of more than 1048576 characters; is a quote missing?");
    }

    @Test
    void whatIsNoTextIsNamed() throws Exception {
        write(source.resolve("a.csv"), POD_HEADER, pod(1, 0, "a", ""));
        Files.write(source.resolve("b.csv"), new byte[] {(byte) 0xC3, 0x28, '\n'});
        byte[] whole = NiseFiles.compressed(POD_HEADER + pod(1, 0, "a", "").repeat(1_000));
        Files.write(source.resolve("c.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(failure("text"))
                .hasFieldOrPropertyWithValue("kind", DatasetException.Kind.UNUSABLE)
                .hasMessageContaining("b.csv:1: is not UTF-8 text near here");
        Files.delete(source.resolve("b.csv"));
        assertThat(failure("text")).hasMessageContaining("is compressed, and cut off or damaged near here");
    }

    @Test
    void textBehindAClosedQuoteIsNoCsv() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, "\"a\"b,c\n", pod(1, 0, "a", ""));

        assertThat(failure("quote")).hasMessageContaining("p.csv:2: is no CSV from here on");
    }

    @Test
    void missingColumnsAreNamedAllAtOnce() throws Exception {
        write(source.resolve("p.csv"), "pod_labels,node,node\nx,y,z\n");
        write(source.resolve("n.csv"), "node_labels\nx\n");

        assertThat(failure("columns"))
                .hasMessageContaining("p.csv:1: looks like pod_usage and has no column interval_start")
                .hasMessageContaining("p.csv:1: looks like pod_usage and has no column namespace")
                .hasMessageContaining("p.csv:1: has two columns node")
                .hasMessageContaining("n.csv:1: looks like node_labels and has no column node");
    }

    @Test
    void aFolderWithoutPodUsageIsUnusable() throws Exception {
        write(source.resolve("n.csv"), NODE_HEADER, times(1, 0) + "node-1,\n");
        write(source.resolve("readme.txt"), "hello");

        assertThat(failure("none"))
                .hasFieldOrPropertyWithValue("kind", DatasetException.Kind.UNUSABLE)
                .hasMessage(source + ": holds no CSV file of pod usage\n  readme.txt: is no CSV file; ignored");
    }

    @Test
    void namesOfColumnsWithoutAnyRowAreUnusable() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER);

        assertThat(failure("bare"))
                .hasFieldOrPropertyWithValue("kind", DatasetException.Kind.UNUSABLE)
                .hasMessage(source + ": has no rows of pod usage");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void aLinkThatLeadsBackIsNamedAsSuch() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", ""));
        Files.createSymbolicLink(source.resolve("loop"), source);

        assertThat(failure("loop")).hasMessageEndingWith("loop is a link that leads back to a folder above it");
    }

    @Test
    void aCopyOfAFileIsNotCountedTwice() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", ""));
        write(source.resolve("copy/p.csv"), POD_HEADER, pod(1, 0, "a", ""));

        ImportResult result = store.importFrom(request("once"), ProgressListener.NONE);

        assertThat(result.dataset().manifest().rows().podUsage()).isEqualTo(1);
        assertThat(result.notes()).contains("p.csv: is a copy of " + Path.of("copy", "p.csv") + "; ignored");
    }

    @Test
    void daysThatComeBackAfterManyOthersLoseNothing() throws Exception {
        StringBuilder rows = new StringBuilder(POD_HEADER);
        for (int round = 0; round < 2; round++) {
            for (int day = 1; day <= 60; day++) {
                rows.append("p,n,s,")
                        .append(LocalDate.of(2025, 1, 1).plusDays(day))
                        .append('\n');
            }
        }
        write(
                source.resolve("p.csv"),
                rows.toString().replace(POD_HEADER, "pod_labels,node,namespace,interval_start\n"));

        StoredDataset stored = imported("days");

        assertThat(stored.manifest().files()).hasSize(120);
        assertThat(store.verify("days", ProgressListener.NONE).problems()).isEmpty();
        try (DuckDb duck = DuckDb.over(stored)) {
            assertThat(duck.count("SELECT count(*) FROM pods")).isEqualTo(120);
            assertThat(duck.count("SELECT count(DISTINCT interval_start) FROM pods"))
                    .isEqualTo(60);
        }
    }

    @Test
    void sumsAreThoseOfTheDaysThatAreAskedForAndOfRowsWithANode() throws Exception {
        write(
                source.resolve("p.csv"),
                POD_HEADER,
                pod(1, 0, "a", ""),
                pod(2, 0, "a", ""),
                pod(3, 0, "a", ""),
                pod(2, 0, "a", "shop", "", ""));
        Path params = root.resolve("params.json");
        Files.writeString(params, "{\"enabled_keys\": [\"app\"], \"start_date\": \"2025-10-02\", \"end_date\": null}");

        StoredDataset stored = store.importFrom(
                        new ImportRequest("range", source, Optional.of(params), false, Optional.empty()),
                        ProgressListener.NONE)
                .dataset();

        assertThat(stored.manifest().sum(Measure.USAGE_CPU))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("1800"));
        assertThat(stored.params()).hasSameTextualContentAs(params);
    }

    @Test
    void withoutParametersAllLabelKeysAndDaysAreTaken() throws Exception {
        write(
                source.resolve("p.csv"),
                POD_HEADER,
                pod(4, 0, "a", "label_app:x|tier: y |broken"),
                pod(5, 0, "a", "\"{\"\"zone\"\": {\"\"a\"\": 1}, \"\"env\"\": \"\"p\"\"}\""));
        write(source.resolve("n.csv"), NODE_HEADER, times(1, 0) + "node-1,label_role:worker\n");

        ImportResult result = store.importFrom(request("keys"), ProgressListener.NONE);

        assertThat(Files.readString(result.dataset().params()))
                .contains("\"enabled_keys\" : [ \"app\", \"env\", \"role\", \"tier\", \"zone\" ]")
                .contains("\"start_date\" : \"2025-10-04\"")
                .contains("\"end_date\" : \"2025-10-05\"");
        assertThat(result.notes()).anyMatch(note -> note.startsWith("without --params, all 5 label keys"));
    }

    @Test
    void anIdentityThatIsAPathStaysOutOfPaths() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", ""));
        Path params = root.resolve("params.json");
        Files.writeString(params, "{\"source_uuid\": \"../../../../../x\"}");

        StoredDataset stored = store.importFrom(
                        new ImportRequest("path", source, Optional.of(params), false, Optional.empty()),
                        ProgressListener.NONE)
                .dataset();

        assertThat(stored.manifest().files()).allMatch(file -> !file.path().contains(".."));
        assertThat(stored.data().resolve(stored.manifest().files().get(0).path()))
                .exists();
    }

    @Test
    void namesThatAreTakenOrNoNamesAreRefused() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", ""));
        imported("mine");

        assertThat(failure("mine"))
                .hasMessageContaining("a dataset 'mine' is here already")
                .hasMessageContaining("--force");
        assertThat(failure("tiny")).hasMessageContaining("'tiny' is a dataset of the catalogue");
        for (String name : List.of("../x", "A", "", ".hidden", "a/b", "a+b", "a b", "x".repeat(61), "a\nb")) {
            assertThat(failure(name)).hasMessageContaining("is no name for a dataset");
        }
    }

    @Test
    void aNameIsMadeOfTheFolders() {
        assertThat(ImportNames.of("/data/Nise Output (1)")).isEqualTo("nise-output-1-");
        assertThat(ImportNames.of("/")).isEqualTo("imported");
        assertThat(ImportNames.of("x/..hidden.csv.gz")).isEqualTo("hidden");
    }

    @Test
    void forceReplacesAndAFailedReplacementLeavesWhatWasThere() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", ""));
        imported("again");
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", ""), pod(1, 1, "a", ""));

        StoredDataset replaced = store.importFrom(
                        new ImportRequest("again", source, Optional.empty(), true, Optional.empty()),
                        ProgressListener.NONE)
                .dataset();
        write(source.resolve("p.csv"), POD_HEADER, "bad\n");
        ImportRequest broken = new ImportRequest("again", source, Optional.empty(), true, Optional.empty());
        assertThat(catchThrowable(() -> store.importFrom(broken, ProgressListener.NONE)))
                .isInstanceOf(DatasetException.class);

        assertThat(replaced.manifest().rows().podUsage()).isEqualTo(2);
        assertThat(store.find("again").orElseThrow().digest()).isEqualTo(replaced.digest());
        assertThat(store.verify("again", ProgressListener.NONE).isSound()).isTrue();
    }

    @Test
    void theSameFilesMakeTheSameBytes() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", "app:x"), pod(2, 0, "b", "app:y"));
        StoredDataset one = imported("same");
        DatasetStore other = new DatasetStore(root.resolve("other"));

        assertThat(other.importFrom(request("same"), ProgressListener.NONE)
                        .dataset()
                        .digest())
                .isEqualTo(one.digest());
    }

    @Test
    void theManifestNamesSourcesWithoutTheirFolder() throws Exception {
        write(source.resolve("sub/p.csv"), POD_HEADER, pod(1, 0, "a", ""));
        StoredDataset stored = imported("origin");

        ImportedSource origin =
                stored.manifest().imported().orElseThrow().sources().get(0);

        assertThat(origin.name()).isEqualTo("sub/p.csv");
        assertThat(origin.sha256()).isEqualTo(Sha256.hex(Files.readAllBytes(source.resolve("sub/p.csv"))));
        assertThat(Files.readString(stored.directory().resolve("manifest.json")))
                .doesNotContain(root.toString());
    }

    @Test
    void aCatalogueThatComesToKnowTheNameDoesNotOverwriteIt() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", ""));
        StoredDataset stored = imported("newcomer");
        Dataset dataset = DatasetCatalog.read(
                        "catalogue", "schema: run-matrix/datasets/v1\ndatasets:\n  newcomer: {nodes: 1, pods: 1}\n")
                .find("newcomer");

        assertThat(catchThrowable(() -> store.generate(dataset, 1, ProgressListener.NONE)))
                .hasMessageContaining(
                        "a dataset of this name was imported; remove it with 'dataset rm newcomer' first");
        assertThat(store.find("newcomer").orElseThrow().digest()).isEqualTo(stored.digest());
        assertThat(store.find(dataset)).isEmpty();
    }

    @Test
    void progressEndsWithAllBytes() throws Exception {
        write(source.resolve("p.csv"), POD_HEADER, pod(1, 0, "a", "").repeat(10_000));
        AtomicLong done = new AtomicLong();
        AtomicLong whole = new AtomicLong();

        store.importFrom(request("progress"), (bytes, total) -> {
            assertThat(bytes).isGreaterThanOrEqualTo(done.getAndSet(bytes));
            whole.set(total);
        });

        assertThat(done.get()).isEqualTo(Files.size(source.resolve("p.csv"))).isEqualTo(whole.get());
    }

    private StoredDataset imported(String name) throws DatasetException {
        return store.importFrom(request(name), ProgressListener.NONE).dataset();
    }

    private ImportRequest request(String name) {
        return new ImportRequest(name, source, Optional.empty(), false, Optional.empty());
    }

    private Throwable failure(String name) {
        return catchThrowable(() -> store.importFrom(request(name), ProgressListener.NONE));
    }
}
