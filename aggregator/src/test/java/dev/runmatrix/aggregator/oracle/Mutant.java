// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A sound file with something wrong.
 *
 * @param seed all that decides it
 * @param input the sound input it is part of
 * @param file the file that was sound
 * @param kind what kind of damage
 * @param draft the damage
 */
record Mutant(long seed, SoundInput input, SoundFile file, Kind kind, Draft draft) {
    private static final int ATTEMPTS = 1_000;

    /** What a mutation makes: the file's new bytes, and what was done in words. */
    @SuppressWarnings("ArrayRecordComponent") // The bytes of a file, shared and not changed.
    record Draft(byte[] bytes, String what) {}

    /** Ways of damaging, equally likely. */
    enum Kind {
        FLIPPED_BITS,
        OVERWRITTEN_BYTES,
        FILLED_PART,
        TRUNCATED,
        PIECE_CUT_OUT,
        BYTES_INSERTED,
        PART_COPIED,
        FOOTER_LENGTH,
        FOOTER_NUMBER,
        FOOTER_ROWS,
        FOOTER_LIST,
        FOOTER_SCHEMA,
        FOOTER_FIELD,
        STATISTICS,
        PAGE_HEADER,
        ALL_PAGE_HEADERS,
        PAGE_CONTENT;

        /** Some damage cannot be written down; another attempt has to be made then. */
        private Draft make(Dice dice, SoundFile file) throws IOException {
            return switch (this) {
                case FLIPPED_BITS -> ByteMutation.flipBits(dice, file);
                case OVERWRITTEN_BYTES -> ByteMutation.overwrite(dice, file);
                case FILLED_PART -> ByteMutation.fill(dice, file);
                case TRUNCATED -> ByteMutation.truncate(dice, file);
                case PIECE_CUT_OUT -> ByteMutation.cutOut(dice, file);
                case BYTES_INSERTED -> ByteMutation.insert(dice, file);
                case PART_COPIED -> ByteMutation.copyOver(dice, file);
                case FOOTER_LENGTH -> ByteMutation.footerLength(dice, file);
                case FOOTER_NUMBER -> FooterMutation.number(dice, file);
                case FOOTER_ROWS -> FooterMutation.rows(dice, file);
                case FOOTER_LIST -> FooterMutation.list(dice, file);
                case FOOTER_SCHEMA -> FooterMutation.schema(dice, file);
                case FOOTER_FIELD -> FooterMutation.field(dice, file);
                case STATISTICS -> FooterMutation.statistics(dice, file);
                case PAGE_HEADER -> PageMutation.header(dice, file);
                case ALL_PAGE_HEADERS -> PageMutation.headers(dice, file);
                case PAGE_CONTENT -> PageMutation.body(dice, file);
            };
        }
    }

    static Mutant of(long seed, List<SoundInput> inputs) {
        Dice dice = new Dice(seed * 0x9E3779B97F4A7C15L + 1);
        SoundInput input = dice.pick(inputs);
        SoundFile file =
                dice.oneIn(5) ? dice.pick(input.files()) : input.files().get(dice.between(0, 1));
        Kind kind = dice.pick(Kind.values());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Draft draft = kind.make(dice, file);
                if (!Arrays.equals(draft.bytes(), file.bytes())) {
                    return new Mutant(seed, input, file, kind, draft);
                }
            } catch (IOException unwritable) {
                // Thrift refuses to write structures that lack something required.
            }
        }
        throw new IllegalStateException("seed " + seed + ": no way to make " + kind + " of " + file.name());
    }

    @Override
    public String toString() {
        return "mutant %d (%s, %s of %s): %s".formatted(seed, kind, input.name(), file.name(), draft.what());
    }
}
