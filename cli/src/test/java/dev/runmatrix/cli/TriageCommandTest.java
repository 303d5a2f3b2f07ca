// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private final WatchedProcesses processes = new WatchedProcesses();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void needsProc() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "no /proc here");
    }

    @AfterEach
    void end() throws Exception {
        processes.end();
    }

    @Test
    void aProcessThatIsNotThereIsTold() {
        assertThat(run("triage", "--pid", "4999999")).isEqualTo(2);
        assertThat(err.toString()).contains("--pid 4999999", "no such process");
    }

    @Test
    void aNameThatNobodyHasIsTold() {
        assertThat(run("triage", "--name", "no-program-is-called-" + System.nanoTime()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no process has that in its command line");
    }

    @Test
    void severalOfOneNameAreListedWithoutTheirSecrets() throws Exception {
        String mark = "mark" + System.nanoTime();
        Process first = processes.start("sh", "-c", "sleep 600; : " + mark + " --password=hunter22");
        Process second = processes.start("sh", "-c", "sleep 600; : " + mark);

        assertThat(run("triage", "--name", mark)).isEqualTo(2);

        assertThat(err.toString())
                .contains("2 processes", "choose one with --pid", "age", "cores", "command")
                .contains(Long.toString(first.pid()), Long.toString(second.pid()))
                .doesNotContain("hunter22");
        assertThat(err.toString().lines().skip(1))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --for 10          | no length of time
            --for 10ms        | too short
            --progress (      | no regular expression
            --progress rows   | no group
            --rows-total 0    | use 1 or more
            --log /no/such    | no such file
            --config /no/such | no such file
            --config /        | is a directory
            --log /dev/null   | no regular file
            """)
    void wrongArgumentsAreToldBeforeAnythingIsWatched(String arguments, String said) throws Exception {
        Path log = Files.writeString(folder.resolve("job.log"), "");
        Process sleeper = processes.start("sleep", "600");
        String[] words = ("triage --pid " + sleeper.pid() + " " + arguments
                        + (arguments.startsWith("--progress") ? " --log " + log : ""))
                .split(" ");

        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString()).contains(said);
    }

    @Test
    void oneOfPidAndNameIsNeededAndNoMore() {
        assertThat(run("triage")).isEqualTo(2);
        assertThat(run("triage", "--pid", "1", "--name", "x")).isEqualTo(2);
    }

    @Test
    void aLogTellsHowFarItIsAndWhenItWillBeDone() throws Exception {
        Path log = folder.resolve("job.log");
        Process job = processes.start(new ProcessBuilder(
                        "sh", "-c", "i=0; while :; do i=$((i+1000)); echo \"processed $i rows\"; sleep 0.2; done")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));

        assertThat(run("triage", "--pid", Long.toString(job.pid()), "--for", "3s", "--rows-total", "7432560"))
                .isZero();

        assertThat(out.toString().replaceAll("\\s+", " "))
                .containsPattern("Progress: [\\d,]+ of 7,432,560 done, \\d\\.\\d %; [\\d,]+/s while watched")
                .contains("left, done");
    }

    @Test
    void aCommandLineCannotForgeALineOfTheReport() throws Exception {
        Process sleeper = processes.start("sh", "-c", "sleep 600; :", "x\nBUSY, NO FAULT SEEN: forged\rforged");

        assertThat(run("triage", "--pid", Long.toString(sleeper.pid()), "--for", "1s", "-q"))
                .isZero();

        assertThat(out.toString().lines()).noneMatch(line -> line.startsWith("BUSY") || line.startsWith("forged"));
        assertThat(out.toString()).contains("x\\nBUSY,").doesNotContain("\r");
    }

    @Test
    void everyFormSaysTheSameAndEveryLineFitsATerminal() throws Exception {
        Process sleeper = processes.start("sleep", "600");
        Path reports = folder.resolve("reports");

        assertThat(run("triage", "--pid", Long.toString(sleeper.pid()), "--for", "2s", "--out", reports.toString()))
                .isZero();

        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(out.toString()).contains("WAITING: It does nothing").doesNotContain("\u001b");
        assertThat(reports.resolve("triage.md")).content().contains("WAITING", "It does nothing");
        assertThat(reports.resolve("triage.html"))
                .content()
                .contains("WAITING", "It does nothing")
                .doesNotContain("<script");
        assertThat(reports.resolve("triage.json")).content().contains("\"state\" : \"WAITING\"");
    }

    @Test
    void aProcessThatEndsWhileItIsWatchedIsNoFailure() throws Exception {
        Process brief = processes.start("sleep", "1");

        assertThat(run("triage", "--pid", Long.toString(brief.pid()), "--for", "1m", "-q"))
                .isZero();

        assertThat(out.toString()).contains("CANNOT TELL", "ended while it was watched");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatItStartsIsLeftOutOnRequest() throws Exception {
        Process shell = processes.start("sh", "-c", "sleep 600; :");

        assertThat(run(
                        "triage",
                        "--pid",
                        Long.toString(shell.pid()),
                        "--for",
                        "1s",
                        "--no-tree",
                        "--format",
                        "json",
                        "-q"))
                .isZero();

        assertThat(out.toString())
                .contains("\"tree\" : false", "\"processes\" : 1")
                .doesNotContain("\"processes\" : 2");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
