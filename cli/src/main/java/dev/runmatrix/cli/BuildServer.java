// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The build server that a command runs on, as far as its environment tells of one. */
final class BuildServer {

    private static final String ACTIONS = "GITHUB_ACTIONS";
    private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

    private final Map<String, String> environment;
    private final PrintWriter log;

    /**
     * Looks at an environment.
     *
     * @param log the build log
     */
    BuildServer(Map<String, String> environment, PrintWriter log) {
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /**
     * The one that this program runs on.
     *
     * @param out where people read; absent where a document stands alone on standard output: a build log has both streams
     */
    static BuildServer here(Optional<PrintWriter> out) {
        return new BuildServer(
                System.getenv(), out.orElseGet(() -> new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** Tells it what is worth a line beside the build, and shows it the summary; nothing where there is none. */
    void tell(List<Annotation> annotations, Path summary) {
        if ("true".equals(environment.get(ACTIONS))) {
            annotations.forEach(annotation -> log.println(annotation.line()));
        }
        page().ifPresent(page -> append(summary, page));
        log.flush();
    }

    private Optional<Path> page() {
        return Optional.ofNullable(environment.get(STEP_SUMMARY))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    /** The run is stored and judged: that its summary cannot be shown twice is no reason to fail. */
    private void append(Path summary, Path page) {
        try {
            Files.writeString(
                    page,
                    "\n" + Files.readString(summary) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            log.println(
                    "run-matrix: " + page + ", which " + STEP_SUMMARY + " names, cannot be written: " + e.getMessage());
        }
    }
}
