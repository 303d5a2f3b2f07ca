// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

/**
 * In which states threads were met at one moment.
 *
 * @param running on a processor or ready for one
 * @param sleeping waiting for anything that a signal may end: a lock, a timer, a pipe, the network
 * @param blocked in uninterruptible sleep, mostly for storage
 * @param stopped by a signal or a debugger
 */
public record ThreadStates(int running, int sleeping, int blocked, int stopped) {

    public static final ThreadStates NONE = new ThreadStates(0, 0, 0, 0);

    public int all() {
        return running + sleeping + blocked + stopped;
    }
}
