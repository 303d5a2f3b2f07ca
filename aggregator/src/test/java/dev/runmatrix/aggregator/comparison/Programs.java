// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the commands that are measured. */
final class Programs {

    private final Setup setup;

    Programs(Setup setup) {
        this.setup = setup;
    }

    /** Where the aggregator writes. */
    Path output() {
        return setup.work().resolve("summary.parquet");
    }

    static String oursName(DataSet data, int workers) {
        return "run-matrix, in memory, workers " + workers + ", " + data.name();
    }

    Program ours(DataSet data, int workers) {
        return aggregate(oursName(data, workers), data, List.of("--mode", "in-memory", "--max-workers", "" + workers));
    }

    static String streamingName(DataSet data, int workers) {
        return "run-matrix, streaming, workers " + workers + ", " + data.name();
    }

    Program streaming(DataSet data, int workers) {
        return aggregate(
                streamingName(data, workers), data, List.of("--mode", "streaming", "--max-workers", "" + workers));
    }

    private Program aggregate(String name, DataSet data, List<String> options) {
        List<String> command = new ArrayList<>(setup.aggregate());
        command.addAll(List.of("--input", data.directory().toString()));
        command.addAll(List.of("--params", data.params().toString()));
        command.addAll(List.of("--output", output().toString(), "--force"));
        command.addAll(options);
        return new Program(name, command);
    }

    static String boundedName(DataSet data) {
        return "run-matrix, streaming, workers 2, -Xmx256m, " + data.name();
    }

    /** Streaming in a small heap; {@code inputs} are some or all of the data. */
    Program bounded(String name, DataSet data, List<Path> inputs) {
        List<String> command = new ArrayList<>(setup.aggregate());
        command.add(setup.classPathAt(), "-Xmx256m");
        command.add("--input");
        inputs.forEach(input -> command.add(input.toString()));
        command.addAll(List.of("--params", data.params().toString()));
        command.addAll(List.of("--output", output().toString(), "--force"));
        command.addAll(List.of("--mode", "streaming", "--max-workers", "2"));
        return new Program(name, command);
    }

    static String warmName(DataSet data, int workers) {
        return "run-matrix, warm, workers " + workers + ", " + data.name();
    }

    Program warm(DataSet data, int workers) {
        List<String> arguments =
                List.of(data.directory().toString(), data.params().toString(), output().toString());
        return repeated(warmName(data, workers), WarmProcess.class, workers, arguments);
    }

    static String pagesName(DataSet data, String depth, int workers) {
        return "bare " + depth + ", warm, workers " + workers + ", " + data.name();
    }

    /** What must be done to the pages, whatever comes of their values: read, decompress or decode. */
    Program pages(DataSet data, String depth, int workers) {
        List<String> arguments = List.of(data.directory().toString(), depth);
        return repeated(pagesName(data, depth, workers), PagesProcess.class, workers, arguments);
    }

    private Program repeated(String name, Class<?> main, int workers, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(setup.java()));
        command.addAll(setup.jvmArguments());
        command.addAll(List.of("-cp", setup.jar() + ":" + setup.testClasses(), main.getName()));
        command.addAll(List.of("" + workers, "" + Quantity.ITERATIONS));
        command.addAll(arguments);
        return new Program(name, command);
    }

    static String peerName(String script, DataSet data, int threads) {
        return "DuckDB, " + script + ", threads " + threads + ", " + data.name();
    }

    Program peer(String script, DataSet data, int threads) throws Exception {
        return peer(peerName(script, data, threads), script, data, threads, 1);
    }

    static String warmPeerName(DataSet data, int threads) {
        return "DuckDB, full, warm, threads " + threads + ", " + data.name();
    }

    Program warmPeer(DataSet data, int threads) throws Exception {
        return peer(warmPeerName(data, threads), "full", data, threads, Quantity.ITERATIONS);
    }

    private Program peer(String name, String script, DataSet data, int threads, int times) throws Exception {
        Path ready = setup.work().resolve(script + "-" + data.name() + ".sql");
        Files.writeString(ready, new PeerSql(setup.sql(), data).of(script));
        List<String> command = new ArrayList<>(List.of(setup.java()));
        command.addAll(List.of("-cp", setup.testClasses() + ":" + setup.duckDb(), DuckDbProcess.class.getName()));
        command.addAll(List.of("" + threads, "" + times, ready.toString()));
        return new Program(name, command);
    }
}
