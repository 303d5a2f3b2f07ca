// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the arguments of a JVM let its heap become. */
public final class HeapLimit {

    private static final Pattern SIZE = Pattern.compile("(?:-Xmx|-XX:MaxHeapSize=)(\\d{1,12})([kmgtKMGT]?)");
    private static final Pattern SHARE = Pattern.compile("-XX:MaxRAMPercentage=(\\d{1,3}(?:\\.\\d{1,3})?)");
    private static final String UNITS = "kmgt";
    private static final int BITS_PER_UNIT = 10;

    /** What a JVM takes that is told nothing. */
    private static final double DEFAULT_SHARE = 0.25;

    private HeapLimit() {}

    /**
     * The limit in bytes.
     *
     * @param jvmArgs in order; of contradictory ones the last counts, and a size counts more than a share
     * @param memoryBytes memory that the JVM may use
     */
    public static long of(List<String> jvmArgs, long memoryBytes) {
        return last(SIZE, jvmArgs).map(HeapLimit::bytes).orElseGet(() -> (long) (last(SHARE, jvmArgs)
                        .map(m -> Double.parseDouble(m.group(1)) / 100)
                        .orElse(DEFAULT_SHARE)
                * memoryBytes));
    }

    private static Optional<Matcher> last(Pattern pattern, List<String> jvmArgs) {
        return jvmArgs.stream().map(pattern::matcher).filter(Matcher::matches).reduce((first, second) -> second);
    }

    private static long bytes(Matcher size) {
        int unit = UNITS.indexOf(size.group(2).toLowerCase(Locale.ROOT));
        long number = Long.parseLong(size.group(1));
        return size.group(2).isEmpty() ? number : number << (BITS_PER_UNIT * (unit + 1));
    }
}
