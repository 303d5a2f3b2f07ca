// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.text.TextCache;
import dev.runmatrix.aggregator.time.Instants;
import java.util.Arrays;

/** Instants of every type that a column may have. Remembers what it met: instants repeat. */
final class InstantConversion implements IdConversion {

    private static final int SLOTS = 1 << 10;
    private static final int NEVER = -1;
    private static final long NANOS_OF_SECOND = 1_000_000_000;
    private static final int INT96_BYTES = 12;

    /** The Julian day of 1970-01-01, as INT96 timestamps count. */
    private static final int JULIAN_EPOCH = 2_440_588;

    private final Instants instants;
    private final TextCache texts;

    /** Units that make a second; 0 where the value is a day. */
    private final long unitsOfSecond;

    private final boolean isInt96;
    private final long[] seen = new long[SLOTS];
    private final int[] seenIds = new int[SLOTS];

    InstantConversion(Instants instants, TextCache texts, long unitsOfSecond, boolean isInt96) {
        this.instants = instants;
        this.texts = texts;
        this.unitsOfSecond = unitsOfSecond;
        this.isInt96 = isInt96;
        Arrays.fill(seenIds, NEVER);
    }

    @Override
    public int ofBytes(byte[] bytes, int from, int length) {
        if (!isInt96) {
            return texts.idOf(bytes, from, length);
        }
        if (length != INT96_BYTES) {
            throw new MalformedException("a timestamp of " + length + " bytes");
        }
        long nanos = LittleEndian.int64(bytes, from);
        long day = LittleEndian.unsignedInt(bytes, from + Long.BYTES) - JULIAN_EPOCH;
        long seconds = day * 86_400 + Math.floorDiv(nanos, NANOS_OF_SECOND);
        return instants.ofSeconds(seconds, Math.floorMod(nanos, NANOS_OF_SECOND));
    }

    @Override
    public int ofInteger(long value) {
        int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> 54);
        if (seen[slot] != value || seenIds[slot] == NEVER) {
            seenIds[slot] = number(value);
            seen[slot] = value;
        }
        return seenIds[slot];
    }

    private int number(long value) {
        if (unitsOfSecond == 0) {
            return instants.of(value, 0);
        }
        long nanosOfUnit = NANOS_OF_SECOND / unitsOfSecond;
        return instants.ofSeconds(
                Math.floorDiv(value, unitsOfSecond), Math.floorMod(value, unitsOfSecond) * nanosOfUnit);
    }
}
