// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.ByteRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Divides what is wanted of a file into requests: long ranges are cut, short ones that lie near each other are joined.
 * The same ranges always make the same plan.
 */
final class FetchPlan {

    private final FetchSizes sizes;
    private final List<Piece> pieces = new ArrayList<>();

    private FetchPlan(FetchSizes sizes) {
        this.sizes = sizes;
    }

    /**
     * One request.
     *
     * @param range what to ask for
     * @param wanted how many bytes of it are wanted
     * @param first whether something that is wanted begins here, so that it is needed as soon as reading begins
     */
    record Piece(ByteRange range, long wanted, boolean first) {

        private Piece joined(ByteRange other) {
            return new Piece(
                    new ByteRange(range.start(), Math.max(range.end(), other.end())), wanted + other.length(), true);
        }
    }

    /** The requests for ranges, in order. */
    static List<Piece> of(List<ByteRange> ranges, FetchSizes sizes) {
        FetchPlan plan = new FetchPlan(sizes);
        ranges.stream()
                .filter(range -> range.length() > 0)
                .sorted(Comparator.comparingLong(ByteRange::start))
                .forEach(plan::add);
        return plan.pieces;
    }

    private void add(ByteRange range) {
        int last = pieces.size() - 1;
        if (last >= 0 && joins(pieces.get(last), range)) {
            pieces.set(last, pieces.get(last).joined(range));
            return;
        }
        // Ranges that overlap are of a damaged file, and whatever it is worth will show when it is decoded.
        long start = last < 0
                ? range.start()
                : Math.max(range.start(), pieces.get(last).range.end());
        for (long at = start; at < range.end(); at += sizes.block()) {
            ByteRange part = new ByteRange(at, Math.min(range.end(), at + sizes.block()));
            pieces.add(new Piece(part, part.length(), at == start));
        }
    }

    private boolean joins(Piece piece, ByteRange range) {
        return piece.first
                && range.length() <= sizes.block()
                && range.start() - piece.range.end() <= sizes.gap()
                && range.end() - piece.range.start() <= sizes.joined();
    }
}
