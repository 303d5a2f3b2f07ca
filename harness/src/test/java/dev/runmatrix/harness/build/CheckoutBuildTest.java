// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runmatrix.harness.build.BuildFixture.Matrix;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.result.BuildFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision of the repository of a matrix whose cells measure commands. */
class CheckoutBuildTest {

    private static final String AXES = "axes: {x: [1, 2]}\n";

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private Path repository = Path.of("");
    private Path bench = Path.of("");
    private String first = "";

    @BeforeEach
    void makeTwoCommits() throws IOException, InterruptedException {
        repository = BuildFixture.repository(folder.resolve("a {tool}"), "one");
        bench = Files.createDirectories(repository.resolve("bench"));
        Files.writeString(repository.resolve("make.sh"), "cp data.txt made.txt; echo x >>count.txt\n");
        Files.writeString(bench.resolve("keep"), "");
        first = BuildFixture.commit(repository);
        Files.writeString(repository.resolve("data.txt"), "two");
        BuildFixture.commit(repository);
    }

    @AfterEach
    void removeCheckouts() throws IOException {
        Folders.remove(folder.resolve("home"));
    }

    @Test
    void theCommandsRunInACheckoutOfTheRevision() throws Exception {
        Matrix matrix = matrix("""
                target: {kind: command, command: [sh, tool.sh, "{x}"], directory: .., env: {A: "{x}"}, verify: [cmp, "{out}"]}
                """);

        Build build = build("HEAD~1", matrix);

        assertThat(build.facts().kind()).isEqualTo(BuildFacts.Kind.REVISION);
        assertThat(build.facts().commit()).contains(first);
        CommandTarget given = matrix.spec().commands().get(0);
        CommandTarget target = build.targets(matrix.spec(), matrix.cells()).get(0);
        assertThat(target.command()).isEqualTo(given.command());
        assertThat(target.environment()).isEqualTo(given.environment());
        assertThat(target.verify()).isEqualTo(given.verify());
        assertThat(directory(target))
                .startsWith(folder.toRealPath().resolve("home"))
                .isDirectory();
        assertThat(directory(target).resolve("data.txt")).hasContent("one");
        assertThat(repository.resolve("data.txt")).hasContent("two");
    }

    @Test
    void whatTheMatrixSaysIsBuiltThereOnce() throws Exception {
        Matrix matrix = matrix("""
                targets:
                  - {when: {x: 1}, command: [cat, made.txt], directory: .., build: [sh, -c, "cd .. && sh make.sh"]}
                  - {when: {x: 2}, command: [cat, made.txt], directory: .., build: [sh, -c, "cd .. && sh make.sh"]}
                """);

        Build build = build("HEAD~1", matrix);
        Build again = build(first, matrix);
        Build other = build("HEAD", matrix);

        Path directory = directory(build.targets(matrix.spec(), matrix.cells()).get(0));
        assertThat(directory.resolve("made.txt")).hasContent("one");
        assertThat(directory.resolve("count.txt")).hasContent("x\n");
        assertThat(again.targets(matrix.spec(), matrix.cells()))
                .isEqualTo(build.targets(matrix.spec(), matrix.cells()));
        assertThat(again.facts().isSameAs(build.facts())).isTrue();
        assertThat(other.facts().isSameAs(build.facts())).isFalse();
        assertThat(told).hasSize(4).first().asString().endsWith("(sh -c cd .. && sh make.sh)");
        assertThat(repository.resolve("made.txt")).doesNotExist();
    }

    @Test
    void aBuildThatFailsLeavesNoCheckout() throws Exception {
        Matrix matrix =
                matrix("target: {kind: command, command: [cat, '{x}'], build: [sh, -c, 'echo no rule >&2; exit 2']}\n");

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(UnusableBuildException.class)
                    .isThrownBy(() -> build("HEAD", matrix))
                    .withMessageContaining("exit code 2")
                    .withMessageContaining("\n  no rule");
        }
        assertThat(BuildFixture.git(repository, "worktree", "list").lines()).hasSize(1);
    }

    @Test
    void aCommandThatIsTheSameWhateverTheRevisionIsRefused() throws Exception {
        String inside = bench.toRealPath() + "/tool.sh";
        refused(
                "command: [sh, '" + inside.replace("{", "{{").replace("}", "}}") + "']",
                "names " + repository.toRealPath());
        refused("command: [sh, x], directory: /usr", "the directory /usr of a command is not in the repository");
        refused("command: [sh, x], directory: ../..", "the directory ../.. of a command is not in the repository");
        refused("command: [sh, x], directory: nowhere", "this revision has no folder 'bench/nowhere'");
    }

    private void refused(String command, String why) throws IOException, ConfigException {
        Matrix matrix = matrix("target: {kind: command, env: {X: '{x}'}, " + command + "}\n");
        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> build("HEAD", matrix))
                .withMessageStartingWith("HEAD: ")
                .withMessageContaining(why);
    }

    @Test
    void aRevisionBeforeTheFolderOfTheMatrixSaysSo() throws Exception {
        Matrix matrix = matrix("target: {kind: command, command: [cat, '{x}']}\n");
        BuildFixture.git(repository, "rm", "-q", "-r", "bench");
        BuildFixture.git(repository, "commit", "-q", "-m", "without");

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> build("HEAD", matrix))
                .withMessageContaining("has no folder 'bench', where the matrix file lies");
    }

    @Test
    void cellsOfBothKindsAreTooMany() throws Exception {
        Matrix matrix = BuildFixture.matrix(bench, BuildFixture.HEAD + """
                axes: {dataset: [tiny], mode: [in-memory], max_workers: [1], engine: [own, other]}
                targets: [{when: {engine: other}, command: [cat, "{out}"]}]
                """);

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> build("HEAD", matrix))
                .withMessageContaining("C01 measures the aggregator, others measure commands")
                .withMessageContaining("--only");
    }

    @Test
    void aCommandTakesThePlaceOfThatOfTheMatrix() throws Exception {
        Matrix matrix = matrix("""
                targets:
                  - {when: {x: 1}, command: [a], env: {V: w}, directory: .., verify: [cmp, "{out}"], build: [make]}
                  - {when: {x: 2}, command: [b, "{x}"]}
                """);

        List<CommandTarget> targets = build("[c, '{x}']", matrix).targets(matrix.spec(), matrix.cells());

        assertThat(targets).extracting(CommandTarget::command).containsOnly(List.of("c", "{x}"));
        assertThat(targets.get(0))
                .usingRecursiveComparison()
                .ignoringFields("command", "build")
                .isEqualTo(matrix.spec().commands().get(0));
        assertThat(matrix.cells()).allMatch(cell -> targets.stream().anyMatch(target -> target.covers(cell.cell())));
    }

    private Matrix matrix(String target) throws IOException, ConfigException {
        return BuildFixture.matrix(bench, BuildFixture.HEAD + AXES + target);
    }

    private Build build(String text, Matrix matrix) throws IOException, UnusableBuildException {
        Path home = Files.createDirectories(folder.resolve("home"));
        try (Builds builds = Builds.open(new BuildPlaces(home, home.resolve("builds"), bench), List.of(), told::add)) {
            return builds.of(text, matrix.spec(), matrix.cells());
        }
    }

    private static Path directory(CommandTarget target) {
        return Path.of(target.directory().orElseThrow().replace("{{", "{").replace("}}", "}"))
                .normalize();
    }
}
