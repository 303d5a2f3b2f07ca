// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.Engines;
import dev.runmatrix.harness.matrix.Filters;
import dev.runmatrix.harness.matrix.Limits;
import dev.runmatrix.harness.matrix.MatrixExpansion;
import dev.runmatrix.harness.matrix.MatrixFile;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.MatrixSpecReader;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Real git repositories, jars that look like this program, and matrices. */
final class BuildFixture {

    static final String HEAD = """
            schema: run-matrix/v1
            title: A title
            question: A question?
            """;

    /** Measures the aggregator. */
    static final String AGGREGATOR = HEAD + """
            axes: {dataset: [tiny], mode: [streaming], parallel_chunks: [false, true], max_workers: [1, 2]}
            """;

    /** Builds a checkout of {@link #program}: what it says is what was committed. */
    static final List<String> COPY = List.of("sh", "build.sh");

    private static final String MAIN_ENTRY = "dev/runmatrix/cli/Main.class";

    private BuildFixture() {}

    /** A matrix and all of its cells. */
    record Matrix(MatrixSpec spec, List<PlannedCell> cells) {}

    static Matrix matrix(Path folder, String yaml) throws IOException, ConfigException {
        Path file = Files.writeString(folder.resolve("m.yaml"), yaml);
        MatrixFile read = new MatrixSpecReader(
                        new LinkedHashSet<>(List.of("tiny", "100k")), List.of("-Xmx64m"), Engines.NONE, Limits.DEFAULT)
                .read(file, Optional.empty());
        return new Matrix(
                read.spec(),
                new MatrixExpansion(Limits.DEFAULT).plan(read, Filters.NONE).cells());
    }

    /** Runs git in a folder, and returns what it says. */
    static String git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(Repository.VARIABLES);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Commits all there is in a folder, and returns the commit. */
    static String commit(Path folder) throws IOException, InterruptedException {
        git(folder, "add", "-A");
        git(folder, "commit", "-q", "--allow-empty", "-m", "x");
        return git(folder, "rev-parse", "HEAD");
    }

    /** A program: a main jar and two libraries, of which one is the program's own. */
    static Path program(Path folder, String content) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.write(folder.resolve("lib/run-matrix-aggregator-0.1.0.jar"), jar(Map.of("a", content), ""));
        Files.write(folder.resolve("lib/other-1.jar"), jar(Map.of("o", "other"), ""));
        return Files.write(
                folder.resolve(ProgramJar.NAME),
                jar(Map.of(MAIN_ENTRY, "x"), "lib/other-1.jar lib/run-matrix-aggregator-0.1.0.jar"));
    }

    /** A repository whose checkouts {@link #COPY} builds. */
    static Path repository(Path folder, String content) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        git(folder, "init", "-q");
        program(folder.resolve("made"), content);
        Files.writeString(
                folder.resolve("build.sh"), "set -e\necho building; mkdir -p cli/target; cp -r made/. cli/target\n");
        Files.writeString(folder.resolve("data.txt"), content);
        return folder;
    }

    /** A run that has ended. */
    static RunRecord run(Matrix matrix, Optional<String> commit, boolean dirty, String digest) {
        Environment environment = new Environment(
                "class",
                "ba9876543210",
                "0123456789ab",
                "cpu",
                2,
                2,
                1,
                1,
                Optional.empty(),
                "Linux",
                "6",
                "17",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                commit,
                dirty,
                digest);
        return new RunRecord(
                RunRecord.SCHEMA,
                "20261122T120000Z-0123abc",
                RunState.COMPLETE,
                Instant.EPOCH,
                Optional.empty(),
                "1",
                List.of("run"),
                1,
                1000,
                Optional.empty(),
                matrix.spec(),
                new Plan(matrix.cells(), List.of(), List.of()),
                environment,
                List.of(),
                Optional.of(0),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static byte[] jar(Map<String, String> entries, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(entry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Of one time for ever: the same content is the same bytes. */
    private static JarEntry entry(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
        return entry;
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
