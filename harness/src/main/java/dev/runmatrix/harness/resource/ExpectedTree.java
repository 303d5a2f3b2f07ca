// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.util.List;
import oshi.software.os.OSProcess;

/** What was known before a process was started that is to be observed with all that it starts. */
public final class ExpectedTree {

    private final Machine machine;
    private final ProcessFiles files;
    private final String mark;
    private final List<Long> strangers;
    private final OwnProcess harness = OwnProcess.now();

    ExpectedTree(Machine machine, ProcessFiles files, String mark) {
        this.machine = machine;
        this.files = files;
        this.mark = mark;
        this.strangers = files.pids();
    }

    /** The process was started; it may have ended already. Where this is not Linux, it alone is observed. */
    public ProcessObserver started(long pid, long startNanos) {
        ProcessView view = strangers.isEmpty()
                ? machine.process(pid).map(ExpectedTree::alone).orElseGet(this::unseen)
                : new ProcessTree(files, strangers, pid, mark);
        return new ProcessObserver(machine, view, pid, harness, startNanos);
    }

    private static ProcessView alone(OSProcess process) {
        return new SingleProcess(process);
    }

    private ProcessView unseen() {
        return new ProcessTree(files, strangers, 0, mark);
    }
}
