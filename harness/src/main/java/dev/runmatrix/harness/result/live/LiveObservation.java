// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import java.util.List;
import java.util.Optional;

/**
 * A process and its descendants, watched for a while.
 *
 * @param process the one that was asked about
 * @param tree whether descendants are included
 * @param samples in time order; the first stands at 0
 * @param threads all that were met, in no order
 * @param counters what they did
 * @param grant what they may use
 * @param machine what the machine did
 * @param end why the watch ended
 * @param settings what the process was told to do, as far as it could be read
 * @param progress what its log told; absent where no log was read
 * @param input how much of its input it has read; absent unless it is this program's own aggregator
 * @param unreadable what could not be read, and what would help, in sentences
 */
public record LiveObservation(
        LiveProcess process,
        boolean tree,
        List<LiveSample> samples,
        List<LiveThread> threads,
        LiveCounters counters,
        LiveGrant grant,
        LiveMachine machine,
        LiveEnd end,
        List<LiveSetting> settings,
        Optional<LiveProgress> progress,
        Optional<InputVolume> input,
        List<String> unreadable) {

    public LiveObservation {
        samples = List.copyOf(samples);
        threads = List.copyOf(threads);
        settings = List.copyOf(settings);
        unreadable = List.copyOf(unreadable);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("an observation has at least one sample");
        }
    }

    /** From the first sample to the last. */
    public long windowNanos() {
        return last().elapsedNanos();
    }

    public LiveSample last() {
        return samples.get(samples.size() - 1);
    }
}
