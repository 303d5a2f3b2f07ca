// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.ForkJvm;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparabilityTest {

    @Test
    void anotherBuildOnTheSameMachineIsComparableAndNotTheSameProgram() {
        Comparability found = of(run("a"), run("b"));

        assertThat(found.isComparable()).isTrue();
        assertThat(found.remarks()).isEmpty();
        assertThat(found.sameProgram()).isFalse();
    }

    @Test
    void theSameBuildWithTheSameSettingsIsTheSameProgram() {
        assertThat(of(run("a"), run("a")).sameProgram()).isTrue();
    }

    @Test
    void ofAProgramFromOutsideNobodyKnowsWhetherItIsTheSame() {
        assertThat(of(run("a").command("sort"), run("a").command("sort")).sameProgram())
                .isFalse();
    }

    @Test
    void otherCommandsAreRemarked() {
        Comparability found = of(run("a").command("sort"), run("a").command("tac"));

        assertThat(found.isComparable()).isTrue();
        assertThat(found.remarks()).containsExactly(new Difference("measured commands", "sort", "tac"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void eachDifferenceIsNamedWithBothValues(SittingFixture changed, String what, String then, String now) {
        Comparability found = of(run("a"), changed);

        assertThat(found.isComparable()).isFalse();
        assertThat(found.sameProgram()).isFalse();
        assertThat(found.differences()).containsExactly(new Difference(what, then, now));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(run("a").machine("8 cores", "8"), "machine class", "4 cores", "8 cores"),
                Arguments.of(run("a").machine("4 cores", "8"), "machine class", "4 cores (c1a55)", "4 cores (8)"),
                Arguments.of(run("a").jdk("Zulu 21"), "JDK", "Temurin 17.0.15", "Zulu 21"),
                Arguments.of(run("a").jvmArgs("-Xmx4g"), "JVM arguments", "-Xmx2g", "-Xmx4g"),
                Arguments.of(run("a").jvmArgs(), "JVM arguments", "-Xmx2g", "none"),
                Arguments.of(run("a").dataset("d2d2"), "dataset data", "d1d1", "d2d2"),
                Arguments.of(told("17.0.15", "Copy", 2L << 30), "collector", "G1", "Copy"),
                Arguments.of(told("17.0.15", "G1", 1L << 30), "greatest heap", "2048 MiB", "1024 MiB"),
                Arguments.of(told("21", "G1", 2L << 30), "JVM of the forks", "17.0.15", "21"));
    }

    @Test
    void forksThatTellNothingContradictNothing() {
        SittingFixture silent =
                new SittingFixture("b").forksTell(Optional.empty()).cell(1, 1, 1);

        assertThat(of(run("a"), silent).isComparable()).isTrue();
    }

    @Test
    void aCollectorThatDiffersInSomeCellsIsCounted() {
        SittingFixture then = new SittingFixture("a").cell(1, 1, 1).cell(2, 1, 1);
        SittingFixture now = new SittingFixture("b")
                .cell(1, 1, 1)
                .forksTell(Optional.of(new ForkJvm("17.0.15", "Serial", 2L << 30)))
                .cell(2, 1, 1);

        assertThat(of(then, now).differences())
                .containsExactly(new Difference("collector (1 of 2 cells)", "G1", "Serial"));
    }

    @Test
    void anotherKernelIsRemarkedAndStopsNothing() {
        Comparability found = of(run("a"), run("b").kernel("6.2.0"));

        assertThat(found.isComparable()).isTrue();
        assertThat(found.remarks()).containsExactly(new Difference("kernel", "6.1.0", "6.2.0"));
    }

    private static Comparability of(SittingFixture base, SittingFixture candidate) {
        return Comparability.of(base.stored(), candidate.stored());
    }

    private static SittingFixture run(String build) {
        return new SittingFixture(build).cell(1, 1, 1);
    }

    private static SittingFixture told(String version, String collector, long heapBytes) {
        return new SittingFixture("a")
                .forksTell(Optional.of(new ForkJvm(version, collector, heapBytes)))
                .cell(1, 1, 1);
    }
}
