// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadWaitsTest {

    @TempDir
    private Path process = Path.of("");

    @Test
    void theSumIsThatOfAllThreads() throws IOException {
        ThreadWaits waits = new ThreadWaits();
        thread(1, 100, 3);
        thread(2, 50, 4);
        waits.look(process, 5);

        assertThat(waits.waitedNanos()).hasValue(150);
        assertThat(waits.involuntarySwitches()).hasValue(7);
    }

    @Test
    void aThreadThatEndedKeepsItsLastValues() throws IOException {
        ThreadWaits waits = new ThreadWaits();
        thread(1, 100, 3);
        thread(2, 50, 4);
        waits.look(process, 5);
        remove(2);
        thread(1, 120, 5);
        waits.look(process, 5);

        assertThat(waits.waitedNanos()).hasValue(170);
        assertThat(waits.involuntarySwitches()).hasValue(9);
    }

    @Test
    void anIdThatIsGivenToANewThreadDoesNotHideTheOldOne() throws IOException {
        ThreadWaits waits = new ThreadWaits();
        thread(2, 50, 4);
        waits.look(process, 5);
        thread(2, 10, 1);
        waits.look(process, 5);
        thread(2, 30, 2);
        waits.look(process, 5);

        assertThat(waits.waitedNanos()).hasValue(80);
        assertThat(waits.involuntarySwitches()).hasValue(6);
    }

    @Test
    void aProcessThatEndedKeepsAllOfItsThreads() throws IOException {
        ThreadWaits waits = new ThreadWaits();
        thread(1, 100, 3);
        waits.look(process, 5);
        remove(1);
        Files.delete(process.resolve("task"));
        waits.look(process, 5);

        assertThat(waits.waitedNanos()).hasValue(100);
    }

    @Test
    void whatCannotBeReadIsAbsentAndNotNothing() throws IOException {
        ThreadWaits waits = new ThreadWaits();
        waits.look(process, 5);
        Files.createDirectories(process.resolve("task/1"));
        Files.writeString(process.resolve("task/1/schedstat"), "12\n");
        Files.writeString(process.resolve("task/1/status"), "Name:\tjava\n");
        waits.look(process, 5);

        Files.createDirectories(process.resolve("task/2"));
        Files.writeString(process.resolve("task/2/schedstat"), "0 0 0\n");
        waits.look(process, 6);

        assertThat(waits.waitedNanos()).isEmpty();
        assertThat(waits.involuntarySwitches()).isEmpty();
    }

    @Test
    void aThreadIsToldByItsLatestNameAndTheTimesOfItsWork() throws IOException {
        ThreadWaits waits = new ThreadWaits();
        Path own = Files.createDirectories(process.resolve("42"));
        thread(own, 42, "java", 2_000_000, 1);
        thread(own, 43, "java", 3_000_000, 1);
        thread(own, 44, "VM Thread", 5_000_000, 1);
        waits.look(own, 100);
        thread(own, 43, "aggregate-1", 9_000_000, 2);
        waits.look(own, 200);
        waits.look(own, 300);

        assertThat(waits.threads(Set.of(), 400_000_000).orElseThrow())
                .containsExactly(
                        times("aggregate-1", ThreadRole.WORK, 100, 200, 9_000_000),
                        times("VM Thread", ThreadRole.GARBAGE, 100, 100, 5_000_000),
                        times("java", ThreadRole.SERVICE, 100, 100, 2_000_000));
    }

    @Test
    void aShellThatWaitsForItsChildrenIsNoWorker() throws IOException {
        ThreadWaits waits = new ThreadWaits();
        Path shell = Files.createDirectories(process.resolve("42"));
        Path child = Files.createDirectories(process.resolve("43"));
        thread(shell, 42, "sh", 30_000_000, 1);
        thread(child, 43, "sort", 20_000_000, 1);
        waits.look(shell, 100);
        waits.look(child, 100);

        assertThat(waits.threads(Set.of(42L), 100_000_000).orElseThrow())
                .containsExactly(
                        times("sh", ThreadRole.SERVICE, 100, 100, 30_000_000),
                        times("sort", ThreadRole.WORK, 100, 100, 20_000_000));
        assertThat(waits.threads(Set.of(42L), 50_000_000).orElseThrow())
                .allMatch(thread -> thread.role() == ThreadRole.WORK);
        assertThat(new ThreadWaits().threads(Set.of(), 1)).isEmpty();
    }

    private static ThreadTimes times(String name, ThreadRole role, long first, long last, long cpuNanos) {
        return new ThreadTimes(name, role, 1, first, last, cpuNanos, Optional.of(7L));
    }

    private static void thread(Path process, int id, String name, long ranNanos, int turns) throws IOException {
        Path thread = Files.createDirectories(process.resolve("task/" + id));
        Files.writeString(thread.resolve("schedstat"), ranNanos + " 7 " + turns + "\n");
        Files.writeString(thread.resolve("comm"), name + "\n");
    }

    private void thread(int id, long waitedNanos, int switches) throws IOException {
        Path thread = Files.createDirectories(process.resolve("task/" + id));
        Files.writeString(thread.resolve("schedstat"), "987654 " + waitedNanos + " 77\n");
        Files.writeString(
                thread.resolve("status"),
                "Name:\tjava\nvoluntary_ctxt_switches:\t900\nnonvoluntary_ctxt_switches:\t" + switches + "\n");
    }

    private void remove(int id) throws IOException {
        Path thread = process.resolve("task/" + id);
        Files.delete(thread.resolve("schedstat"));
        Files.delete(thread.resolve("status"));
        Files.delete(thread);
    }
}
