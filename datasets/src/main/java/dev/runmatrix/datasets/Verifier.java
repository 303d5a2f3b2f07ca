// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.parquet.Footers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the files of a dataset with its manifest. */
final class Verifier {

    private final StoredDataset stored;
    private final Optional<DataPlace> place;
    private final ProgressListener listener;
    private final List<String> problems = new ArrayList<>();
    private long read;

    /**
     * A verifier.
     *
     * @param place where the data is if it stays outside; absent: in the dataset's own directory, or not looked at
     */
    Verifier(StoredDataset stored, Optional<DataPlace> place, ProgressListener listener) {
        this.stored = stored;
        this.place = place;
        this.listener = listener;
    }

    Verification verify() {
        Manifest manifest = stored.manifest();
        checkParams();
        manifest.files().forEach(this::check);
        if (place.isPresent()) {
            problems.addAll(new OutsideCheck(manifest, place.get()).footers());
        } else {
            findStrangers();
        }
        return new Verification(manifest.name(), manifest.fileCount(), manifest.bytes(), problems);
    }

    /** The problems that show without reading the data. */
    List<String> glance() {
        checkParams();
        stored.manifest().files().forEach(this::checkSize);
        place.ifPresent(there -> problems.addAll(new OutsideCheck(stored.manifest(), there).sizes()));
        return List.copyOf(problems);
    }

    private void checkParams() {
        Path file = stored.params();
        try {
            if (!Sha256.hex(Files.readAllBytes(file)).equals(stored.manifest().paramsSha256())) {
                problems.add(file + ": changed since it was made");
            }
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + Reason.of(e));
        }
    }

    private void check(DataFile expected) {
        Path file = stored.data().resolve(expected.path());
        try {
            if (!checkSize(expected)) {
                return;
            }
            if (!Sha256.hex(file, this::advance).equals(expected.sha256())) {
                problems.add(file + ": its bytes changed since it was made (SHA-256 differs)");
            } else {
                checkRows(file, expected.rows());
            }
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + Reason.of(e));
        }
    }

    private boolean checkSize(DataFile expected) {
        Path file = stored.data().resolve(expected.path());
        try {
            long bytes = Files.size(file);
            if (bytes != expected.bytes()) {
                problems.add(file + ": has " + bytes + " bytes instead of " + expected.bytes());
            }
            return bytes == expected.bytes();
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + Reason.of(e));
            return false;
        }
    }

    private void checkRows(Path file, long expected) throws IOException {
        long rows = Footers.rows(file);
        if (rows != expected) {
            problems.add(file + ": has " + rows + " rows instead of " + expected);
        }
    }

    private void findStrangers() {
        Set<Path> known = stored.manifest().files().stream()
                .map(file -> stored.data().resolve(file.path()))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(stored.data())) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !known.contains(file))
                    .sorted()
                    .forEach(file -> problems.add(file + ": is not part of the dataset"));
        } catch (IOException e) {
            problems.add(stored.data() + ": cannot be read: " + Reason.of(e));
        }
    }

    private void advance(long bytes) {
        read += bytes;
        listener.advanced(read, stored.manifest().bytes());
    }
}
