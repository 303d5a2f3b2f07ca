// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Damage that knows where the parts of a file lie, but not what they mean. */
final class ByteMutation {
    private ByteMutation() {}

    static Mutant.Draft flipBits(Dice dice, SoundFile file) {
        SoundFile.Region region = region(dice, file);
        byte[] bytes = file.bytes().clone();
        int flips = dice.pick(1, 1, 1, 2, 8);
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < flips; i++) {
            int at = dice.between(region.from(), region.to() - 1);
            int bit = dice.between(0, 7);
            bytes[at] ^= (byte) (1 << bit);
            places.append(' ').append(at).append('.').append(bit);
        }
        return new Mutant.Draft(bytes, "bits flipped in a " + region.kind() + ":" + places);
    }

    static Mutant.Draft overwrite(Dice dice, SoundFile file) {
        SoundFile.Region region = region(dice, file);
        byte[] bytes = file.bytes().clone();
        int length = Math.min(dice.pick(1, 2, 4, 8, 16), region.to() - region.from());
        int at = dice.between(region.from(), region.to() - length);
        byte[] odd = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(OddNumbers.near(dice, length))
                .putLong(dice.anyLong())
                .array();
        System.arraycopy(odd, dice.pick(0, 8 - length / 2), bytes, at, length);
        return new Mutant.Draft(bytes, "%d bytes of a %s overwritten at %d".formatted(length, region.kind(), at));
    }

    static Mutant.Draft fill(Dice dice, SoundFile file) {
        SoundFile.Region region = region(dice, file);
        byte[] bytes = file.bytes().clone();
        int from = dice.between(region.from(), region.to() - 1);
        int to = dice.between(from + 1, region.to());
        byte value = dice.pick((byte) 0, (byte) -1, (byte) 0x7F, (byte) 0x80, (byte) 1);
        Arrays.fill(bytes, from, to, value);
        return new Mutant.Draft(bytes, "a %s filled with %d from %d to %d".formatted(region.kind(), value, from, to));
    }

    static Mutant.Draft truncate(Dice dice, SoundFile file) {
        int at = place(dice, file);
        return new Mutant.Draft(Arrays.copyOf(file.bytes(), at), "cut off at " + at);
    }

    /** The file lacks a piece, but still has its footer. */
    static Mutant.Draft cutOut(Dice dice, SoundFile file) {
        int one = place(dice, file);
        int other = dice.oneIn(2) ? one + dice.between(1, 40) : place(dice, file);
        int from = Math.min(one, other);
        int to = Math.min(Math.max(one, other), file.bytes().length);
        return new Mutant.Draft(spliced(file.bytes(), from, to, new byte[0]), "cut out: %d to %d".formatted(from, to));
    }

    static Mutant.Draft insert(Dice dice, SoundFile file) {
        int at = place(dice, file);
        byte[] more = new byte[dice.pick(1, 2, 8, 100, 5_000)];
        Arrays.fill(more, (byte) dice.between(-2, 2));
        return new Mutant.Draft(
                spliced(file.bytes(), at, at, more), "%d bytes inserted at %d".formatted(more.length, at));
    }

    /** A part is replaced by another of the same kind. */
    static Mutant.Draft copyOver(Dice dice, SoundFile file) {
        List<SoundFile.Region> kind = dice.pick(file.regions());
        SoundFile.Region source = dice.pick(kind);
        SoundFile.Region target = dice.pick(kind);
        int length = Math.min(source.to() - source.from(), target.to() - target.from());
        byte[] bytes = file.bytes().clone();
        System.arraycopy(file.bytes(), source.from(), bytes, target.from(), length);
        return new Mutant.Draft(
                bytes, "a %s copied from %d to %d".formatted(source.kind(), source.from(), target.from()));
    }

    static Mutant.Draft footerLength(Dice dice, SoundFile file) {
        byte[] bytes = file.bytes().clone();
        ByteBuffer tail = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = bytes.length - 8;
        int length = (int) OddNumbers.near(dice, dice.oneIn(4) ? bytes.length : tail.getInt(at));
        tail.putInt(at, length);
        return new Mutant.Draft(bytes, "footer length " + length);
    }

    /** Other content for a string of bytes. */
    static byte[] ofContent(Dice dice, byte[] content) {
        byte[] bytes = content.clone();
        int at = bytes.length == 0 ? 0 : dice.between(0, bytes.length - 1);
        switch (bytes.length == 0 ? 0 : dice.between(0, 5)) {
            case 0 -> {
                return new byte[dice.pick(0, 1, 4, 8, 12, 1_000)];
            }
            case 1 -> bytes[at] ^= (byte) (1 << dice.between(0, 7));
            case 2 -> bytes[at] = (byte) dice.between(-128, 127);
            case 3 -> Arrays.fill(bytes, at, bytes.length, dice.pick((byte) 0, (byte) -1, (byte) 0x7F));
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            default -> {
                return Arrays.copyOf(bytes, bytes.length + dice.pick(1, 4, 8, 100));
            }
        }
        return bytes;
    }

    static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + instead.length);
        System.arraycopy(instead, 0, spliced, from, instead.length);
        System.arraycopy(bytes, to, spliced, from + instead.length, bytes.length - to);
        return spliced;
    }

    private static SoundFile.Region region(Dice dice, SoundFile file) {
        return dice.pick(dice.pick(file.regions()));
    }

    /** A boundary, or next to one, or anywhere. */
    private static int place(Dice dice, SoundFile file) {
        int length = file.bytes().length;
        if (dice.oneIn(4)) {
            return dice.between(0, length);
        }
        int[] boundaries = file.boundaries();
        int at = boundaries[dice.between(0, boundaries.length - 1)] + dice.pick(0, 0, -1, 1, -4, 4);
        return Math.max(0, Math.min(length, at));
    }
}
