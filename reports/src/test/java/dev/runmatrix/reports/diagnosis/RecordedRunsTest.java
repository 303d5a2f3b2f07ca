// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs as they were measured. The folder of each begins with the rule that must hold, or with {@code healthy}. */
class RecordedRunsTest {

    private static final String HEALTHY = "healthy";
    private static final Pattern NAMED = Pattern.compile("(?:[a-z]\\d|" + HEALTHY + ")-.*");

    /** Recorded while other programs kept the machine busy, which is told first. */
    private static final Set<String> AMID_OTHER_WORK = Set.of("c1-serial-streaming", "k1-tiny-chunks");

    /** Rules that tell of no fault. */
    private static final Set<String> REMARKS = Set.of("d1", "t1");

    static List<Path> recorded() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        RecordedRunsTest.class.getResource("k1-tiny-chunks").toURI())
                .getParent();
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.filter(
                            run -> NAMED.matcher(run.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void whatWasProvokedIsFound(Path folder) throws Exception {
        String whole = folder.getFileName().toString();
        String name = whole.substring(0, whole.indexOf('-'));
        Diagnosis diagnosis = Diagnosis.of(RunAnalysis.of(RunStore.read(folder)));

        if (name.equals(HEALTHY) || REMARKS.contains(name)) {
            assertThat(diagnosis.allegations()).isEmpty();
        } else {
            RuleId provoked = RuleId.valueOf(name.toUpperCase(Locale.ROOT));
            assertThat(diagnosis.findings()).extracting(Finding::rule).contains(provoked);
            if (!AMID_OTHER_WORK.contains(whole)) {
                assertThat(diagnosis.allegations().get(0).rule()).isEqualTo(provoked);
            }
        }
    }

    /** All that is told of each run, and so that it is told of no other. */
    @ParameterizedTest
    @MethodSource("recorded")
    void nothingElseIsTold(Path folder) throws Exception {
        List<String> told = Diagnosis.of(RunAnalysis.of(RunStore.read(folder))).findings().stream()
                .map(finding -> finding.rule().name())
                .distinct()
                .toList();
        String name = folder.getFileName().toString();

        assertThat(Files.readAllLines(folder.resolveSibling("told.txt")))
                .contains(name + ": " + String.join(" ", told));
    }

    /** What no recorded run was provoked to, and would be told if a rule took noise for a cause. */
    @ParameterizedTest
    @MethodSource("recorded")
    void noRuleOfWorkersTakesNoiseForACause(Path folder) throws Exception {
        Set<RuleId> byNoise = Set.of(RuleId.B1, RuleId.P2, RuleId.P3, RuleId.P4, RuleId.P5);
        List<Finding> findings =
                Diagnosis.of(RunAnalysis.of(RunStore.read(folder))).findings();
        List<String> disturbed = findings.stream()
                .filter(finding -> finding.rule() == RuleId.N1)
                .flatMap(finding -> finding.cells().stream())
                .toList();

        assertThat(findings)
                .filteredOn(finding -> disturbed.contains(
                        finding.cells().isEmpty() ? "" : finding.cells().get(0)))
                .extracting(Finding::rule)
                .doesNotContainAnyElementsOf(byNoise);
    }
}
