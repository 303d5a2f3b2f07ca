// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DatasetException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The datasets on this machine, a directory for each. A dataset is made in a directory of another name and renamed when it
 * is whole; whatever a crash leaves behind is removed when the dataset is made again.
 */
public final class DatasetStore {

    private final Path root;

    /** @param dataDirectory directory of all datasets; made when the first one is */
    public DatasetStore(Path dataDirectory) {
        this.root = dataDirectory;
    }

    /** What a person would call the place of a dataset. */
    public Path directory(String name) {
        return root.resolve(name);
    }

    /**
     * The stored dataset of this name, whatever it was made from; empty if there is no whole one.
     *
     * @throws DatasetException if its manifest cannot be read
     */
    public Optional<StoredDataset> find(String name) throws DatasetException {
        Path file = directory(name).resolve(StoredDataset.MANIFEST);
        if (!isPlainName(name) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Manifest manifest = ManifestJson.read(Files.readAllBytes(file));
            return Optional.of(new StoredDataset(directory(name), manifest));
        } catch (IOException e) {
            throw new DatasetException(
                    Kind.DAMAGED,
                    file + ": not a manifest; make the dataset again with 'dataset generate --force " + name + "'",
                    e);
        }
    }

    /** The stored dataset if it is what these parameters and this version of the rules make. */
    public Optional<StoredDataset> find(Dataset dataset) throws DatasetException {
        return find(dataset.name()).filter(stored -> stored.isCurrent(dataset));
    }

    /** All whole datasets, by name; those whose manifest cannot be read are left out. */
    public List<StoredDataset> list() throws DatasetException {
        List<StoredDataset> stored = new ArrayList<>();
        for (String name : names()) {
            try {
                find(name).ifPresent(stored::add);
            } catch (DatasetException e) {
                if (e.kind() != Kind.DAMAGED) {
                    throw e;
                }
            }
        }
        return stored;
    }

