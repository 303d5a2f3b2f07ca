// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.comparison.BuildComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was judged when a stored run ended, judged again from what is stored, so that reports that are rendered later say
 * the same.
 *
 * @param concluded the run with its comparisons and its gate
 * @param notices what could not be found again, sentences
 */
record JudgedAgain(Concluded concluded, List<String> notices) {

    JudgedAgain {
        notices = List.copyOf(notices);
    }

    /**
     * Judges a run.
     *
     * @param folder where its reports go
     * @param baseline what to compare it with instead of what it was compared with
     */
    static JudgedAgain of(Home home, StoredRun stored, Path folder, Optional<String> baseline) throws CommandFailure {
        List<String> notices = new ArrayList<>();
        ComparandFinder finder = new ComparandFinder(home);
        Optional<Comparand> base =
                baseline.isPresent() ? Optional.of(finder.find(baseline.get())) : earlier(finder, stored, notices);
        Optional<Compared> compared = Optional.empty();
        if (base.isPresent()) {
            Comparand run = new Comparand("run " + stored.run().id(), stored);
            compared = Optional.of(Compared.of(base.get(), run, false));
        }
        Concluded concluded = Concluded.of(analysis(stored), folder, compared, builds(home, stored, notices));
        return new JudgedAgain(claims(stored).over(gated(home, concluded)), notices);
    }

    /** A run that was stored, judged. */
    static RunAnalysis analysis(StoredRun stored) throws CommandFailure {
        try {
            return RunAnalysis.of(stored);
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        }
    }

    /** Whether the run failed with its claims stands in their file; a run that has none did. */
    private static ClaimConclusion claims(StoredRun stored) throws CommandFailure {
        boolean gating = text(file(stored, ConclusionFile.CLAIMS), "/gating")
                .filter("false"::equals)
                .isEmpty();
        return new ClaimConclusion(gating, false);
    }

    /** What became of the claims, an empty line last; nothing where it has none. */
    List<String> claimLines() {
        return concluded
                .claims()
                .filter(report -> !report.results().isEmpty())
                .map(report -> {
                    List<String> lines = new ArrayList<>(ClaimText.lines(report));
                    lines.add("");
                    return lines;
                })
                .orElseGet(ArrayList::new);
    }

    /**
     * Writes what became of the claims beside the run, and tells where; nothing where it has none, or where the reports go
     * somewhere else, which leaves the run as it is.
     */
    List<Path> writeClaims() throws CommandFailure {
        Optional<String> text = claims(concluded.stored()).json(concluded);
        if (text.isEmpty() || !isBesideTheRun()) {
            return List.of();
        }
        try {
            return List.of(ConclusionFile.CLAIMS.write(concluded.folder(), text.get()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, concluded.folder() + ": cannot be written: " + e.getMessage());
        }
    }

    private boolean isBesideTheRun() {
        return whole(concluded.folder()).equals(whole(concluded.stored().directory()));
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private static Concluded gated(Home home, Concluded concluded) throws CommandFailure {
        Optional<Gate> gate = concluded.stored().run().spec().gate();
        boolean judged = Files.isRegularFile(file(concluded.stored(), ConclusionFile.GATE));
        if (gate.isEmpty() || !judged) {
            return concluded;
        }
        LocalDate then = concluded
                .stored()
                .run()
                .finishedAt()
                .map(end -> LocalDate.ofInstant(end, ZoneOffset.UTC))
                .orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
        return GateConclusion.of(gate.get(), AcceptedFile.beside(home.root()), false)
                .over(concluded, then);
    }

    /** What the run was compared with. */
    private static Optional<Comparand> earlier(ComparandFinder finder, StoredRun stored, List<String> notices)
            throws CommandFailure {
        Optional<String> label = text(file(stored, ConclusionFile.COMPARISON), "/base/label");
        if (label.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(finder.find(label.get().replaceFirst("^(baseline|run) ", "")));
        } catch (CommandFailure e) {
            notices.add("The run was compared with " + label.get() + ", which is not found any more: name it with"
                    + " --baseline.");
            return Optional.empty();
        }
    }

    /** The two builds that the run measured in turns, or that another one measured for it. */
    private static Optional<BuildComparison> builds(Home home, StoredRun stored, List<String> notices)
            throws CommandFailure {
        if (stored.run().builds().isPresent()) {
            return Optional.of(TurnConclusion.judged(stored));
        }
        Optional<String> turns = text(file(stored, ConclusionFile.BUILDS), "/run");
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = new RunFinder(home.results()).find(turns.get());
            return Optional.of(TurnConclusion.judged(ComparandFinder.run(folder).stored()));
        } catch (CommandFailure e) {
            notices.add("Its suspects were measured again in run " + turns.get() + ", which is not found any more.");
            return Optional.empty();
        }
    }

    private static Path file(StoredRun stored, ConclusionFile file) {
        return stored.directory().resolve(file.fileName());
    }

    private static Optional<String> text(Path file, String pointer) throws CommandFailure {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode value =
                    new ObjectMapper().readTree(Files.readAllBytes(file)).at(pointer);
            return Optional.of(value.asText()).filter(text -> !text.isBlank());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.DATA, file + ": cannot be read: " + e.getMessage());
        }
    }
}
