// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.Engines;
import dev.runmatrix.harness.matrix.Placeholders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A program that makes the same summary with an engine of others; its module is built when it is first asked for. */
enum ShippedEngine {
    /** DuckDB, in one process. */
    DUCKDB,
    /** Spark SQL, in one process or on a cluster. */
    SPARK;

    /** All of them, as a matrix can name them. */
    static Engines of(Home home) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (ShippedEngine engine : values()) {
            commands.put(engine.key(), engine.measured(home));
        }
        return new Engines(commands);
    }

    /** That of this name; empty where there is none. */
    static Optional<ShippedEngine> named(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.key().equals(name))
                .findFirst();
    }

    /** Its name in a matrix and on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it reads objects of a bucket, and not only files of this machine. */
    boolean readsObjects() {
        return this == SPARK;
    }

    /** The folder of its module. */
    Path module(Home home) {
        return home.root().resolve("engines").resolve(key());
    }

    /** The program, made by the build, with its libraries beside it. */
    Path jar(Home home) {
        return module(home).resolve("target").resolve("engine.jar");
    }

    /** What starts it, without its own arguments. */
    List<String> program(Home home) {
        String packages = "dev.runmatrix.engines." + key();
        Path flags = module(home)
                .resolve("src/main/resources")
                .resolve(packages.replace('.', '/'))
                .resolve("jvm.flags");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + flags,
                "-cp",
                jar(home).toString(),
                packages + ".Main");
    }

    private List<String> measured(Home home) {
        List<String> command = new ArrayList<>(
                program(home).stream().map(Placeholders::literal).toList());
        command.addAll(List.of("--input", braced(Placeholders.INPUT), "--params", braced(Placeholders.PARAMS)));
        // In the format that the aggregator is measured with.
        command.addAll(List.of("--output", braced(Placeholders.OUT) + ".parquet", "--quiet"));
        command.addAll(List.of("--max-workers", braced(Axis.MAX_WORKERS.key())));
        return List.copyOf(command);
    }

    private static String braced(String name) {
        return "{" + name + "}";
    }
}
