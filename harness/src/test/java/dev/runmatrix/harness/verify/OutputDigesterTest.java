// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDigesterTest {

    private final OutputDigester digester = new OutputDigester();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theOrderOfRowsDoesNotMatter() throws Exception {
        assertThat(csv("namespace,v\na,1.5\nb,2.5\n")).isEqualTo(csv("namespace,v\nb,2.5\na,1.5\n"));
    }

    @Test
    void theLastBitOfANumberMatters() throws Exception {
        String next = Double.toString(Math.nextUp(1.5));

        assertThat(csv("namespace,v\na,1.5\n")).isNotEqualTo(csv("namespace,v\na," + next + "\n"));
    }

    @Test
    void howANumberIsWrittenDoesNotMatter() throws Exception {
        assertThat(csv("namespace,v\na,1\nb,-0.0\n")).isEqualTo(csv("namespace,v\na,1.0\nb,0\n"));
    }

    @Test
    void nullEmptyTextAndZeroAreThreeThings() throws Exception {
        assertThat(csv("namespace,v\n,1\n")).isNotEqualTo(csv("namespace,v\n\"\",1\n"));
        assertThat(csv("namespace,v\na,\n")).isNotEqualTo(csv("namespace,v\na,0\n"));
    }

    @Test
    void theNumberOfEqualRowsMatters() throws Exception {
        assertThat(csv("namespace,v\na,1\n")).isNotEqualTo(csv("namespace,v\na,1\na,1\n"));
    }

    @Test
    void namesOfColumnsMatter() throws Exception {
        assertThat(csv("namespace,v\na,1\n")).isNotEqualTo(csv("namespace,w\na,1\n"));
    }

    @Test
    void theSameContentInCsvAndInParquetHasTheSameDigest() throws Exception {
        Path parquet = folder.resolve("out.parquet");
        ParquetFile.write(parquet, "2025-10-01", "a", 1.5, 7);
        Path text = Files.writeString(
                folder.resolve("out.csv"),
                "usage_start,namespace,node,pod_usage_cpu_core_hours,cost_category_id\n\"2025-10-01\",\"a\",,1.5,7\n");

        OutputDigest fromParquet = digester.digest(parquet);

        assertThat(fromParquet.digest()).isEqualTo(digester.digest(text).digest());
        assertThat(fromParquet.rows()).isEqualTo(1);
        assertThat(fromParquet.bytes()).isEqualTo(Files.size(parquet));
        assertThat(fromParquet.sums())
                .containsEntry("pod_usage_cpu_core_hours", 1.5)
                .containsEntry("cost_category_id", 7.0)
                .doesNotContainKey("node");
    }

    @Test
    void aTruncatedParquetFileIsUnreadable() throws Exception {
        Path parquet = folder.resolve("out.parquet");
        ParquetFile.write(parquet, "2025-10-01", "a", 1.5, 7);
        byte[] bytes = Files.readAllBytes(parquet);
        Files.write(parquet, Arrays.copyOf(bytes, bytes.length - 5));

        assertThatThrownBy(() -> digester.digest(parquet))
                .isInstanceOf(UnreadableOutputException.class)
                .hasMessageContaining("out.parquet");
    }

    @Test
    void aMissingOrEmptyFileIsUnreadable() throws Exception {
        Path empty = Files.createFile(folder.resolve("out.csv"));

        assertThatThrownBy(() -> digester.digest(empty)).isInstanceOf(UnreadableOutputException.class);
        assertThatThrownBy(() -> digester.digest(folder.resolve("none"))).isInstanceOf(UnreadableOutputException.class);
    }

    private String csv(String text) throws Exception {
        return digester.digest(Files.writeString(folder.resolve("out.csv"), text))
                .digest();
    }
}
