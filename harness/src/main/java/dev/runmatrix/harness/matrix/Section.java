// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.List;

/** The mappings of a matrix file and the keys that each may hold, in the order in which messages list them. */
enum Section {
    MATRIX(
            "schema",
            "title",
            "question",
            "target",
            "targets",
            "axes",
            "include",
            "exclude",
            "reference_cell",
            "options",
            "budget",
            "measure",
            "claims",
            "gate",
            "hooks",
            "profiles"),
    PROFILE(
            "title",
            "question",
            "target",
            "targets",
            "axes",
            "include",
            "exclude",
            "reference_cell",
            "options",
            "budget",
            "measure",
            "claims",
            "gate",
            "hooks"),
    TARGET("kind", "jvm_args", "command", "env", "directory", "verify", "build"),
    COVERED_TARGET("when", "kind", "command", "env", "directory", "verify", "build"),
    AXES(Axis.keys()),
    SETTING(Axis.keys()),
    OPTION("name", "set", "stated"),
    STATED("times", "where"),
    BUDGET("rss", "wall"),
    MEASURE(
            "forks",
            "max_forks",
            "precision",
            "warmup",
            "twin",
            "repeat_contaminated",
            "max_failures",
            "budget",
            "timeout",
            "stall_timeout",
            "sample_period",
            "seed"),
    WARMUP("forks"),
    CLAIM(
            "name",
            "kind",
            "metric",
            "cell",
            "cells",
            "versus",
            "at_least",
            "at_most",
            "times_as_fast",
            "within",
            "where",
            "gate"),
    GATE("baseline", "rules", "on_inconclusive"),
    RULE("metric", "cells", "max_increase", "max", "min", "min_fraction_of_requested", "confidence", "correction"),
    HOOKS("setup", "prepare", "conclude", "cleanup");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> keys;

    Section(String... keys) {
        this(List.of(keys));
    }

    Section(List<String> keys) {
        this.keys = keys;
    }

    List<String> keys() {
        return keys;
    }
}
