// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The flags of a JVM with another greatest heap. A JVM refuses an initial heap above the greatest one, and warns of a young
 * generation that is as large as the heap: both are made smaller with it, the young generation to a third of the heap, which
 * is a JVM's own default.
 *
 * @param shipped the flags as they are given
 */
public record HeapFlags(List<String> shipped) {

    private static final Pattern GREATEST = Pattern.compile("(?:-Xmx|-XX:MaxHeapSize=)(\\d+[kKmMgGtT]?)");
    private static final Pattern INITIAL =
            Pattern.compile("(-Xms|-XX:InitialHeapSize=|-XX:MinHeapSize=)(\\d+[kKmMgGtT]?)");
    private static final Pattern YOUNG = Pattern.compile("(-Xmn|-XX:NewSize=|-XX:MaxNewSize=)(\\d+[kKmMgGtT]?)");
    private static final Pattern SHARE =
            Pattern.compile("-XX:(Initial|Min|Max)RAM(Percentage|Fraction)?=.*|-XX:SoftMaxHeapSize=.*");
    private static final long MEBI = 1L << 20;
    private static final int YOUNG_SHARE = 3;

    public HeapFlags {
        shipped = List.copyOf(shipped);
    }

    /** The greatest heap that the flags give, the last one counts; absent where the JVM is left to choose. */
    public Optional<Long> heapMebibytes() {
        return shipped.stream()
                .map(GREATEST::matcher)
                .filter(Matcher::matches)
                .map(m -> Math.max(1, bytes(m.group(1)) / MEBI))
                .reduce((first, second) -> second);
    }

    /** Whether options in one text, as an environment variable gives them to a JVM, say how large its heap may grow. */
    public static boolean limitHeap(String options) {
        return Stream.of(options.strip().split("\\s+"))
                .anyMatch(flag ->
                        GREATEST.matcher(flag).matches() || SHARE.matcher(flag).matches());
    }

    /** All flags, those of the heap changed. */
    public List<String> with(long mebibytes) {
        List<String> flags = new ArrayList<>();
        for (String flag : shipped) {
            if (GREATEST.matcher(flag).matches() || SHARE.matcher(flag).matches()) {
                continue;
            }
            flags.add(limited(limited(flag, INITIAL, mebibytes * MEBI), YOUNG, mebibytes * MEBI / YOUNG_SHARE));
        }
        flags.add("-Xmx" + mebibytes + "m");
        return flags;
    }

    /** The flags that differ from those that are shipped. */
    public List<String> changed(long mebibytes) {
        return with(mebibytes).stream().filter(flag -> !shipped.contains(flag)).toList();
    }

    private static String limited(String flag, Pattern pattern, long mostBytes) {
        Matcher matcher = pattern.matcher(flag);
        if (!matcher.matches() || bytes(matcher.group(2)) <= mostBytes) {
            return flag;
        }
        return matcher.group(1) + mostBytes / 1024 + "k";
    }

    private static long bytes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int unit = "kmgt".indexOf(lower.charAt(lower.length() - 1)) + 1;
        long number = Long.parseLong(unit == 0 ? lower : lower.substring(0, lower.length() - 1));
        return number << (10 * unit);
    }
}
