// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.choice.Choice;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AggregationWatchTest {

    private static final Choice CHOICE = new Choice(true, true, 2, 1_000, List.of("It fits.", "More."));

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final StringWriter said = new StringWriter();
    private final AtomicLong nanos = new AtomicLong(77);

    @Test
    void whatIsDoneInTwoSecondsNeedsNoBar() {
        try (AggregationWatch watch = watch(true)) {
            watch.begun(1_000, Optional.empty());
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1_999));
            watch.folded(900);
        }
        assertThat(screen.toString(UTF_8)).isEmpty();
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void aLongJobSaysHowFarItIsHowFastAndWhenItWillEnd() {
        AggregationWatch watch = watch(true);
        watch.begun(7_440_000, Optional.empty());
        watch.folded(1_000_000);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(4));
        watch.folded(1_976_000);
        assertThat(screen.toString(UTF_8))
                .isEqualTo("\r\033[Kaggregate [======>         ]  40 %  2976 k of 7440 k rows  744 k/s  ETA 0:06");
        watch.close();
        assertThat(screen.toString(UTF_8)).endsWith("\r\033[K");
    }

    @Test
    void aSecondBeginningCountsFromZeroAndDoesNotRepeatTheChoice() {
        AggregationWatch watch = watch(true);
        watch.begun(10, Optional.of(CHOICE));
        watch.folded(9);
        watch.begun(10, Optional.of(CHOICE));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(4));
        watch.folded(1);
        assertThat(screen.toString(UTF_8)).contains(" 10 %  1 of 10 rows");
        assertThat(said.toString())
                .isEqualToNormalizingNewlines("auto: streaming, 2 workers, chunks of 1,000 rows. It fits.\n");
    }

    @Test
    void whereNobodyWatchesThereIsNoBar() {
        AggregationWatch watch = watch(false);
        watch.begun(10, Optional.empty());
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(4));
        watch.folded(1);
        watch.close();
        assertThat(screen.toString(UTF_8)).isEmpty();
    }

    private AggregationWatch watch(boolean visible) {
        ProgressBar bar =
                new ProgressBar(new PrintStream(screen, true, UTF_8), visible, "aggregate", "rows", nanos::get);
        return new AggregationWatch(new PrintWriter(said), bar, nanos::get);
    }
}
