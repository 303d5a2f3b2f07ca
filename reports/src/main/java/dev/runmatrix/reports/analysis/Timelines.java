// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.SampleFile;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The samples of the forks that stand for their cells.
 *
 * @param byCell cell name to the samples of its shown fork, at least one, in time order; cells without any are missing
 * @param problems why samples that should be there are not, one line each
 */
public record Timelines(Map<String, List<ResourceSample>> byCell, List<String> problems) {

    /** Reads the samples of the shown forks from beside the run. */
    public static Timelines read(StoredRun stored, List<CellAnalysis> cells) throws IOException {
        Map<String, List<ResourceSample>> timelines = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (CellAnalysis cell : cells) {
            Optional<String> samples = cell.shownAttempt().flatMap(ForkRecord::samples);
            if (samples.isPresent()) {
                read(stored.directory(), samples.get(), problems)
                        .filter(t -> !t.isEmpty())
                        .ifPresent(t -> timelines.put(cell.name(), t));
            }
        }
        return new Timelines(timelines, problems);
    }

    private static Optional<List<ResourceSample>> read(Path directory, String samples, List<String> problems)
            throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        try {
            Path file = root.resolve(samples).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                problems.add(samples + ": not there");
                return Optional.empty();
            }
            return Optional.of(SampleFile.read(file));
        } catch (InvalidPathException e) {
            problems.add(samples + ": no name of a file");
            return Optional.empty();
        } catch (UnreadableRunException e) {
            problems.add(samples + ": not readable as samples");
            return Optional.empty();
        }
    }
}
