// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurroundingsChecksTest {

    private static final Instant TODAY = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void moreWorkersThanCoresAreWarnedOf() {
        assertThat(cores(4, 4).level()).isEqualTo(Check.Level.OK);
        Check check = cores(1.5, 2);
        assertThat(check.level()).isEqualTo(Check.Level.WARNING);
        assertThat(check.found()).isEqualTo("1.50 cores granted");
        assertThat(check.advice().orElseThrow()).contains("--skip max_workers=2");
    }

    @Test
    void aGovernorThatFollowsTheLoadIsWarnedOf() {
        assertThat(governor(Optional.of("performance")).level()).isEqualTo(Check.Level.OK);
        assertThat(governor(Optional.of("powersave")).level()).isEqualTo(Check.Level.WARNING);
        assertThat(governor(Optional.empty()).found()).isEqualTo("not shown to a virtual machine");
    }

    @Test
    void aRuntimeWithoutCompilerAndHiddenArgumentsAreWarnedOf() {
        assertThat(JavaChecks.of(new JavaFacts("17.0.15", 17, true, List.of())))
                .singleElement()
                .matches(check -> check.level() == Check.Level.OK);
        assertThat(JavaChecks.of(new JavaFacts("21", 21, false, List.of("JAVA_TOOL_OPTIONS"))))
                .hasSize(2)
                .allMatch(check -> check.level() == Check.Level.WARNING);
    }

    @Test
    void aClockThatIsSlowWrongOrSetIsWarnedOf() {
        assertThat(ClockCheck.of(TODAY, 3, Optional.of("tsc")).level()).isEqualTo(Check.Level.OK);
        assertThat(ClockCheck.of(TODAY, 3, Optional.empty()).level()).isEqualTo(Check.Level.OK);
        assertThat(ClockCheck.of(TODAY, 3, Optional.of("hpet")).level()).isEqualTo(Check.Level.WARNING);
        assertThat(ClockCheck.of(TODAY, -60, Optional.of("tsc")).found()).isEqualTo("date moved by -60 ms");
        assertThat(ClockCheck.of(Instant.EPOCH, 0, Optional.of("tsc")).level()).isEqualTo(Check.Level.WARNING);
    }

    private static Check cores(double granted, int workers) {
        return ProcessorChecks.of(environment(granted, Optional.empty()), Optional.of(workers))
                .get(0);
    }

    private static Check governor(Optional<String> governor) {
        return ProcessorChecks.of(environment(2, governor), Optional.empty()).get(1);
    }

    private static Environment environment(double cores, Optional<String> governor) {
        return new Environment(
                "class",
                "class hash",
                "hash",
                "cpu",
                8,
                cores,
                1,
                1,
                Optional.empty(),
                "os",
                "kernel",
                "jdk",
                governor,
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                false,
                "digest");
    }
}