    private List<String> names() throws DatasetException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(DatasetStore::isPlainName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DatasetException(Kind.IO, root + ": cannot be read: " + Reason.of(e), e);
        }
    }

    /**
     * Makes a dataset and replaces the one that was there.
     *
     * @param dataset what to make
     * @param threads files that are written at the same time; at least 1
     * @param listener is told of rows
     */
    public StoredDataset generate(Dataset dataset, int threads, ProgressListener listener) throws DatasetException {
        return make(dataset.name(), partial -> {
            requireGenerated(dataset.name());
            DiskSpace.require(root, dataset);
            return new Generation(dataset, listener).into(partial, threads);
        });
    }

    /** What somebody brought cannot be made again, so that it is not overwritten in passing. */
    private void requireGenerated(String name) throws DatasetException {
        if (Files.exists(directory(name))
                && find(name).flatMap(stored -> stored.manifest().imported()).isPresent()) {
            throw new DatasetException(
                    Kind.INVALID,
                    name + ": a dataset of this name was imported; remove it with 'dataset rm " + name + "' first");
        }
    }

    /**
     * Makes a dataset of files that came from elsewhere.
     *
     * @param listener is told of bytes of the source
     * @throws DatasetException with all that is wrong with the source; then nothing is kept
     */
    public ImportResult importFrom(ImportRequest request, ProgressListener listener) throws DatasetException {
        ImportNames.require(request.name());
        requireFree(request);
        requireOutside(request);
        SourceFolder source = SourceFolder.look(request, listener);
        StoredDataset made = make(request.name(), partial -> {
            requireFree(request);
            DiskSpace.require(root, request.name(), source.estimatedBytes());
            return source.into(partial);
        });
        return new ImportResult(made, source.notes());
    }

    private void requireFree(ImportRequest request) throws DatasetException {
        Path there = directory(request.name());
        if (!Files.exists(there)) {
            return;
        }
        if (!request.replace()) {
            throw new DatasetException(
                    Kind.INVALID,
                    "a dataset '" + request.name() + "' is here already (" + there
                            + "); replace it with --force, or give another name with --name");
        }
    }

    /** Data of the store goes when its dataset does. */
    private void requireOutside(ImportRequest request) throws DatasetException {
        Optional<String> place = request.elsewhere().map(DataPlace::location);
        if (place.isPresent() && Path.of(place.get()).startsWith(root.toAbsolutePath())) {
            throw new DatasetException(
                    Kind.INVALID, place.get() + ": belongs to a dataset that is here; import it without --in-place");
        }
    }

    /** Fills an empty directory, and writes the manifest last. */
    @FunctionalInterface
    private interface Making {
        Manifest into(Path partial) throws IOException, DatasetException, InterruptedException;
    }

    @SuppressWarnings("try") // To hold the lock is to use it.
    private StoredDataset make(String name, Making making) throws DatasetException {
        Path target = directory(name);
        try (DatasetLock lock = DatasetLock.acquire(lockFile(name), name)) {
            removeLeftovers(name);
            Manifest manifest = makeAside(name, making);
            replace(name);
            return new StoredDataset(target, manifest);
        } catch (IOException e) {
            throw new DatasetException(
                    Kind.IO, target + ": cannot be written: " + Reason.of(e) + "; nothing of it was kept", e);
        }
    }

    private Manifest makeAside(String name, Making making) throws IOException, DatasetException {
        Path partial = partial(name);
        boolean whole = false;
        try {
            Files.createDirectories(partial);
            Manifest manifest = making.into(partial);
            whole = true;
            return manifest;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatasetException(Kind.IO, name + ": stopped before it was whole; nothing was kept", e);
        } finally {
            if (!whole) {
                Directories.remove(partial);
            }
        }
    }

    private void replace(String name) throws IOException {
        Path target = directory(name);
        if (Files.exists(target)) {
            Files.move(target, retired(name), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(partial(name), target, StandardCopyOption.ATOMIC_MOVE);
        Directories.remove(retired(name));
    }

    /**
     * Compares every file of a stored dataset with its manifest: size, hash, rows.
     *
     * @param name name of the dataset
     * @param listener is told of bytes
     * @throws DatasetException if the dataset is not there or its manifest cannot be read
     */
    public Verification verify(String name, ProgressListener listener) throws DatasetException {
        return verify(name, Optional.empty(), listener);
    }

    /**
     * The same for a dataset whose data is on another machine.
     *
     * @param elsewhere the place of its data; absent: it is on this machine
     */
    public Verification verify(String name, Optional<DataPlace> elsewhere, ProgressListener listener)
            throws DatasetException {
        StoredDataset stored = find(name).orElseThrow(() -> missing(name));
        Optional<DataPlace> place =
                elsewhere.or(() -> stored.manifest().imported().flatMap(Imported::localPlace));
        return new Verifier(stored, place, listener).verify();
    }

    /** Removes a dataset, whole or not. */
    @SuppressWarnings("try") // To hold the lock is to use it.
    public void remove(String name) throws DatasetException {
        if (!isPlainName(name) || !(Files.exists(directory(name)) || Files.exists(partial(name)))) {
            throw missing(name);
        }
        try (DatasetLock lock = DatasetLock.acquire(lockFile(name), name)) {
            removeLeftovers(name);
            // Renamed first: at no moment a dataset with some of its files.
            if (Files.exists(directory(name))) {
                Files.move(directory(name), retired(name), StandardCopyOption.ATOMIC_MOVE);
            }
            Directories.remove(retired(name));
        } catch (IOException e) {
            throw new DatasetException(Kind.IO, directory(name) + ": cannot be removed: " + Reason.of(e), e);
        }
    }

    private DatasetException missing(String name) {
        return new DatasetException(
                Kind.MISSING,
                "dataset '" + name + "' is not on this machine (" + directory(name)
                        + "); make it with 'dataset generate " + name + "'");
    }

    private void removeLeftovers(String name) throws IOException {
        Directories.remove(partial(name));
        Directories.remove(retired(name));
    }

    private Path partial(String name) {
        return root.resolve("." + name + ".partial");
    }

    private Path retired(String name) {
        return root.resolve("." + name + ".retired");
    }

    private Path lockFile(String name) {
        return root.resolve(".locks").resolve(name);
    }

    private static boolean isPlainName(String name) {
        return !name.isEmpty() && !name.startsWith(".") && !name.contains("/") && !name.contains("\\");
    }
}
