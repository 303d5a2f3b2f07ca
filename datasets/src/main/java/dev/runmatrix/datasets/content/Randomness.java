// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

/**
 * Choices that are functions of the seed and of what is chosen: no state, so any thread may ask for any of them in any
 * order.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea, Flood: Fast splittable pseudorandom number
 *     generators</a>, whose finaliser {@link #mix} is
 */
public final class Randomness {

    private final long[] streams;

    public Randomness(long seed) {
        Choice[] choices = Choice.values();
        streams = new long[choices.length + 1];
        for (Choice choice : choices) {
            streams[choice.stream()] = mix(seed + choice.stream());
        }
    }

    /** Spreads 64 bits over 64 bits, one to one. */
    public static long mix(long x) {
        long z = x + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 64 even bits for the choice at (a, b). */
    public long bits(Choice choice, long a, long b) {
        return mix(mix(streams[choice.stream()] ^ a) ^ b);
    }

    /** A number from 0 to {@code bound - 1}: the bits, unsigned, modulo the bound. */
    public int below(Choice choice, long a, long b, int bound) {
        return (int) Long.remainderUnsigned(bits(choice, a, b), bound);
    }

    /** Whether a share of all places, in millionths, includes (a, b). */
    public boolean hits(Choice choice, long a, long b, int millionths) {
        return millionths > 0 && below(choice, a, b, 1_000_000) < millionths;
    }
}
