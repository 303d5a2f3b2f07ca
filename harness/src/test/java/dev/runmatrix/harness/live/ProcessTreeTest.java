// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {

    private FakeProc proc;

    @BeforeEach
    void makeProcesses(@TempDir Path folder) throws Exception {
        proc = new FakeProc(folder)
                .process(10, 1, 500, 0, "root")
                .process(11, 10, 510, 0, "child")
                .process(12, 11, 520, 0, "grandchild")
                .process(20, 1, 400, 0, "stranger");
    }

    @Test
    void childrenAndTheirsBelongToIt() {
        assertThat(tree(true).look().keySet()).containsExactly(10L, 11L, 12L);
    }

    @Test
    void aloneItIsAlone() {
        assertThat(tree(false).look().keySet()).containsExactly(10L);
    }

    @Test
    void aChildWhoseParentEndedStaysInIt() throws Exception {
        ProcessTree tree = tree(true);
        tree.look();
        proc.remove(11);
        proc.process(12, 1, 520, 0, "grandchild");

        assertThat(tree.look().keySet()).containsExactly(10L, 12L);
    }

    @Test
    void aNumberThatWasGivenToAnotherProcessIsNotIt() throws Exception {
        ProcessTree tree = tree(true);
        tree.look();
        proc.process(10, 1, 900, 0, "another");

        assertThat(tree.look()).isEmpty();
    }

    @Test
    void aNewChildIsFoundAtTheNextLook() throws Exception {
        ProcessTree tree = tree(true);
        tree.look();
        proc.process(30, 12, 950, 0, "new");

        assertThat(tree.look().keySet()).contains(30L);
    }

    private ProcessTree tree(boolean descendants) {
        return new ProcessTree(proc.files(), 10, 500, descendants);
    }
}
