// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.resource.Observation;
import dev.runmatrix.harness.resource.ProcessObserver;
import dev.runmatrix.harness.result.ResourceSample;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Samples a fork until it has ended, and ends it when its time is up. */
final class ForkWatch {

    private static final long TRACKING_PERIOD_NANOS = Duration.ofMillis(500).toNanos();

    private final ForkProcess fork;
    private final CompletableFuture<Long> exit;
    private final ProcessObserver observer;
    private final Patience patience;
    private final long periodNanos;
    private final Consumer<ResourceSample> onSample;

    /**
     * A watch over one fork.
     *
     * @param exit the moment of its end, once it has come
     */
    ForkWatch(
            ForkProcess fork,
            CompletableFuture<Long> exit,
            ProcessObserver observer,
            Trial trial,
            Consumer<ResourceSample> onSample) {
        this.fork = fork;
        this.exit = exit;
        this.observer = observer;
        this.patience = new Patience(trial.protocol());
        this.periodNanos = trial.protocol().samplePeriod().toNanos();
        this.onSample = onSample;
    }

    /** Returns when the process has ended. */
    Watched watch() throws InterruptedException {
        Ending ending = Ending.BY_ITSELF;
        long nextTracking = System.nanoTime();
        for (long tick = System.nanoTime(); ; tick = Math.max(tick + periodNanos, System.nanoTime())) {
            Optional<ResourceSample> sample = observer.look();
            sample.ifPresent(onSample);
            Optional<Ending> exhausted = sample.flatMap(patience::exhaustedBy);
            if (exhausted.isPresent()) {
                ending = exhausted.get();
                fork.kill();
            }
            if (tick >= nextTracking) {
                fork.trackDescendants();
                nextTracking = tick + TRACKING_PERIOD_NANOS;
            }
            Optional<Long> end = endedBefore(tick + periodNanos).or(this::goneUnnoticed);
            if (end.isPresent()) {
                return new Watched(ending, observer.finish(end.get()));
            }
        }
    }

    /**
     * Java may tell of the end of a process only once its output pipes are closed, which a grandchild can put off for as
     * long as it lives.
     */
    private Optional<Long> goneUnnoticed() {
        return fork.handle().isAlive() ? Optional.empty() : Optional.of(System.nanoTime());
    }

    private Optional<Long> endedBefore(long deadlineNanos) throws InterruptedException {
        try {
            return Optional.of(exit.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process is never exceptional", e);
        }
    }

    /**
     * The end of a watch.
     *
     * @param ending who ended the process
     * @param observation what was seen
     */
    record Watched(Ending ending, Observation observation) {}
}
