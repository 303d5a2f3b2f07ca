// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.aggregator.s3.S3Settings;
import dev.runmatrix.aggregator.s3.S3Storage;
import dev.runmatrix.aggregator.storage.Listing;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.ObjectAddress;
import dev.runmatrix.aggregator.storage.OpenFile;
import dev.runmatrix.aggregator.storage.StoredFile;
import dev.runmatrix.aggregator.storage.UnusableFileException;
import dev.runmatrix.datasets.DataPlace;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The Parquet files below an address, as the modules that know nothing of buckets see them. */
final class ObjectPlace implements DataPlace, AutoCloseable {

    private final ObjectAddress address;
    private final S3Storage storage;

    private ObjectPlace(ObjectAddress address, S3Storage storage) {
        this.address = address;
        this.storage = storage;
    }

    /** Whether a text is an address and no path. */
    static boolean isMeantBy(String text) {
        return ObjectAddress.isMeantBy(text);
    }

    /** Gets ready to read, with the credentials and the region of the environment. */
    static ObjectPlace connect(String text) throws CommandFailure {
        try {
            ObjectAddress address = (ObjectAddress) Location.parse(text);
            return new ObjectPlace(address, S3Storage.connect(S3Settings.of(System.getenv()), address));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (UnusableFileException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String location() {
        return address.toString();
    }

    @Override
    public List<PlacedFile> files() throws IOException {
        Listing listing = storage.list(address, name -> name.endsWith(".parquet"))
                .orElseThrow(() -> new IOException("there is nothing"));
        return listing.files().stream()
                .<PlacedFile>map(ObjectFile::new)
                .sorted(Comparator.comparing(PlacedFile::path))
                .toList();
    }

    @Override
    public void close() {
        storage.close();
    }

    private final class ObjectFile implements PlacedFile {

        private final StoredFile file;

        ObjectFile(StoredFile file) {
            this.file = file;
        }

        @Override
        public String path() {
            String key = ((ObjectAddress) file.location()).key();
            String prefix = address.key();
            String rest =
                    key.startsWith(prefix) && key.length() > prefix.length() ? key.substring(prefix.length()) : key;
            return rest.startsWith("/") ? rest.substring(1) : rest;
        }

        @Override
        public long sizeBytes() throws IOException {
            try (OpenFile open = file.open()) {
                return open.sizeBytes();
            }
        }

        @Override
        public Optional<String> modified() {
            return Optional.empty();
        }

        @Override
        public void read(ByteBuffer into, long position) throws IOException {
            try (OpenFile open = file.open()) {
                long at = position;
                while (into.hasRemaining()) {
                    int count = open.read(into, at);
                    if (count < 0) {
                        throw new EOFException("ends early");
                    }
                    at += count;
                }
            }
        }
    }
}
