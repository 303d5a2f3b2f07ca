// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.ByteRange;
import dev.runmatrix.aggregator.storage.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads an object for one thread. Of what is expected, the request that is being read from and the one after it are in
 * memory for each column; a request is given up when all that is wanted of it has been passed.
 */
final class ObjectReader implements OpenFile {

    private final ObjectFile file;
    private final FetchSizes sizes;
    private final TreeMap<Long, Part> parts = new TreeMap<>();

    ObjectReader(ObjectFile file, FetchSizes sizes) {
        this.file = file;
        this.sizes = sizes;
    }

    /** A request of the plan, and how far it is. */
    private static final class Part {

        private final ByteRange range;
        private final boolean first;
        private long wanted;
        private Optional<Fetch> fetch = Optional.empty();

        Part(FetchPlan.Piece piece) {
            range = piece.range();
            wanted = piece.wanted();
            first = piece.first();
        }
    }

    @Override
    public long sizeBytes() {
        return file.sizeBytes();
    }

    @Override
    public void expect(List<ByteRange> ranges) {
        forgetAll();
        for (FetchPlan.Piece piece : FetchPlan.of(ranges, sizes)) {
            Part part = new Part(piece);
            parts.put(part.range.start(), part);
            if (part.first) {
                part.fetch = file.takeAhead(part.range);
            }
        }
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        if (position >= sizeBytes()) {
            return -1;
        }
        Map.Entry<Long, Part> entry = parts.floorEntry(position);
        if (entry == null || position >= entry.getValue().range.end()) {
            ByteRange alone = new ByteRange(position, Math.min(sizeBytes(), position + into.remaining()));
            return copy(file.take(alone).bytes(), 0, into);
        }
        Part part = entry.getValue();
        return copy(bytes(part), (int) (position - part.range.start()), into);
    }

    private byte[] bytes(Part part) throws IOException {
        if (part.fetch.isEmpty()) {
            part.fetch = Optional.of(file.take(part.range));
        }
        Part next = parts.get(part.range.end());
        if (next != null && !next.first && next.fetch.isEmpty() && next.wanted > 0) {
            next.fetch = file.takeAhead(next.range);
        }
        return part.fetch.get().bytes();
    }

    private static int copy(byte[] bytes, int from, ByteBuffer into) {
        int count = Math.min(into.remaining(), bytes.length - from);
        into.put(bytes, from, count);
        return count;
    }

    @Override
    public void passed(long start, long end) {
        ByteRange passed = new ByteRange(start, end);
        Long from = parts.floorKey(start);
        parts.subMap(from == null ? start : from, true, end, false).values().forEach(part -> pass(part, passed));
    }

    private static void pass(Part part, ByteRange passed) {
        part.wanted -= part.range.overlap(passed);
        if (part.wanted <= 0) {
            forget(part);
        }
    }

    private static void forget(Part part) {
        part.fetch.ifPresent(Fetch::forget);
        part.fetch = Optional.empty();
    }

    private void forgetAll() {
        parts.values().forEach(ObjectReader::forget);
        parts.clear();
    }

    @Override
    public void close() {
        forgetAll();
    }
}
