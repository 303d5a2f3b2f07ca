// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void itSaysHowFarTheJobIsAndWhenItWillEnd() {
        ProgressBar bar = bar("production-medium", true);

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(30));
        bar.update(1_858_140, 7_432_560);

        assertThat(screen())
                .isEqualTo("\r\033[Kproduction-medium [====>           ]  25 %  1858 k of 7432 k rows  ETA 1:30");
    }

    @Test
    void aLongTitleStillFitsAnOldTerminal() {
        ProgressBar bar = bar("production-medium+layout-koku+values-decimal", true);

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(3_000));
        bar.update(7_000_000, 9_999_999);

        assertThat(screen().substring("\r\033[K".length()).length()).isLessThanOrEqualTo(80);
    }

    @Test
    void itPromisesNothingInTheFirstSecond() {
        ProgressBar bar = bar("tiny", true);

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
        bar.update(1, 4);

        assertThat(screen()).contains("25 %").doesNotContain("ETA");
    }

    @Test
    void itIsDrawnAtMostTenTimesASecond() {
        ProgressBar bar = bar("tiny", true);

        for (int i = 0; i < 1_000; i++) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            bar.update(i, 1_000);
        }

        assertThat(screen().chars().filter(c -> c == '\r').count()).isBetween(9L, 11L);
    }

    @Test
    void closingClearsTheLine() {
        try (ProgressBar bar = bar("tiny", true)) {
            bar.update(1, 2);
        }

        assertThat(screen()).endsWith("\r\033[K");
    }

    @Test
    void whereNobodyWatchesNothingIsPrinted() {
        try (ProgressBar bar = bar("tiny", false)) {
            bar.update(1, 2);
        }

        assertThat(screen()).isEmpty();
    }

    @Test
    void aJobWithoutWorkIsDone() {
        ProgressBar bar = bar("tiny", true);

        bar.update(0, 0);

        assertThat(screen()).contains("100 %");
    }

    private ProgressBar bar(String title, boolean visible) {
        return new ProgressBar(
                new PrintStream(screen, true, StandardCharsets.UTF_8), visible, title, "rows", nanos::get);
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
