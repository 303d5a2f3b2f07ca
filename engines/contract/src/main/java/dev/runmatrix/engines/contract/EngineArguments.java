// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.params.ParamsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments that every engine takes. */
@Command(
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit status: 0 written, 2 wrong arguments or the output exists, 3 out of",
            "memory, 65 unusable data, 70 a bug, 74 a file cannot be read or written, 130",
            "or 143 interrupted.",
            ""
        })
final class EngineArguments {

    private static final int MOST_WORKERS = 1024;

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "Directories and Parquet files of pod_usage, node_labels and namespace_labels.")
    private List<String> inputs = List.of();

    @Option(names = "--params", required = true, paramLabel = "FILE", description = "Parameters, a JSON file.")
    private Path params = Path.of("params.json");

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Summary to write; its name ends in .csv or .parquet.")
    private String output = "summary.csv";

    @Option(names = "--max-workers", paramLabel = "N", description = "Threads at work (default: one per processor).")
    private Optional<Integer> maxWorkers = Optional.empty();

    @Option(names = "--force", description = "Replace an existing output.")
    private boolean force;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    private boolean quiet;

    /** All that is wrong with the arguments, as far as they tell by themselves. */
    List<String> problems(Engine engine) {
        List<String> problems = new ArrayList<>();
        inputs.forEach(input -> addUnknownScheme("--input", input, engine, problems));
        addUnknownScheme("--output", output, engine, problems);
        if (OutputForm.of(output) == OutputForm.FOLDER && !engine.writesFolders()) {
            problems.add("--output: " + output + " ends in neither .csv nor .parquet");
        }
        maxWorkers
                .filter(workers -> workers < 1 || workers > MOST_WORKERS)
                .ifPresent(workers ->
                        problems.add("--max-workers: " + workers + " is not allowed, use 1 to " + MOST_WORKERS));
        return problems;
    }

    private static void addUnknownScheme(String option, String place, Engine engine, List<String> problems) {
        Place.scheme(place)
                .filter(scheme -> !engine.knows(scheme))
                .ifPresent(scheme -> problems.add(option + ": " + place + " is a place that " + engine.name()
                        + " does not know here; name a file of this machine"));
    }

    /** What they ask for. */
    EngineRequest request() throws BadInputException, IOException {
        Params read = ParamsReader.read(params);
        int workers = maxWorkers.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        return new EngineRequest(inputs, read, output, workers, force, quiet);
    }
}
