// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a profile says about a cell of a run, in as little as a finding needs.
 *
 * @param cell name of the cell
 * @param forks forks that were recorded
 * @param samples samples of the program's own threads
 * @param slowdown wall of the recorded ÷ that of other forks; absent where there were none
 * @param methods those with most samples of their own, the greatest first
 */
public record ProfileSummary(String cell, int forks, long samples, Optional<Double> slowdown, List<Share> methods) {

    /** Fewer samples say little about any method. */
    public static final int ENOUGH_SAMPLES = 200;

    private static final int METHODS = 3;

    public ProfileSummary {
        methods = List.copyOf(methods);
    }

    /** The folder of a cell's profile in that of its run. */
    public static Path folder(Path runDirectory, String cell) {
        return runDirectory.resolve(ProfileRecord.FOLDER).resolve(cell);
    }

    /** The profile of a cell; absent where there is none that this version can read. */
    public static Optional<ProfileSummary> read(Path runDirectory, String cell) {
        Path folder = folder(runDirectory, cell);
        if (!Files.isRegularFile(folder.resolve(ProfileRecord.FILE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(ProfileRecord.read(folder)));
        } catch (IOException | UnreadableRunException e) {
            // A report does without: the profile is told of by the command that made it.
            return Optional.empty();
        }
    }

    /** The summary of a profile. */
    public static ProfileSummary of(ProfileRecord profile) {
        Optional<ProfileFindings.Group> work = profile.findings().work();
        long samples = work.map(ProfileFindings.Group::samples).orElse(0L);
        List<Share> shares = work.map(ProfileFindings.Group::methods).orElse(List.of()).stream()
                .filter(method -> method.self() > 0)
                .limit(METHODS)
                .map(method -> new Share(method.name(), method.self(), (double) method.self() / samples))
                .toList();
        return new ProfileSummary(profile.cell().name(), profile.forks(), samples, profile.slowdown(), shares);
    }

    /** Whether there are enough samples to go by. */
    public boolean hasEnoughSamples() {
        return samples >= ENOUGH_SAMPLES;
    }

    /**
     * A method.
     *
     * @param method class and method, harmless and at most 160 characters
     * @param samples its own
     * @param share of all samples of the program's own threads, 0 to 1
     */
    public record Share(String method, long samples, double share) {}
}
