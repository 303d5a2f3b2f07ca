// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.StoredRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The comparison of a run that has just ended, for its user and as {@value #FILE} beside its reports. */
final class BaselineComparison {

    static final String FILE = "compare.json";

    private final Compared compared;

    private BaselineComparison(Compared compared) {
        this.compared = compared;
    }

    static BaselineComparison of(Comparand baseline, StoredRun stored) throws CommandFailure {
        Comparand run = new Comparand("run " + stored.run().id(), stored);
        return new BaselineComparison(Compared.of(baseline, run, false));
    }

    /** What to print; of runs that are not comparable, why. */
    List<String> lines() {
        return compared.isRefused() ? ComparisonWords.of(compared).refusal() : new ComparisonText(compared).lines();
    }

    /** Under a temporary name first. */
    Path write(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Path temporary = folder.resolve(FILE + ".tmp");
        try {
            Files.write(temporary, (ComparisonJson.of(compared) + "\n").getBytes(StandardCharsets.UTF_8));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return file;
    }
}
