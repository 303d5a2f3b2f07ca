// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.sum;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * The exact sum of any finite doubles: a fixed-point number from 2^-1074 up, in limbs of 32 bits whose carries are
 * settled late. Adding commutes, so the order of the values leaves no trace.
 */
public final class ExactSum {

    /** The exponent of the lowest bit. */
    static final int LOWEST_EXPONENT = -1074;

    /** 2 098 bits of doubles and room for the carries of 2^31 of them. */
    private static final int LIMBS = 68;

    /** The length of {@link #write} in bytes. */
    public static final int BYTES = LIMBS * Long.BYTES;

    private static final int LIMB_BITS = 32;
    private static final long LIMB_MASK = 0xFFFF_FFFFL;
    private static final int ADDS_BEFORE_CARRY = 1 << 29;

    private final long[] limbs = new long[LIMBS];
    private int pendingAdds;

    /** Adds a finite value. */
    public void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52) & 0x7FF;
        long mantissa = bits & 0xF_FFFF_FFFF_FFFFL;
        int position = 0;
        if (biased > 0) {
            mantissa |= 1L << 52;
            position = biased - 1;
        }
        long sign = bits < 0 ? -1 : 1;
        int limb = position / LIMB_BITS;
        int shift = position % LIMB_BITS;
        limbs[limb] += sign * ((mantissa << shift) & LIMB_MASK);
        limbs[limb + 1] += sign * ((mantissa >>> (LIMB_BITS - shift)) & LIMB_MASK);
        limbs[limb + 2] += shift == 0 ? 0 : sign * (mantissa >>> (2 * LIMB_BITS - shift));
        countAdds(1);
    }

    /** Adds another sum. */
    public void add(ExactSum other) {
        other.carry();
        for (int i = 0; i < LIMBS; i++) {
            limbs[i] += other.limbs[i];
        }
        countAdds(1);
    }

    /** Writes the sum, whole. */
    void write(ByteBuffer out) {
        carry();
        for (long limb : limbs) {
            out.putLong(limb);
        }
    }

    /** Adds a sum that {@link #write} has written. */
    void add(ByteBuffer in) {
        for (int i = 0; i < LIMBS; i++) {
            limbs[i] += in.getLong();
        }
        countAdds(1);
    }

    private void countAdds(int adds) {
        pendingAdds += adds;
        if (pendingAdds >= ADDS_BEFORE_CARRY) {
            carry();
        }
    }

    private void carry() {
        for (int i = 0; i < LIMBS - 1; i++) {
            limbs[i + 1] += limbs[i] >> LIMB_BITS;
            limbs[i] &= LIMB_MASK;
        }
        pendingAdds = 0;
    }

    /** The sum as a multiple of 2^-1074. */
    BigInteger toUnits() {
        carry();
        BigInteger units = BigInteger.ZERO;
        for (int i = LIMBS - 1; i >= 0; i--) {
            units = units.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(limbs[i]));
        }
        return units;
    }
}
