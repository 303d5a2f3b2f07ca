// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.ByteRange;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.OpenFile;
import dev.runmatrix.aggregator.storage.StoredFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object that was found. Keeps what was fetched ahead until a thread asks for it. */
final class ObjectFile implements StoredFile {

    private final S3Storage storage;
    private final ObjectVersion version;
    private final Map<ByteRange, Fetch> ahead = new HashMap<>();

    /** What was begun at any time: work that seems to be next may be what somebody has in hand. */
    private final Set<ByteRange> begun = new HashSet<>();

    ObjectFile(S3Storage storage, ObjectVersion version) {
        this.storage = storage;
        this.version = version;
    }

    @Override
    public Location location() {
        return version.address();
    }

    long sizeBytes() {
        return version.sizeBytes();
    }

    @Override
    public OpenFile open() {
        return new ObjectReader(this, storage.sizes());
    }

    @Override
    public boolean isFar() {
        return true;
    }

    @Override
    public void expect(List<ByteRange> ranges) {
        for (FetchPlan.Piece piece : FetchPlan.of(ranges, storage.sizes())) {
            if (piece.first()) {
                beginOnce(piece.range());
            }
        }
    }

    @Override
    public void expectEnd(long bytes) {
        expect(List.of(new ByteRange(Math.max(0, sizeBytes() - bytes), sizeBytes())));
    }

    private synchronized void beginOnce(ByteRange range) {
        if (!begun.contains(range)) {
            begin(range).ifPresent(fetch -> ahead.put(range, fetch));
        }
    }

    private Optional<Fetch> begin(ByteRange range) {
        Optional<Fetch> fetch = storage.fetches().ahead(request(range), range.length());
        fetch.ifPresent(some -> begun.add(range));
        return fetch;
    }

    /** What was fetched ahead of a range, or else is fetched ahead now; empty if there is no memory for it. */
    synchronized Optional<Fetch> takeAhead(ByteRange range) {
        Optional<Fetch> known = Optional.ofNullable(ahead.remove(range));
        return known.isPresent() ? known : begin(range);
    }

    /** A range for whom needs it now. */
    synchronized Fetch take(ByteRange range) {
        begun.add(range);
        return Optional.ofNullable(ahead.remove(range)).orElseGet(() -> new Fetch(request(range), () -> {}));
    }

    private RangeRequest request(ByteRange range) {
        return storage.request(version, range);
    }
}
