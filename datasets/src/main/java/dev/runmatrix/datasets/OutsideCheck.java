// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DataPlace.PlacedFile;
import dev.runmatrix.datasets.parquet.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares files that stay where they are with what they were when they were imported. */
final class OutsideCheck {

    private final DataPlace place;
    private final Map<String, OutsideFile> expected = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    OutsideCheck(Manifest manifest, DataPlace place) {
        this.place = place;
        manifest.imported().ifPresent(it -> it.outside().forEach(file -> expected.put(file.path(), file)));
    }

    /** What shows in sizes and times. */
    List<String> sizes() {
        compare(false);
        return problems;
    }

    /** What shows in footers, too. */
    List<String> footers() {
        compare(true);
        return problems;
    }

    private void compare(boolean footers) {
        OutsideFiles reader = new OutsideFiles(place.location());
        Map<String, OutsideFile> missing = new LinkedHashMap<>(expected);
        try {
            for (PlacedFile file : place.files()) {
                Optional<Table> table = reader.table(file);
                OutsideFile before = missing.remove(file.path());
                if (before != null) {
                    compare(file, before, footers ? table.flatMap(it -> reader.read(file, it)) : Optional.empty());
                } else if (table.isPresent()) {
                    problem(file.path(), "was not there when the dataset was imported");
                }
            }
            missing.keySet().forEach(path -> problem(path, "is gone"));
        } catch (IOException e) {
            problems.add(place.location() + ": cannot be read: " + Reason.of(e));
        }
        reader.problems().forEach(problem -> problems.add(place.location() + "/" + problem));
    }

    private void compare(PlacedFile file, OutsideFile before, Optional<OutsideFile> now) throws IOException {
        if (file.sizeBytes() != before.bytes()) {
            problem(file.path(), "has " + file.sizeBytes() + " bytes instead of " + before.bytes());
        } else if (!file.modified().equals(before.modified())) {
            problem(
                    file.path(),
                    "changed since it was imported (modified " + file.modified().orElse("?") + ")");
        } else if (now.isPresent() && !now.get().footerSha256().equals(before.footerSha256())) {
            problem(file.path(), "changed since it was imported (its footer differs)");
        }
    }

    private void problem(String path, String what) {
        problems.add(place.location() + "/" + path + ": " + what);
    }
}
