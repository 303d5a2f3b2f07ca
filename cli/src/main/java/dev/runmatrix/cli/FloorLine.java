// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.FloorRun;
import dev.runmatrix.harness.RunListener;
import dev.runmatrix.harness.floor.Wanted;
import java.io.PrintStream;
import java.time.Duration;

/** What a person sees of a search for a memory floor: on a terminal one line, elsewhere nothing. */
final class FloorLine implements RunListener, FloorRun.Listener {

    private final ProgressLine line;

    FloorLine(PrintStream out, boolean shown) {
        this.line = new ProgressLine(out, shown);
    }

    @Override
    public void trying(Wanted wanted, int made, Duration remaining) {
        line.draw("[" + (made + 1) + "] " + words(wanted)
                + (made == 0 ? "" : "  about " + Amounts.duration(remaining) + " left"));
    }

    @Override
    public void noted(String sentence) {
        line.tell(sentence);
    }

    void clear() {
        line.clear();
    }

    private static String words(Wanted wanted) {
        String heap = wanted.heapMebibytes().map(size -> "-Xmx" + size + "m").orElse("as shipped");
        return switch (wanted.purpose()) {
            case SHIPPED -> "wall with the shipped flags";
            case FLOOR -> "does it complete with " + heap + "?";
            case KNEE -> "is it as fast with " + heap + "?";
            case LIMIT -> "does it complete within " + wanted.limitMebibytes().orElse(0L) + " MiB, heap " + heap + "?";
        };
    }
}
