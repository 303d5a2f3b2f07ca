// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.storage.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3UseTest {

    private static final List<String> HIDDEN =
            List.of("software.amazon.", "org.reactivestreams.", "dev.runmatrix.aggregator.s3.");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void localFilesAreReadWithoutLoadingAnythingOfS3() throws Exception {
        Path input = TestFiles.writeTables(Files.createDirectory(directory.resolve("in")), "");
        Path csv = directory.resolve("summary.csv");
        run(input.toString(), csv);
        assertThat(csv).isNotEmptyFile();
        assertThatThrownBy(() -> run("s3://bucket/key", csv))
                .rootCause()
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessageContaining("dev.runmatrix.aggregator.s3.");
    }

    private static void run(String input, Path output) throws Exception {
        try (PartialClasses classes = new PartialClasses(HIDDEN)) {
            classes.loadClass(Task.class.getName())
                    .getMethod("run", String.class, Path.class)
                    .invoke(null, input, output);
        }
    }

    /** What is run, loaded anew. */
    public static final class Task {

        private Task() {}

        public static void run(String input, Path output) throws Exception {
            Path params = Files.writeString(output.resolveSibling("params.json"), TestFiles.PARAMS);
            AggregationConfig config = new AggregationConfig(
                    List.of(Location.parse(input)),
                    Location.of(params),
                    Output.file(output),
                    Mode.AUTO,
                    true,
                    2,
                    1000,
                    OptionalInt.empty(),
                    true,
                    SpillSettings.USUAL,
                    Set.of());
            Aggregator.run(config);
            Explainer.explain(config);
        }
    }
}
