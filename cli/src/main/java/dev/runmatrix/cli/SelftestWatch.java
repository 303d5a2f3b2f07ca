// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.cli.selftest.Scenario;
import dev.runmatrix.cli.selftest.ScenarioResult;
import dev.runmatrix.cli.selftest.Selftest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a person sees while the harness is tested: what is played and when all will have been; then each result. */
final class SelftestWatch implements Selftest.Watcher {

    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean onTerminal;
    private final boolean textFollows;
    private final int planned;
    private double usualMillis;
    private double tookMillis;

    /**
     * Watches.
     *
     * @param onTerminal whether a line may be drawn again and again
     * @param textFollows whether results are to be told as they come
     * @param planned number of scenarios
     */
    SelftestWatch(PrintWriter out, PrintWriter err, boolean onTerminal, boolean textFollows, int planned) {
        this.out = out;
        this.err = err;
        this.onTerminal = onTerminal;
        this.textFollows = textFollows;
        this.planned = planned;
    }

    @Override
    public void begins(List<Scenario> toPlay) {
        Scenario next = toPlay.get(0);
        String line = "[" + (planned - toPlay.size() + 1) + "/" + planned + "] " + next.name() + "  ETA " + eta(toPlay);
        if (onTerminal) {
            err.print(CLEAR_LINE + line);
        } else {
            err.println(line);
        }
        err.flush();
        usualMillis += next.usual().toMillis();
    }

    /** A machine that has been slower than usual so far stays so. */
    private String eta(List<Scenario> toPlay) {
        double usual = toPlay.stream().mapToLong(s -> s.usual().toMillis()).sum();
        long seconds = Math.round(usual / 1e3 * (usualMillis > 0 ? tookMillis / usualMillis : 1));
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    @Override
    public void ended(ScenarioResult result) {
        tookMillis += result.took().toMillis();
        clear();
        if (textFollows) {
            SelftestText.lines(result, Paint.of(out)).forEach(out::println);
            out.flush();
        }
    }

    /** Takes the line away. */
    void clear() {
        if (onTerminal) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
