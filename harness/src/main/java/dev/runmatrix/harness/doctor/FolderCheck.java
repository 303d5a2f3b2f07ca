// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.util.Optional;

/** Whether a run can write what it has to write. */
public final class FolderCheck {

    /** What else writes to the disk meanwhile, and what an estimate misses. */
    static final int COMFORT = 2;

    private FolderCheck() {}

    /**
     * Judges one folder.
     *
     * @param name what it is for
     * @param where as the user knows it
     * @param neededBytes what a run is expected to write there
     */
    public static Check of(String name, String where, Folder folder, long neededBytes) {
        String limit = Figure.bytes(neededBytes) + " needed";
        if (!folder.writable()) {
            return Check.problem(Hindrance.FILES, name, "cannot be written", limit, "Allow writing in " + where + ".");
        }
        Optional<Long> free = folder.freeBytes();
        if (free.isEmpty()) {
            return Check.fact(name, "writable; room not told");
        }
        String found = Figure.bytes(free.get()) + " free";
        String advice = "Make room on the disk of " + where + ".";
        return free.get() < neededBytes
                ? Check.problem(Hindrance.FILES, name, found, limit, advice)
                : Check.judged(free.get() / COMFORT >= neededBytes, name, found, limit, advice);
    }
}
