// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DatasetException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A whole dataset on this machine.
 *
 * @param directory where it is
 * @param manifest what it is
 */
public record StoredDataset(Path directory, Manifest manifest) {

    static final String MANIFEST = "manifest.json";
    static final String PARAMS = "params.json";
    static final String DATA = "data";

    public String name() {
        return manifest.name();
    }

    /** Directory of the Parquet files. */
    public Path data() {
        return directory.resolve(DATA);
    }

    /** What {@code aggregate} is asked for. */
    public Path params() {
        return directory.resolve(PARAMS);
    }

    /**
     * SHA-256 of the manifest, hexadecimal. It pins parameters, rows, sums and the hash of every file.
     *
     * @throws DatasetException if the manifest cannot be read
     */
    public String digest() throws DatasetException {
        Path file = directory.resolve(MANIFEST);
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new DatasetException(Kind.IO, file + ": cannot be read: " + Reason.of(e), e);
        }
    }

    /**
     * Looks whether every file is there with its size and {@code params.json} as it was made: what is cheap to know before
     * a long use. The bytes of the files are not read, and nobody is asked about data on other machines.
     *
     * @throws DatasetException with everything that is missing or changed
     */
    public void requireFiles() throws DatasetException {
        List<String> problems =
                new Verifier(this, manifest.imported().flatMap(Imported::localPlace), (done, whole) -> {}).glance();
        if (!problems.isEmpty()) {
            throw new DatasetException(Kind.DAMAGED, String.join("\n  ", problems) + "\n" + wayOut());
        }
    }

    /** How to come by the dataset again. */
    public String wayOut() {
        if (manifest.imported().isEmpty()) {
            return "Make it again with './run-matrix dataset generate --force " + name() + "'.";
        }
        Optional<String> location = manifest.imported().flatMap(Imported::location);
        String inPlace = location.isPresent() ? " --params " + params() + " --in-place" : "";
        return "Import it again with './run-matrix dataset import " + location.orElse("DIR") + " --name " + name()
                + inPlace + " --force'.";
    }

    /** The address of data that is on another machine, absent for data of this one. */
    public Optional<String> address() {
        return manifest.imported().filter(Imported::isFar).flatMap(Imported::location);
    }

    /** What a program that reads the dataset is given: a folder, or the address of one. */
    public String input() {
        return manifest.imported()
                .flatMap(Imported::location)
                .orElseGet(() -> data().toAbsolutePath().toString());
    }

    /** Whether this is what the dataset's parameters and the rules of this version make. */
    public boolean isCurrent(Dataset dataset) {
        return manifest.imported().isEmpty()
                && manifest.generator() == Manifest.GENERATOR
                && manifest.parameters().equals(dataset.parameters().recordedWords());
    }
}
