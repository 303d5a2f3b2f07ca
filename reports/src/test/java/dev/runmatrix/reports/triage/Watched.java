// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.live.GroupMemory;
import dev.runmatrix.harness.result.live.InputVolume;
import dev.runmatrix.harness.result.live.LiveCounters;
import dev.runmatrix.harness.result.live.LiveEnd;
import dev.runmatrix.harness.result.live.LiveGrant;
import dev.runmatrix.harness.result.live.LiveMachine;
import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.harness.result.live.LiveProcess;
import dev.runmatrix.harness.result.live.LiveProgress;
import dev.runmatrix.harness.result.live.LiveSample;
import dev.runmatrix.harness.result.live.LiveSetting;
import dev.runmatrix.harness.result.live.LiveThread;
import dev.runmatrix.harness.result.live.ThreadStates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recorded observations of ten seconds on a machine of four processors, with what a test changes in them. */
public final class Watched {

    private static final int SECONDS = 10;
    private static final long SECOND = 1_000_000_000L;

    private final List<LiveThread> threads = new ArrayList<>();
    private final List<LiveSetting> settings = new ArrayList<>();
    private List<String> command = List.of("job");
    private boolean aggregator;
    private double foreignCores;
    private double stealShare;
    private double ioWaitShare;
    private Optional<Double> quota = Optional.empty();
    private double throttledShare;
    private int affinity = 4;
    private Optional<GroupMemory> memory = Optional.empty();
    private Optional<Long> addressLimit = Optional.empty();
    private long rss = 100_000_000;
    private long swap;
    private long faults;
    private long storageBytes;
    private int seconds = SECONDS;
    private double burst = 1;
    private LiveEnd end = LiveEnd.TIME_UP;
    private Optional<LiveProgress> progress = Optional.empty();
    private Optional<InputVolume> input = Optional.empty();
    private List<String> unreadable = List.of();

    /** A thread that used and queued for so much of a core, and was in uninterruptible sleep for so much of the rest. */
    public Watched thread(String name, double cores, double queued, double blocked, String channel) {
        long tid = 100L + threads.size();
        int looks = 40;
        int running = (int) Math.round(looks * Math.min(1, cores + queued));
        int inDisk = (int) Math.round(looks * blocked);
        threads.add(new LiveThread(
                100,
                tid,
                "job",
                name,
                (long) (cores * SECONDS * SECOND),
                Optional.of((long) (queued * SECONDS * SECOND)),
                Optional.of(10L),
                Optional.of(5L),
                looks,
                new ThreadStates(running, Math.max(0, looks - running - inDisk), inDisk, 0),
                'S',
                channel.isEmpty() ? Optional.empty() : Optional.of(channel),
                false,
                true));
        return this;
    }

    public Watched thread(String name, double cores) {
        return thread(name, cores, 0, 0, cores < 0.99 ? "futex_do_wait" : "");
    }

    /** A process of one thread that has a child. */
    public Watched parent(String name, double cores) {
        return process(name, cores, true);
    }

    /** A process of one thread. */
    public Watched child(String name, double cores) {
        return process(name, cores, false);
    }

    private Watched process(String name, double cores, boolean parent) {
        long pid = 500L + threads.size();
        ThreadStates running = new ThreadStates((int) Math.round(40 * cores), 40 - (int) Math.round(40 * cores), 0, 0);
        threads.add(new LiveThread(
                pid,
                pid,
                name,
                name,
                (long) (cores * SECONDS * SECOND),
                Optional.of(0L),
                Optional.of(10L),
                Optional.of(5L),
                40,
                running,
                'R',
                Optional.empty(),
                parent,
                true));
        return this;
    }

    /** The threads of a JVM that serve it. */
    public Watched jvm(double garbage, double compiler) {
        thread("java", 0);
        thread("VM Thread", 0.01);
        thread("GC Thread#0", garbage / 2);
        thread("GC Thread#1", garbage / 2);
        return thread("C2 CompilerThre", compiler);
    }

    public Watched aggregator(String... arguments) {
        aggregator = true;
        command = List.of(arguments);
        return this;
    }

    public Watched command(String... arguments) {
        command = List.of(arguments);
        return this;
    }

    public Watched setting(String key, String value) {
        String written = "--" + key.replace('_', '-') + " " + value;
        settings.add(new LiveSetting(key, value, written, "the command line", true));
        return this;
    }

    public Watched configured(String key, String value) {
        settings.add(new LiveSetting(key, value, "performance." + key + ": " + value, "job.yaml:3", false));
        return this;
    }

