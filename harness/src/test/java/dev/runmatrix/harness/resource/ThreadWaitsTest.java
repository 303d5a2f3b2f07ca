// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

        assertThat(waits.waitedNanos()).isEmpty();
        assertThat(waits.involuntarySwitches()).isEmpty();
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
