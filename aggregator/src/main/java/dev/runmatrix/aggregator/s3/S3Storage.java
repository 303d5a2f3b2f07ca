// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.ByteRange;
import dev.runmatrix.aggregator.storage.Listing;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.ObjectAddress;
import dev.runmatrix.aggregator.storage.Storage;
import dev.runmatrix.aggregator.storage.StoredFile;
import dev.runmatrix.aggregator.storage.Transfers;
import dev.runmatrix.aggregator.storage.UnusableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects of S3, read in ranges. Thread-safe. */
public final class S3Storage implements Storage, Closeable {

    /** Parameters are no longer than this. */
    private static final long LONGEST_WHOLE = 64L << 20;

    private final S3Settings settings;
    private final S3Client client;
    private final Service service;
    private final Contact contact;
    private final Fetches fetches;
    private final ObjectFinder finder;

    private S3Storage(S3Settings settings, S3Client client, Service service) {
        this.settings = settings;
        this.client = client;
        this.service = service;
        contact = new Contact(settings.retries());
        fetches = new Fetches(settings.fetches());
        finder = new ObjectFinder(client, contact, service, settings.pageKeys());
    }

    /**
     * Gets ready to read; asks nobody yet.
     *
     * @param wanted what somebody wants to read, for messages
     * @throws UnusableFileException if there are no credentials, or no region
     */
    public static S3Storage connect(S3Settings settings, Location wanted) throws UnusableFileException {
        S3Connection.Connected connected = S3Connection.make(settings, wanted);
        return new S3Storage(settings, connected.client(), connected.service());
    }

    FetchSizes sizes() {
        return settings.fetches();
    }

    Fetches fetches() {
        return fetches;
    }

    RangeRequest request(ObjectVersion version, ByteRange range) {
        return new RangeRequest(client, contact, service, version, range);
    }

    /** What was asked of the service so far. */
    public Transfers transfers() {
        return contact.count().sum();
    }

    /** A key that ends like that of a Parquet file is looked up itself first, any other is taken for a folder first. */
    @Override
    public Optional<Listing> list(Location location, Predicate<String> names) throws IOException {
        ObjectAddress address = (ObjectAddress) location;
        boolean likelyFile = address.key().endsWith(".parquet");
        Optional<Listing> first = likelyFile ? file(address) : folder(address, names);
        if (first.isEmpty()) {
            first = likelyFile ? folder(address, names) : file(address);
        }
        if (first.isEmpty()) {
            throw new UnusableFileException(
                    address, "there is no object of this key, and none below it; check --input");
        }
        return first;
    }

    private Optional<Listing> file(ObjectAddress address) throws IOException {
        return address.key().isEmpty() || address.key().endsWith("/")
                ? Optional.empty()
                : finder.object(address).map(version -> new Listing(false, List.of(new ObjectFile(this, version))));
    }

    private Optional<Listing> folder(ObjectAddress address, Predicate<String> names) throws IOException {
        boolean complete = address.key().isEmpty() || address.key().endsWith("/");
        return finder.below(complete ? address : address.withKey(address.key() + "/"), names)
                .map(versions -> new Listing(true, files(versions)));
    }

    private List<StoredFile> files(List<ObjectVersion> versions) {
        return versions.stream()
                .<StoredFile>map(version -> new ObjectFile(this, version))
                .toList();
    }

    @Override
    public Optional<byte[]> read(Location file) throws IOException {
        Optional<ObjectVersion> found = finder.object((ObjectAddress) file);
        return found.isPresent() ? Optional.of(whole(found.get())) : Optional.empty();
    }

    private byte[] whole(ObjectVersion version) throws IOException {
        long size = version.sizeBytes();
        if (size > LONGEST_WHOLE) {
            throw new UnusableFileException(version.address(), size + " bytes are too many for a file of parameters");
        }
        return size == 0
                ? new byte[0]
                : request(version, new ByteRange(0, size)).fetch();
    }

    @Override
    public void close() {
        fetches.close();
        client.close();
    }
}
