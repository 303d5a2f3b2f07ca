// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.TestFiles;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        try (WithoutDriver loader = new WithoutDriver()) {
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

    /** Knows the classes of this process but for those of databases. */
    private static final class WithoutDriver extends URLClassLoader {

        WithoutDriver() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() {
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
            return Arrays.stream(path.split(File.pathSeparator))
                    .map(WithoutDriver::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(entry, e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.postgresql.") || name.startsWith("java.sql.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