    public Watched foreign(double cores) {
        foreignCores = cores;
        return this;
    }

    public Watched steal(double share) {
        stealShare = share;
        return this;
    }

    public Watched ioWait(double share) {
        ioWaitShare = share;
        return this;
    }

    public Watched quota(double cores, double throttled) {
        quota = Optional.of(cores);
        throttledShare = throttled;
        return this;
    }

    public Watched affinity(int processors) {
        affinity = processors;
        return this;
    }

    public Watched memory(long rssBytes, long limitBytes, long usedBytes) {
        rss = rssBytes;
        memory = Optional.of(new GroupMemory(limitBytes, Optional.of(usedBytes)));
        return this;
    }

    public Watched addressLimit(long bytes) {
        addressLimit = Optional.of(bytes);
        return this;
    }

    public Watched swap(long bytes, long faultsPerSecond) {
        swap = bytes;
        faults = faultsPerSecond * SECONDS;
        return this;
    }

    public Watched storage(long bytesPerSecond) {
        storageBytes = bytesPerSecond * SECONDS;
        return this;
    }

    public Watched seconds(int length) {
        seconds = length;
        return this;
    }

    /** All processor time in the first part of the watch. */
    public Watched burst(double part) {
        burst = part;
        return this;
    }

    public Watched ended() {
        end = LiveEnd.PROCESS_ENDED;
        return this;
    }

    public Watched progress(LiveProgress told) {
        progress = Optional.of(told);
        return this;
    }

    public Watched input(long read, long inWindow, long all) {
        input = Optional.of(new InputVolume(read, inWindow, all));
        return this;
    }

    public Watched unreadable(String sentence) {
        unreadable = List.of(sentence);
        return this;
    }

    public Triage triage() {
        return Triage.of(observation());
    }

    public LiveObservation observation() {
        double cores = threads.stream().mapToLong(LiveThread::cpuNanos).sum() / 1e9 / SECONDS;
        return new LiveObservation(
                new LiveProcess(
                        100, "job", command, Instant.parse("2026-01-02T03:04:05Z"), Duration.ofMinutes(50), aggregator),
                true,
                samples(),
                threads,
                new LiveCounters(
                        Optional.of(storageBytes),
                        Optional.of(0L),
                        Optional.of(storageBytes),
                        Optional.of(0L),
                        Optional.of(faults),
                        Optional.empty()),
                new LiveGrant(
                        affinity,
                        quota,
                        quota.map(q -> (long) (throttledShare * seconds * SECOND)),
                        quota.map(q -> (long) (90 * throttledShare)),
                        quota.map(q -> 100L),
                        memory,
                        addressLimit,
                        addressLimit.map(limit -> limit - 1000),
                        Optional.empty(),
                        false),
                new LiveMachine(
                        4,
                        Optional.of(16_000_000_000L),
                        Optional.of(8_000_000_000L),
                        (long) ((cores + foreignCores) * seconds * SECOND),
                        (long) (ioWaitShare * 4 * seconds * SECOND),
                        (long) (stealShare * 4 * seconds * SECOND),
                        4L * seconds * SECOND,
                        0),
                end,
                settings,
                progress,
                input,
                unreadable);
    }

    private List<LiveSample> samples() {
        List<LiveSample> samples = new ArrayList<>();
        for (int look = 0; look <= 4 * seconds; look++) {
            double part = (double) look / (4 * seconds);
            double worked = Math.min(1, part / burst);
            samples.add(new LiveSample(
                    (long) (part * seconds * SECOND),
                    (long) (worked * sum(LiveThread::cpuNanos) * seconds / SECONDS),
                    rss,
                    Optional.of(swap),
                    1,
                    states(look),
                    Optional.of((long)
                            (worked * sum(thread -> thread.runQueueNanos().orElse(0L)))),
                    0));
        }
        return samples;
    }

    private long sum(java.util.function.ToLongFunction<LiveThread> value) {
        return threads.stream().mapToLong(value).sum();
    }

    /** Spreads the states in which threads were met over the looks. */
    private ThreadStates states(int look) {
        int blocked = 0;
        for (LiveThread thread : threads) {
            blocked += look % thread.looks() < thread.met().blocked() ? 1 : 0;
        }
        boolean stopped = command.contains("stopped");
        return stopped
                ? new ThreadStates(0, 0, 0, threads.size())
                : new ThreadStates(0, threads.size() - blocked, blocked, 0);
    }
}
