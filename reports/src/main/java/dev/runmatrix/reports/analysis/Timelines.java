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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The samples of the forks that stand for their cells.
 *
 * @param byCell cell name to the samples of its shown fork, at least one, in time order; cells without any are missing
 * @param problems why samples that should be there are not, one line each
 * @param unread how many cells have samples that were not looked at
 */
public record Timelines(Map<String, List<ResourceSample>> byCell, List<String> problems, int unread) {

    /** With more cells than this, neither a page nor a text has room for the samples of all. */
    private static final int MANY = 400;

    /** Of the cells of each kind, where there are many. */
    private static final int CHOSEN = 50;

    /** Reads the samples of a run: of all cells, or of very many the reference, the fastest, and those without a rank. */
    public static Timelines read(RunAnalysis run) throws IOException {
        List<CellAnalysis> cells = run.cells();
        if (cells.size() <= MANY) {
            return read(run.stored(), cells);
        }
        Set<String> chosen = Stream.of(
                        run.reference().stream(),
                        run.standings().fitting().stream().limit(CHOSEN),
                        run.standings().ranked().stream().limit(CHOSEN),
                        cells.stream().filter(cell -> !cell.isRanked()).limit(CHOSEN))
                .flatMap(some -> some.map(CellAnalysis::name))
                .collect(Collectors.toSet());
        Timelines some = read(
                run.stored(),
                cells.stream().filter(cell -> chosen.contains(cell.name())).toList());
        long unread = cells.stream()
                .filter(cell -> !chosen.contains(cell.name()))
                .filter(cell -> cell.shownAttempt().flatMap(ForkRecord::samples).isPresent())
                .count();
        return new Timelines(some.byCell, some.problems, (int) unread);
    }

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
        return new Timelines(timelines, problems, 0);
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
