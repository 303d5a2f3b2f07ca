// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.s3.S3Settings;
import dev.runmatrix.aggregator.s3.S3Storage;
import dev.runmatrix.aggregator.storage.Listing;
import dev.runmatrix.aggregator.storage.LocalPath;
import dev.runmatrix.aggregator.storage.LocalStorage;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.Storage;
import dev.runmatrix.aggregator.storage.Transfers;
import dev.runmatrix.aggregator.storage.UnusableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The storages of one run, each for its own kind of locations. The client of S3 takes as long to load as a small run
 * takes in all, so it is made when the first address of an object is met and not before.
 */
final class Storages implements Storage, Closeable {

    private final LocalStorage files = new LocalStorage();
    private final Supplier<S3Settings> settings;
    private Optional<S3Storage> objects = Optional.empty();

    Storages(Supplier<S3Settings> settings) {
        this.settings = settings;
    }

    /** Storages that the environment of this process tells about. */
    static Storages ofThisProcess() {
        // No method reference: linking one takes longer than all the rest of it.
        return new Storages(new Supplier<S3Settings>() {
            @Override
            public S3Settings get() {
                return S3Settings.of(System.getenv());
            }
        });
    }

    @Override
    public Optional<Listing> list(Location location, Predicate<String> names) throws IOException {
        return of(location).list(location, names);
    }

    @Override
    public Optional<byte[]> read(Location file) throws IOException {
        return of(file).read(file);
    }

    private synchronized Storage of(Location location) throws IOException {
        if (location instanceof LocalPath) {
            return files;
        }
        if (objects.isEmpty()) {
            objects = Optional.of(connect(location));
        }
        return objects.get();
    }

    private S3Storage connect(Location wanted) throws UnusableFileException {
        try {
            return S3Storage.connect(settings.get(), wanted);
        } catch (IllegalArgumentException e) {
            throw new UnusableFileException(wanted, String.valueOf(e.getMessage()));
        }
    }

    /** What was asked of S3; empty if nothing was. */
    synchronized Optional<Transfers> transfers() {
        // Naming the class in a method reference would load it.
        return objects.isEmpty() ? Optional.empty() : Optional.of(objects.get().transfers());
    }

    @Override
    public synchronized void close() {
        if (objects.isPresent()) {
            objects.get().close();
        }
    }
}
