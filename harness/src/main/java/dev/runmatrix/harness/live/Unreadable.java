// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what could not be read, and what would help. */
final class Unreadable {

    private static final Map<String, String> MEANINGS = Map.of(
            "io", "Input and output",
            "wchan", "What threads wait in",
            "limits", "Limits",
            "cmdline", "The command line",
            "schedstat", "Run-queue delay",
            "status", "Memory and switches");

    private final ProcFiles proc;

    Unreadable(ProcFiles proc) {
        this.proc = proc;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (String file : proc.forbidden()) {
            String meaning = MEANINGS.get(file);
            if (meaning != null) {
                sentences.add(meaning + " not readable: another user's process; run as that user, or as root.");
            }
        }
        return sentences;
    }
}
