// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.storage.LocalPath;
import dev.runmatrix.aggregator.storage.LocalStorage;
import dev.runmatrix.aggregator.storage.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theNearestDirectoryNamesTheTable() throws Exception {
        Path pods = file("org/OCP/pod_usage/source=x/year=2025/month=11/a.parquet");
        Path nodes = file("pod_usage/day=01/openshift_node_labels_line_items/data.parquet");
        TableFiles found = find(directory);
        assertThat(paths(found, Table.POD_USAGE)).containsExactly(pods);
        assertThat(paths(found, Table.NODE_LABELS)).containsExactly(nodes);
    }

    @Test
    void withoutOneTheNameNamesIt() throws Exception {
        Path pods = file("pod_usage_1.parquet");
        Path longName = file("x/openshift_pod_usage_line_items.parquet");
        Path namespaces = file("namespace_labels-b.parquet");
        TableFiles found = find(directory);
        assertThat(paths(found, Table.POD_USAGE)).containsExactlyInAnyOrder(pods, longName);
        assertThat(paths(found, Table.NAMESPACE_LABELS)).containsExactly(namespaces);
    }

    @Test
    void theInputItselfNamesItLast() throws Exception {
        Path pods = file("node_labels/in/pod_usage.parquet");
        Path nodes = file("node_labels/in/data.parquet");
        TableFiles found = find(directory.resolve("node_labels/in"));
        assertThat(paths(found, Table.POD_USAGE)).containsExactly(pods);
        assertThat(paths(found, Table.NODE_LABELS)).containsExactly(nodes);
    }

    @Test
    void whatIsNoTableIsLeftAlone() throws Exception {
        file("storage_usage/a.parquet");
        file("pod_usage/a.csv");
        file("pod_usage/.a.parquet");
        file("pod_usage/_b.parquet");
        assertThat(paths(find(directory), Table.POD_USAGE)).isEmpty();
    }

    @Test
    void aFileMayBeNamedItselfAndCountsOnce() throws Exception {
        Path pods = file("pod_usage/a.data");
        assertThat(paths(find(pods, pods), Table.POD_USAGE)).containsExactly(pods);
    }

    @Test
    void aFileThatIsSpelledInTwoWaysCountsOnce() throws Exception {
        Path pods = file("pod_usage.parquet");
        Path detour = directory.resolve("./pod_usage.parquet");
        assertThat(paths(find(directory, detour), Table.POD_USAGE)).containsExactly(pods);
    }

    @Test
    void aDirectoryMayBeNamedLikeTheFileItStandsFor() throws Exception {
        Path part = file("pod_usage.parquet/part-00000.snappy.parquet");
        assertThat(paths(find(directory), Table.POD_USAGE)).containsExactly(part);
    }

    @Test
    void dailyCopiesBesideTheHourlyRowsAreNotCountedAgain() throws Exception {
        Path hourly = file("data/parquet/org/OCP/pod_usage/source=x/a.parquet");
        Path daily = file("data/parquet/daily/org/OCP/pod_usage/source=x/a.parquet");
        assertThat(paths(find(directory), Table.POD_USAGE)).containsExactly(hourly);
        assertThat(paths(find(directory.resolve("data/parquet/daily")), Table.POD_USAGE))
                .containsExactly(daily);
    }

    @Test
    void aNamedFileOfNoTableAndAMissingOneAreErrors() throws Exception {
        Path nothing = file("data.parquet");
        assertThatThrownBy(() -> find(nothing))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("data.parquet");
        assertThatThrownBy(() -> find(directory.resolve("none")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no such file or directory");
    }

    private Path file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private static TableFiles find(Path... inputs) throws BadInputException, IOException {
        return TableFiles.find(Stream.of(inputs).map(Location::of).toList(), new LocalStorage());
    }

    private static List<Path> paths(TableFiles found, Table table) {
        return found.of(table).stream()
                .map(file -> ((LocalPath) file.location()).path())
                .toList();
    }
}
