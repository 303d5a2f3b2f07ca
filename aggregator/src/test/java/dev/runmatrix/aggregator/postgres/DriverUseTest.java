// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.PartialClasses;
import dev.runmatrix.aggregator.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverUseTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aFileIsWrittenWithoutLoadingAnythingOfDatabases() throws Exception {
        Path input = TestFiles.writeTables(Files.createDirectory(directory.resolve("in")), "");
        Path csv = directory.resolve("summary.csv");
        runWithoutDriver(input, csv.toString());
        assertThat(csv).isNotEmptyFile();
        assertThatThrownBy(() -> runWithoutDriver(input, "postgresql://127.0.0.1:1/d"))
                .rootCause()
                .isInstanceOf(ClassNotFoundException.class)
                .message()
                .matches("(org\\.postgresql|java\\.sql)\\..*");
    }

    private static void runWithoutDriver(Path input, String output) throws Exception {
        try (PartialClasses loader = new PartialClasses(List.of("org.postgresql.", "java.sql."))) {
            loader.loadClass(Task.class.getName())
                    .getMethod("run", Path.class, String.class)
                    .invoke(null, input, output);
        }
    }

    /** What is run, loaded anew. */
    public static final class Task {

        private Task() {}

        public static void run(Path input, String output) throws Exception {
            Output place = PostgresUrl.isMeantBy(output)
                    ? Output.database(PostgresUrl.parse(output, Map.of()))
                    : Output.file(Path.of(output));
            LoadedTable.aggregate(input, LoadedTable.params(""), place);
        }
    }
}
