// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

/** A thread of a pool, with its account. A daemon: it keeps no process alive. */
final class PoolThread extends Thread {

    private final ThreadTally tally;

    PoolThread(Runnable work, ThreadTally tally, String name) {
        super(work, name);
        this.tally = tally;
        setDaemon(true);
    }

    ThreadTally tally() {
        return tally;
    }

    @Override
    public void run() {
        tally.open();
        super.run();
    }
}
