// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.plan.TableFiles;
import dev.runmatrix.aggregator.storage.LocalStorage;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.engines.contract.Engine;
import dev.runmatrix.engines.contract.EngineException;
import dev.runmatrix.engines.contract.EngineRequest;
import dev.runmatrix.engines.contract.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The summary by DuckDB: statements do the work, Java says what texts mean. */
final class DuckDbEngine implements Engine {

    private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,8} ?(KB|MB|GB|TB|KiB|MiB|GiB|TiB)");

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "What DuckDB may take before it goes on in temporary files beside the output, such as 2GB"
                    + " (default: four fifths of the machine's memory).")
    private Optional<String> memory = Optional.empty();

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "./run-matrix engine duckdb --input datasets/data/tiny \\",
                "  --params datasets/data/tiny/params.json --output summary.csv");
    }

    @Override
    public List<String> problems(EngineRequest request) {
        return memory
                .filter(size -> !MEMORY.matcher(size).matches())
                .map(size -> "--memory: " + size + " is no amount of memory, use one such as 512MB or 2GB")
                .stream()
                .toList();
    }

    @Override
    public void run(EngineRequest request) throws BadInputException, IOException, EngineException {
        try (WorkFolder work = WorkFolder.beside(request.outputPath(), request.force())) {
            TableFiles files = TableFiles.find(
                    request.inputPaths().stream().map(Location::of).toList(), new LocalStorage());
            if (files.contains(Location.of(request.outputPath()))) {
                throw new BadInputException(
                        Location.of(request.outputPath()), "the output is an input, too; name another --output");
            }
            Path made = work.path().resolve("summary");
            try (DuckDb db =
                    DuckDb.open(request.maxWorkers(), memory, work.path().resolve("spilled"))) {
                new Job(db, request).run(files, made);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            work.commit(made);
        }
    }
}
