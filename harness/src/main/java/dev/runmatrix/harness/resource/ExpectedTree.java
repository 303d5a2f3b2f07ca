// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.util.List;

/** What was known before a process was started that is to be observed with all that it starts. */
public final class ExpectedTree {

    private final Machine machine;
    private final ProcessFiles files;
    private final String mark;
    private final List<Long> strangers;
    private final NoiseGauge gauge;

    ExpectedTree(Machine machine, ProcessFiles files, String mark) {
        this.machine = machine;
        this.files = files;
        this.mark = mark;
        this.strangers = files.pids();
        this.gauge = NoiseGauge.begin(machine);
    }

    /** The process was started; it may have ended already. Where this is not Linux, it alone is observed. */
    public ProcessObserver started(long pid, long startNanos) {
        ProcessSource source = strangers.isEmpty() ? machine.process(pid).orElseGet(() -> tree(0)) : tree(pid);
        return new ProcessObserver(gauge, source, startNanos);
    }

    private ProcessSource tree(long root) {
        return new ProcessTree(files, strangers, root, mark);
    }
}
