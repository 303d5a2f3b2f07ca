// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.aggregator.oracle.MutantTrial.Ending;
import dev.runmatrix.aggregator.oracle.MutantTrial.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged Parquet files. Each ends in the result of the sound file, in one that an independent reader confirms, or in an
 * error that names the file; in bounded time and memory, and never with half an output. A failure names the mutant;
 * replay it alone with {@code -Dmutants.first=SEED -Dmutants.count=1}. The profile {@code mutants} tries many.
 */
final class MutatedParquetTest {
    private static final int BETWEEN_REPORTS = 500;
    private static final int USUALLY = 200;

    @TempDir
    private static Path folder;

    private static List<SoundInput> inputs = List.of();

    @BeforeAll
    static void writeSoundFiles() throws IOException, InputException, SQLException {
        inputs = SoundInputs.write(Files.createDirectory(folder.resolve("sound")));
    }

    @Test
    void theReferenceConfirmsTheSoundFiles() throws IOException {
        for (SoundInput input : inputs) {
            assertThat(Difference.between(
                            input.reference().rows(), WrittenSummary.parse(input.summary()), Nearness.withinUlps(1)))
                    .as(input.name())
                    .isEmpty();
            assertThat(input.reference().rows()).as(input.name()).hasSizeGreaterThan(50);
        }
    }

    @Test
    void everyMutantEndsWell() throws IOException {
        long first = Long.getLong("mutants.first", 0);
        long end = first + Long.getLong("mutants.count", USUALLY);
        MutantTrial trial = new MutantTrial(folder);
        Map<Mutant.Kind, Map<Ending, Integer>> counts = new EnumMap<>(Mutant.Kind.class);
        List<String> failures = new ArrayList<>();
        for (long seed = first; seed < end; seed++) {
            Mutant mutant = Mutant.of(seed, inputs);
            Verdict verdict = trial.judge(mutant);
            if (seed % BETWEEN_REPORTS == 0) {
                report(counts, failures);
            }
            counts.computeIfAbsent(mutant.kind(), kind -> new TreeMap<>()).merge(verdict.ending(), 1, Integer::sum);
            if (!verdict.ending().isGood()) {
                failures.add("%s%n  %s: %s".formatted(mutant, verdict.ending(), verdict.message()));
            }
        }
        report(counts, failures);
        assertThat(failures.stream().limit(20)).as("%s", counts).isEmpty();
    }

    private static void report(Map<Mutant.Kind, Map<Ending, Integer>> counts, List<String> failures)
            throws IOException {
        String table = counts.entrySet().stream()
                .map(kind -> "%-18s %s".formatted(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining("\n"));
        Files.writeString(Path.of("target/mutants.txt"), table + "\n\n" + String.join("\n", failures) + "\n");
    }
}
