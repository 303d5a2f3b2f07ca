// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.LiveSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings that stand in a command line, in whatever program it is of. */
final class CommandSettings {

    static final Set<String> KEYS = Set.of("mode", "parallel_chunks", "max_workers", "chunk_size");

    /** How other programs call the number of workers. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "workers", "max_workers",
            "num_workers", "max_workers",
            "n_jobs", "max_workers",
            "jobs", "max_workers",
            "j", "max_workers",
            "threads", "max_workers",
            "num_threads", "max_workers",
            "processes", "max_workers",
            "parallelism", "max_workers");

    private static final List<String> OWN_PROGRAMS = List.of("dev.runmatrix.cli.Main", "dev.runmatrix.cli.ChildMain");
    private static final String WHERE = "the command line";

    private CommandSettings() {}

    /** Whether it is this program's own aggregator. */
    static boolean isAggregator(List<String> command) {
        return OWN_PROGRAMS.stream()
                .mapToInt(command::indexOf)
                .anyMatch(at -> at >= 0
                        && at + 1 < command.size()
                        && command.get(at + 1).equals("aggregate"));
    }

    /** In the order of the command line. */
    static List<LiveSetting> of(List<String> command) {
        List<LiveSetting> settings = new ArrayList<>();
        for (int i = 1; i < command.size(); i++) {
            String argument = command.get(i);
            Optional<String> next = i + 1 < command.size() ? Optional.of(command.get(i + 1)) : Optional.empty();
            read(argument, next).ifPresent(settings::add);
        }
        return settings;
    }

    private static Optional<LiveSetting> read(String argument, Optional<String> next) {
        if (!argument.startsWith("-")) {
            return Optional.empty();
        }
        if (argument.matches("-j\\d{1,5}")) {
            return Optional.of(setting("max_workers", argument.substring(2), argument));
        }
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        Optional<String> value = equals < 0 ? next : Optional.of(argument.substring(equals + 1));
        String written = equals < 0 ? argument + " " + next.orElse("") : argument;
        return key(name.replaceFirst("^-{1,2}", ""))
                .flatMap(key -> value.filter(text -> isPossible(key, text)).map(text -> setting(key, text, written)));
    }

    private static LiveSetting setting(String key, String value, String written) {
        return new LiveSetting(key, value, written, WHERE, true);
    }

    /** The key of a matrix that a name means; absent for any other name. */
    static Optional<String> key(String name) {
        String plain =
                name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('-', '_').toLowerCase(Locale.ROOT);
        return Optional.of(OTHER_NAMES.getOrDefault(plain, plain)).filter(KEYS::contains);
    }

    /** A {@code mode} may be that of anything, and a number of workers is a number. */
    static boolean isPossible(String key, String value) {
        return switch (key) {
            case "mode" -> value.matches("(?i)auto|in[-_ ]?memory|stream(ing)?");
            case "parallel_chunks" -> value.matches("(?i)true|false|yes|no|on|off");
            default -> value.matches("\\d{1,12}(_\\d{3}){0,4}");
        };
    }
}
