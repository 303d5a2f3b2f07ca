// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.words;

import dev.runmatrix.harness.result.ProfileSummary;
import java.util.stream.Collectors;

/** A profile in a sentence. */
public final class ProfileWords {

    private ProfileWords() {}

    /** Class and method without their package: {@code ChunkReader.read}. */
    public static String shortName(String method) {
        int dot = method.lastIndexOf('.');
        int before = dot < 0 ? -1 : method.lastIndexOf('.', dot - 1);
        return method.substring(before + 1);
    }

    /** Where the program's threads spent their time, for the evidence of a finding. */
    public static String evidence(ProfileSummary profile) {
        String methods = profile.methods().stream()
                .map(m -> Units.percent(m.share()) + " " + shortName(m.method()))
                .collect(Collectors.joining(", "));
        String few = profile.hasEnoughSamples() ? "" : ", too few to go by";
        return "Profile of " + profile.cell() + " ("
                + Units.counted(profile.samples(), "sample", "samples") + " of working threads, "
                + Units.counted(profile.forks(), "fork", "forks") + few + "): "
                + (methods.isEmpty() ? "nothing ran" : methods) + ".";
    }
}
