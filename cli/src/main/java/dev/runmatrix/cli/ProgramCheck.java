// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.doctor.Check;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.Placeholders;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the programs that cells measure, and those that check them, are on this machine. */
final class ProgramCheck {

    private ProgramCheck() {}

    /** Empty where all cells measure the aggregator. */
    static Optional<Check> of(PlannedMatrix matrix) {
        List<String> all = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Cell cell : matrix.plan().cells().stream().map(c -> c.cell()).toList()) {
            matrix.spec().commandOf(cell).ifPresent(target -> {
                Path folder = target.directory()
                        .map(directory -> matrix.folder().resolve(filled(directory, cell)))
                        .orElse(matrix.folder());
                programs(target, cell).filter(program -> !all.contains(program)).forEach(program -> {
                    all.add(program);
                    if (!isThere(program, folder)) {
                        missing.add(program);
                    }
                });
            });
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(judged(all, missing));
    }

    private static Check judged(List<String> all, List<String> missing) {
        String found = all.size() - missing.size() + " of " + all.size() + " found";
        return missing.isEmpty()
                ? Check.ok("programs", found, "all found")
                : Check.warning(
                        "programs",
                        found,
                        "all found",
                        "Not found, or not to be executed: " + String.join(", ", missing)
                                + ". Their cells will fail: install them, or leave those cells out with --skip.");
    }

    private static Stream<String> programs(CommandTarget target, Cell cell) {
        return Stream.concat(Stream.of(target.command()), target.verify().stream())
                .map(command -> filled(command.get(0), cell));
    }

    /** Where a run will write is not known yet, and no program is to be found there. */
    private static String filled(String text, Cell cell) {
        boolean known = cell.axes().keySet().containsAll(Placeholders.names(text));
        return known ? Placeholders.fill(text, cell.axes()) : text;
    }

    private static boolean isThere(String program, Path folder) {
        if (program.contains("/")) {
            return isProgram(folder.resolve(program));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(place -> isProgram(folder.resolve(place).resolve(program)));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
