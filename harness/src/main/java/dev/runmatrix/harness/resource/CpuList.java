// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

/** The kernel's way to write a set of processors: {@code 0-3,8,10-11}. */
public final class CpuList {

    private CpuList() {}

    /** How many processors a list names. */
    public static int count(String list) {
        int count = 0;
        for (String range : list.split(",", -1)) {
            int dash = range.indexOf('-');
            count += dash < 0
                    ? 1
                    : Integer.parseInt(range.substring(dash + 1)) - Integer.parseInt(range.substring(0, dash)) + 1;
        }
        return count;
    }
}
