// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.harness.result.live.LiveSetting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the process was told to do. Where a setting stands in the command line and in a file, the command line counts.
 *
 * @param all every setting that was read, those of the command line first
 * @param aggregator whether it is this program's own aggregator, whose defaults are known
 */
public record Settings(List<LiveSetting> all, boolean aggregator) {

    public Settings {
        all = List.copyOf(all);
    }

    static Settings of(LiveObservation seen) {
        return new Settings(seen.settings(), seen.process().aggregator());
    }

    public Optional<LiveSetting> find(String key) {
        return all.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    public Optional<LiveSetting> workers() {
        return find("max_workers");
    }

    /** The setting that says not to work on several chunks at once; absent where none says so or it has no effect. */
    public Optional<LiveSetting> serialChunks() {
        return find("parallel_chunks")
                .filter(setting -> isFalse(setting.value()))
                .filter(setting -> !isInMemory());
    }

    public boolean isInMemory() {
        return find("mode")
                .filter(mode -> mode.value().toLowerCase(Locale.ROOT).startsWith("in"))
                .isPresent();
    }

    /**
     * Workers that were asked for; absent where nothing says so.
     *
     * @param grantedCores what our own aggregator takes where nothing is said
     */
    public Optional<Double> requestedWorkers(double grantedCores) {
        return workers()
                .map(setting -> Double.parseDouble(setting.value().replace("_", "")))
                .filter(number -> number >= 1)
                .or(() -> aggregator ? Optional.of(Math.max(1, Math.ceil(grantedCores))) : Optional.empty());
    }

    private static boolean isFalse(String value) {
        return List.of("false", "no", "off").contains(value.toLowerCase(Locale.ROOT));
    }
}
