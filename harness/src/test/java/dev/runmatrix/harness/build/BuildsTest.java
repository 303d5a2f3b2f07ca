// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runmatrix.harness.build.BuildFixture.Matrix;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.toy.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildsTest {

    private static final String DIGEST = "f".repeat(64);

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<Builds> open = new ArrayList<>();
    private Path home = Path.of("");
    private Path store = Path.of("");
    private String first = "";

    @BeforeEach
    void makeTwoCommits() throws IOException, InterruptedException {
        home = BuildFixture.repository(folder.resolve("a home"), "one");
        store = home.resolve("builds");
        Files.writeString(home.resolve(".gitignore"), "/builds/\nm.yaml\n");
        first = BuildFixture.commit(home);
        BuildFixture.repository(home, "two");
        BuildFixture.commit(home);
        Files.writeString(home.resolve("data.txt"), "changed by the user");
    }

    @AfterEach
    void close() throws IOException {
        for (Builds builds : open) {
            builds.close();
        }
    }

    @Test
    void aRevisionIsBuiltOnceAndLeavesTheCheckoutAlone() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        String before = BuildFixture.git(home, "status", "--porcelain", "--branch");

        Build build = builds(BuildFixture.COPY).of("HEAD~1", matrix.spec(), matrix.cells());
        Build again = builds(List.of("false")).of(first.substring(0, 12), matrix.spec(), matrix.cells());

        assertThat(build.facts().kind()).isEqualTo(BuildFacts.Kind.REVISION);
        assertThat(build.facts().given()).isEqualTo("HEAD~1");
        assertThat(build.facts().commit()).contains(first);
        assertThat(again.facts().digest()).isEqualTo(build.facts().digest()).isPresent();
        Path jar = jar(build, matrix);
        assertThat(jar).isEqualTo(store.resolve(build.facts().digest().get()).resolve(ProgramJar.NAME));
        assertThat(jar.resolveSibling("lib/run-matrix-aggregator-0.1.0.jar"))
                .hasBinaryContent(BuildFixture.jar(Map.of("a", "one"), ""));
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isEqualTo("building " + first.substring(0, 7) + " (sh build.sh)");
        assertThat(told.get(1)).startsWith("built " + first.substring(0, 7) + " in ");
        assertThat(BuildFixture.git(home, "status", "--porcelain", "--branch")).isEqualTo(before);
        assertThat(BuildFixture.git(home, "worktree", "list").lines()).hasSize(1);
        assertThat(BuildFixture.names(store.resolve("checkouts"))).isEmpty();
    }

    @Test
    void noHookOfTheRepositoryIsRun() throws Exception {
        Path hook = home.resolve(".git/hooks/post-checkout");
        Files.writeString(hook, "#!/bin/sh\ntouch '" + folder.resolve("hooked") + "'\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);

        builds(BuildFixture.COPY).of("HEAD", matrix.spec(), matrix.cells());

        assertThat(folder.resolve("hooked")).doesNotExist();
    }

    @Test
    void aBuildThatFailsShowsItsErrorsAndIsNotTakenForMade() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        List<String> failing = List.of(
                "sh",
                "-c",
                "mkdir -p cli/target; cp -r made/. cli/target; echo '[ERROR] no such symbol';"
                        + " for i in 1 2 3 4 5 6 7 8 9; do echo '[ERROR]'; echo '[ERROR] advice'; done; exit 3");

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(UnusableBuildException.class)
                    .isThrownBy(() -> builds(failing).of("HEAD~1", matrix.spec(), matrix.cells()))
                    .withMessageContaining("HEAD~1")
                    .withMessageContaining("exit code 3")
                    .withMessageContaining(
                            store.resolve("logs").resolve(first + ".log").toString())
                    .withMessageContaining("\n  [ERROR] no such symbol");
        }
        assertThat(BuildFixture.names(store.resolve("checkouts"))).isEmpty();
        assertThat(builds(BuildFixture.COPY)
                        .of("HEAD~1", matrix.spec(), matrix.cells())
                        .facts()
                        .commit())
                .contains(first);
    }

    @Test
    void aRevisionWithoutTheProgramSaysSo() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds(List.of("true")).of("HEAD", matrix.spec(), matrix.cells()))
                .withMessageContaining("there is no cli/target/run-matrix.jar");
    }

    @Test
    void whatAKilledBuildLeftIsNoHindrance() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        Path left = store.resolve("checkouts").resolve(first);
        BuildFixture.git(home, "worktree", "add", "-q", "--detach", left.toString(), first);
        Files.writeString(left.resolve("half"), "made");

        assertThat(builds(BuildFixture.COPY)
                        .of("HEAD~1", matrix.spec(), matrix.cells())
                        .facts()
                        .commit())
                .contains(first);
        assertThat(BuildFixture.names(store.resolve("checkouts"))).isEmpty();
    }

    @Test
    void aStoppedBuildLeavesNoProcessAndNoCheckout() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        Path pids = folder.resolve("pids");
        Builds builds = builds(List.of("sh", "-c", "sleep 600 & echo $! >'" + pids + "'; wait"));
        Thread stopper = new Thread(() -> {
            while (!Files.exists(pids) || pids.toFile().length() == 0) {
                Thread.onSpinWait();
            }
            builds.stop();
        });
        stopper.start();

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds.of("HEAD", matrix.spec(), matrix.cells()))
                .withMessageContaining("ended before it was built");

        stopper.join();
        long pid = Long.parseLong(Files.readString(pids).strip());
        assertThat(Processes.end(pid)).isTrue();
        assertThat(BuildFixture.names(store.resolve("checkouts"))).isEmpty();
        assertThat(BuildFixture.git(home, "worktree", "list").lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "no-such-branch", "HEAD..HEAD~1", "^HEAD", "a\nb", " ", "data.tx\0t"})
    void aTextThatNamesNothingIsToldAllForms(String text) throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds(BuildFixture.COPY).of(text, matrix.spec(), matrix.cells()))
                .withMessageContaining("run-matrix.jar")
                .withMessageContaining("git revision")
                .withMessageContaining("YAML list");
        assertThat(told).isEmpty();
    }

    @Test
    void aShallowCloneIsNamedAsThePossibleReason() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        Path clone = folder.resolve("clone");
        BuildFixture.git(folder, "clone", "-q", "--depth", "1", "file://" + home, clone.toString());
        home = clone;

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds(BuildFixture.COPY).of("HEAD~1", matrix.spec(), matrix.cells()))
                .withMessageContaining("git fetch --unshallow");
    }

    @Test
    void outsideARepositoryThereAreNoRevisions() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        home = Files.createDirectories(folder.resolve("plain"));

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds(BuildFixture.COPY).of("HEAD", matrix.spec(), matrix.cells()))
                .withMessageContaining(home + " belongs to no git repository");
    }

    @Test
    void aCommandIsReadByTheRulesOfTheMatrixFile() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        String text = "[sh, -c, \"sleep 1; echo {max_workers} >{out}\"]";

        Build build = builds(BuildFixture.COPY).of(text, matrix.spec(), matrix.cells());

        assertThat(build.facts().kind()).isEqualTo(BuildFacts.Kind.COMMAND);
        assertThat(build.facts().given()).isEqualTo(text);
        assertThat(build.targets(matrix.spec(), matrix.cells())).singleElement().satisfies(target -> {
            assertThat(target.when()).isEmpty();
            assertThat(target.command()).containsExactly("sh", "-c", "sleep 1; echo {max_workers} >{out}");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[sh, \"{workers}\"] | '{workers}' is no placeholder",
                "[sh, \"a { b\"] | has a brace alone",
                "[] | is empty",
                "[sh | not YAML",
                "[[sh]] | does not belong here",
            })
    void aFaultyCommandSaysWhatIsWrong(String text, String what) throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds(BuildFixture.COPY).of(text, matrix.spec(), matrix.cells()))
                .withMessageContaining(what)
                .withMessageContaining("git revision");
    }

    @Test
    void aJarIsMeasuredFromACopy() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        Path given = BuildFixture.program(folder.resolve("else where"), "three");

        Build build = builds(BuildFixture.COPY).of(given.toString(), matrix.spec(), matrix.cells());

        assertThat(build.facts().kind()).isEqualTo(BuildFacts.Kind.JAR);
        assertThat(jar(build, matrix)).startsWith(store).hasSameBinaryContentAs(given);
    }

    @Test
    void aFileThatIsNoBuildSaysWhy() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        Path other = Files.write(folder.resolve("other.jar"), BuildFixture.jar(Map.of("x", "y"), ""));
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        Path alone = Files.copy(BuildFixture.program(folder.resolve("p"), "x"), folder.resolve("alone.jar"));

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds(BuildFixture.COPY).of(other.toString(), matrix.spec(), matrix.cells()))
                .withMessageContaining("holds no dev.runmatrix.cli.Main");
        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds(BuildFixture.COPY).of(text.toString(), matrix.spec(), matrix.cells()))
                .withMessageContaining("cannot be read as a jar");
        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds(BuildFixture.COPY).of(alone.toString(), matrix.spec(), matrix.cells()))
                .withMessageContaining("needs lib/other-1.jar beside it");
    }

    @Test
    void theProgramItselfIsMeasuredFromACopy() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        Path own = BuildFixture.program(home.resolve("cli/target"), "own");

        Build build = builds(BuildFixture.COPY, own).own();

        assertThat(build.facts().kind()).isEqualTo(BuildFacts.Kind.OWN);
        assertThat(build.facts().commit()).as("the tree has changes").isEmpty();
        assertThat(jar(build, matrix)).startsWith(store).hasSameBinaryContentAs(own);
    }

    @Test
    void theBuildOfARunIsTheKeptOneBeforeAllOthers() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        KeptBuild kept = new BuildStore(store).keep(List.of(BuildFixture.program(folder.resolve("p"), "old")));

        BuildOfRun found =
                builds(List.of("false")).ofRun(BuildFixture.run(matrix, Optional.of(first), true, kept.digest()));

        assertThat(found.why()).startsWith("is kept in ");
        assertThat(jar(found.build().orElseThrow(), matrix)).isEqualTo(kept.jar());
        assertThat(found.build().get().facts().commit())
                .as("of a tree with changes")
                .isEmpty();
    }

    @Test
    void theBuildOfARunIsBuiltFromItsCommitWhereItIsNotKept() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        Builds builds = builds(BuildFixture.COPY);

        BuildOfRun other = builds.ofRun(BuildFixture.run(matrix, Optional.of(first), false, DIGEST));
        String digest = other.build().orElseThrow().facts().digest().orElseThrow();
        Files.delete(store.resolve(digest).resolve(ProgramJar.NAME));
        BuildOfRun same = builds.ofRun(BuildFixture.run(matrix, Optional.of(first), false, digest));

        assertThat(other.why())
                .isEqualTo("is built from its commit " + first.substring(0, 7) + ", not the same to the byte");
        assertThat(same.why())
                .isEqualTo("is built from its commit " + first.substring(0, 7) + ", the same to the byte");
    }

    @Test
    void aRunWhoseBuildCannotBeHadSaysWhy() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        Builds builds = builds(BuildFixture.COPY);

        assertThat(builds.ofRun(BuildFixture.run(matrix, Optional.empty(), false, DIGEST)))
                .isEqualTo(
                        new BuildOfRun(Optional.empty(), "is not kept, and no commit is known that it was built from"));
        assertThat(builds.ofRun(BuildFixture.run(matrix, Optional.of(first), true, DIGEST))
                        .why())
                .contains("changes that were not committed");
        assertThat(builds.ofRun(BuildFixture.run(matrix, Optional.of("0".repeat(40)), false, DIGEST))
                        .why())
                .contains("its commit 0000000000000000000000000000000000000000 is not in the repository of");
        assertThat(builds.ofRun(BuildFixture.run(matrix, Optional.of("--all"), false, "../x"))
                        .why())
                .contains("its commit --all is not in the repository of");
        Matrix commands = BuildFixture.matrix(
                folder, BuildFixture.HEAD + "axes: {x: [1]}\ntarget: {kind: command, command: [sleep, '{x}']}\n");
        assertThat(builds.ofRun(BuildFixture.run(commands, Optional.of(first), false, DIGEST))
                        .why())
                .contains("measured commands");
        assertThat(builds(List.of("false"))
                        .ofRun(BuildFixture.run(matrix, Optional.of(first), false, DIGEST))
                        .why())
                .contains("cannot be built: build of run 20261122T120000Z-0123abc: commit");
    }

    @Test
    void twoAtOnceMakeOneBuildAfterTheOther() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        BuildLock other = BuildLock.acquire(store, () -> false, told::add);
        Builds waiting = builds(BuildFixture.COPY);
        List<String> toldWhileWaiting = Collections.synchronizedList(new ArrayList<>());
        Builds builds = Builds.open(
                new BuildPlaces(home, store, folder),
                List.of(),
                line -> {
                    toldWhileWaiting.add(line);
                    if (line.contains("waiting")) {
                        close(other);
                    }
                },
                BuildFixture.COPY);
        open.add(builds);

        builds.of("HEAD", matrix.spec(), matrix.cells());

        assertThat(toldWhileWaiting)
                .hasSize(3)
                .first()
                .asString()
                .contains("another run-matrix makes a build in " + store);
        assertThat(waiting.of("HEAD", matrix.spec(), matrix.cells()).facts().digest())
                .isPresent();
        assertThat(told).isEmpty();
    }

    @Test
    void whoeverWaitsForAnotherCanBeStopped() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);
        BuildLock other = BuildLock.acquire(store, () -> false, told::add);
        Builds builds = builds(BuildFixture.COPY);
        builds.stop();

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> builds.of("HEAD", matrix.spec(), matrix.cells()))
                .withMessageContaining("ended while waiting");
        close(other);
    }

    private static void close(BuildLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Builds builds(List<String> command, Path... own) throws IOException {
        Builds builds = Builds.open(new BuildPlaces(home, store, folder), List.of(own), told::add, command);
        open.add(builds);
        return builds;
    }

    private static Path jar(Build build, Matrix matrix) throws UnusableBuildException {
        List<CommandTarget> targets = build.targets(matrix.spec(), matrix.cells());
        List<String> command = targets.get(0).command();
        return Path.of(command.get(command.indexOf("-cp") + 1));
    }
}
