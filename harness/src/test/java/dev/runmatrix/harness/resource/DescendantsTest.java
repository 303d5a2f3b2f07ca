// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescendantsTest {

    @TempDir
    private Path proc = Path.of("");

    @Test
    void childrenOfEveryThreadAndTheirChildrenAreFound() throws IOException {
        thread(1, 1, "2 3 ");
        thread(1, 11, "4 ");
        thread(2, 2, "");
        thread(4, 4, "5 ");

        assertThat(Descendants.of(proc, 1)).containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
    }

    @Test
    void aProcessThatHasGoneHasNone() {
        assertThat(Descendants.of(proc, 1)).isEmpty();
    }

    @Test
    void aGrandchildOfThisJvmIsFound() throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "sleep 100 & echo $!; wait").start();
        long grandchild = Long.parseLong(shell.inputReader().readLine());

        assertThat(Descendants.of(ProcessHandle.current().pid())).contains(shell.pid(), grandchild);

        ProcessHandle.of(grandchild).ifPresent(ProcessHandle::destroyForcibly);
        shell.destroyForcibly().waitFor();
    }

    private void thread(long process, long thread, String children) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(process + "/task/" + thread));
        Files.writeString(folder.resolve("children"), children);
    }
}
