// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees of made-up processes; times in ticks of 10 ms, memory in pages. */
class ProcessTreeTest {

    private static final String MARK = "RM_MARK_x=fork-1";
    private static final long NANOS_PER_TICK = 10_000_000;

    @TempDir
    private Path proc = Path.of("");

    @Test
    void aTreeIsTheSumOfItsProcesses() throws IOException {
        process(10, 1, 5, 0, 100);
        ProcessTree tree = tree();
        process(11, 10, 7, 0, 50);
        process(12, 11, 1, 0, 1);
        process(13, 9, 100, 0, 1_000);

        assertThat(tree.look())
                .contains(new ProcessLook(
                        130,
                        151 * 4096,
                        3,
                        OptionalLong.of(30),
                        OptionalLong.of(60),
                        OptionalLong.of(9),
                        OptionalLong.of(21)));
    }

    @Test
    void aMarkedProcessBelongsToTheTreeWhereverItHasGone() throws IOException {
        process(10, 1, 5, 0, 100);
        ProcessTree tree = tree();
        process(20, 1, 3, 0, 10);
        Files.writeString(proc.resolve("20/environ"), "A=b\0" + MARK + "\0");
        process(21, 1, 3, 0, 10);
        Files.writeString(proc.resolve("21/environ"), "A=b\0" + MARK + "2\0");

        assertThat(tree.look().orElseThrow().cpuMillis()).isEqualTo(80);
    }

    @Test
    void aChildThatWasWaitedForIsNotCountedTwice() throws IOException {
        process(10, 1, 5, 0, 100);
        ProcessTree tree = tree();
        process(11, 10, 7, 0, 50);
        assertThat(tree.look().orElseThrow().cpuMillis()).isEqualTo(120);

        gone(11);
        process(10, 1, 5, 9, 100);

        assertThat(tree.look().orElseThrow().cpuMillis()).isEqualTo(140);
    }

    @Test
    void aChildThatNobodyWaitedForCountsAsItWasLastSeen() throws IOException {
        process(10, 1, 5, 0, 100);
        ProcessTree tree = tree();
        process(11, 10, 7, 0, 50);
        process(12, 1, 4, 0, 10);
        Files.writeString(proc.resolve("12/environ"), MARK + "\0");
        tree.look();

        gone(11);
        gone(12);

        assertThat(tree.look().orElseThrow().cpuMillis()).isEqualTo(160);
    }

    @Test
    void whatTheKernelAccountsToTheHarnessTakesThePlaceOfTheRoot() throws IOException {
        process(10, 1, 5, 0, 100);
        ProcessTree tree = tree();
        process(11, 10, 7, 0, 50);
        process(12, 10, 2, 0, 50);
        tree.look();

        gone(10);
        gone(11);
        process(12, 1, 3, 0, 50);

        assertThat(tree.cpuNanos(20 * NANOS_PER_TICK, 0)).isEqualTo(23 * NANOS_PER_TICK);
        assertThat(tree.cpuNanos(0, 0)).isEqualTo(15 * NANOS_PER_TICK);
        assertThat(tree.look()).isEmpty();
    }

    @Test
    void anotherProcessWithTheNumberOfOneThatEndedIsNoMember() throws IOException {
        process(10, 1, 5, 0, 100);
        ProcessTree tree = tree();
        process(11, 10, 7, 0, 50);
        tree.look();

        Files.writeString(proc.resolve("11/stat"), stat(11, 1, 500, 0, 50).replace(" 777 ", " 999 "));

        assertThat(tree.look().orElseThrow().cpuMillis()).isEqualTo(120);
    }

    @Test
    void aNameWithSpacesAndParenthesesIsNoTrouble() throws IOException {
        process(10, 1, 5, 0, 100);
        Files.writeString(proc.resolve("10/stat"), stat(10, 1, 5, 0, 100).replace("(x)", "(a) b (c d)"));

        assertThat(tree().look().orElseThrow().rssBytes()).isEqualTo(100 * 4096);
    }

    private ProcessTree tree() {
        return new ProcessTree(new ProcessFiles(proc, 4096), List.of(1L, 9L), 10, MARK);
    }

    private void process(long pid, long parent, long ownTicks, long childTicks, long pages) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(Long.toString(pid)));
        Files.writeString(folder.resolve("stat"), stat(pid, parent, ownTicks, childTicks, pages));
        Files.writeString(
                folder.resolve("io"), "rchar: 1\nread_bytes: 10\nwrite_bytes: 20\ncancelled_write_bytes: 0\n");
        Files.writeString(folder.resolve("environ"), "PATH=/bin\0");
    }

    private static String stat(long pid, long parent, long ownTicks, long childTicks, long pages) {
        return pid + " (x) S " + parent + " 1 1 0 -1 0 1 2 3 4 " + ownTicks + " 0 " + childTicks
                + " 0 20 0 1 0 777 1000 " + pages + " 0 0\n";
    }

    private void gone(long pid) throws IOException {
        for (String file : List.of("stat", "io", "environ")) {
            Files.delete(proc.resolve(pid + "/" + file));
        }
        Files.delete(proc.resolve(Long.toString(pid)));
    }
}
