// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One {@link Runner} call, which is one fork. It blocks until the process has ended and its pipes are closed, so it has
 * a thread of its own; that thread is never interrupted, as JMH would then leave the process alone and running.
 */
final class JmhFork {

    private static final TimeValue NO_JMH_TIMEOUT = TimeValue.days(365);

    private final CompletableFuture<Optional<Throwable>> ended = new CompletableFuture<>();

    private JmhFork() {}

    /**
     * Starts one fork of a benchmark.
     *
     * @param group the file of a control group that takes its process; absent where that stays in the harness's
     */
    static JmhFork start(String benchmark, List<String> jvmArgs, Optional<Path> group, ForkTalk talk) {
        configureJmh();
        JmhFork fork = new JmhFork();
        Thread thread = new Thread(() -> fork.run(options(benchmark, jvmArgs, group), talk), "jmh-runner");
        thread.setDaemon(true);
        thread.start();
        return fork;
    }

    boolean isDone() {
        return ended.isDone();
    }

    /** Waits for JMH to be done with the fork; false when it is not in time. */
    boolean await(long millis) throws InterruptedException {
        try {
            ended.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the runner's result is never exceptional", e);
        }
    }

    /** What JMH threw; empty where the fork succeeded or JMH is not done with it. */
    Optional<Throwable> error() {
        return ended.getNow(Optional.empty());
    }

    private void run(Options options, ForkTalk talk) {
        try {
            var unused = new Runner(options, talk).run();
            ended.complete(Optional.empty());
        } catch (RunnerException | RuntimeException | Error e) {
            ended.complete(Optional.of(e));
        }
    }

    private static Options options(String benchmark, List<String> jvmArgs, Optional<Path> group) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark) + "$")
                .mode(Mode.SingleShotTime)
                .warmupIterations(0)
                .measurementIterations(1)
                .forks(1)
                .warmupForks(0)
                .threads(1)
                .shouldDoGC(false)
                .shouldFailOnError(true)
                .syncIterations(false)
                .timeout(NO_JMH_TIMEOUT)
                .jvmArgs(jvmArgs.toArray(new String[0]));
        group.ifPresent(processes -> options.addProfiler(GroupEntry.class, processes.toString()));
        return options.build();
    }

    /** JMH takes these from system properties alone. */
    private static void configureJmh() {
        // The lock of the whole run covers JMH's.
        System.setProperty("jmh.ignoreLock", "true");
        // Keep the fork's arguments those of the matrix: no hint file, and no extra JVM to find out about hints.
        System.setProperty("jmh.compilerhints.mode", "FORCE_OFF");
        System.setProperty("jmh.blackhole.autoDetect", "false");
    }
}
