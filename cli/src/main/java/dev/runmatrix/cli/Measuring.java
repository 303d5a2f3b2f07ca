// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.CellForks;
import dev.runmatrix.harness.Interruption;
import dev.runmatrix.harness.MachineBusyException;
import dev.runmatrix.harness.MachineLock;
import dev.runmatrix.harness.MatrixRun;
import dev.runmatrix.harness.RunInput;
import dev.runmatrix.harness.RunListener;
import dev.runmatrix.harness.RunRequest;
import dev.runmatrix.harness.SameConditions;
import dev.runmatrix.harness.fork.AggregationBenchmark;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlanEstimate;
import dev.runmatrix.harness.resource.EnvironmentProbe;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.trial.CellTrialRunner;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The only harness that measures on this machine, until it is closed; one that is ended by a signal ends well. */
final class Measuring implements AutoCloseable {

    private final Home home;
    private final List<String> argv;
    private final boolean quiet;
    private final PrintWriter err;
    private final Interruption interruption = Interruption.watch();
    private final MachineLock lock;

    private Measuring(Home home, List<String> argv, boolean quiet, PrintWriter err) throws CommandFailure {
        this.home = home;
        this.argv = argv;
        this.quiet = quiet;
        this.err = err;
        this.lock = locked();
    }

    /**
     * Begins.
     *
     * @param argv arguments of the command, as they are stored
     * @param quiet whether to tell nothing of the progress
     * @throws CommandFailure if another one measures
     */
    static Measuring begin(Home home, List<String> argv, boolean quiet, PrintWriter err) throws CommandFailure {
        return new Measuring(home, argv, quiet, err);
    }

    private MachineLock locked() throws CommandFailure {
        try {
            return MachineLock.acquire(MachineLock.sharedFolder());
        } catch (MachineBusyException e) {
            interruption.close();
            throw new CommandFailure(ExitCode.LOCKED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            interruption.close();
            throw ended(e);
        }
    }

    /** Where a signal is heard of. */
    Interruption interruption() {
        return interruption;
    }

    /** Measures, and returns the folder of the run; empty where a signal came before there was one. */
    Optional<Path> measure(Job job) throws CommandFailure {
        announce(job);
        List<RunInput> inputs = inputs(job);
        if (interruption.status() != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(measure(job, inputs));
        } catch (IOException e) {
            throw ended(e);
        }
    }

    /**
     * Makes forks outside a run, and returns what came of it; empty where a signal came before the first one.
     *
     * @param directory folder of their logs and samples; it is made
     */
    <T> Optional<T> withForks(Job job, Path directory, RunListener listener, ForkTask<T> task) throws CommandFailure {
        List<RunInput> inputs = inputs(job);
        if (interruption.status() != 0) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(directory);
            Machine machine = Machine.open();
            RunRequest request = request(job, inputs, machine, 0);
            try (CellTrialRunner runner = CellTrialRunner.open(machine, AggregationBenchmark.NAME, job.folder());
                    CellForks forks = CellForks.open(request, directory, runner, listener)) {
                interruption.stopWith(forks::interrupt);
                return Optional.of(task.with(forks));
            }
        } catch (IOException e) {
            throw ended(e);
        }
    }

    /** Makes ready what is measured, and what on. */
    private List<RunInput> inputs(Job job) throws CommandFailure {
        try {
            new EngineBuild(home, err, stoppedWithThis()).ensure(job.spec(), job.plan());
        } catch (CommandFailure e) {
            if (interruption.status() == 0) {
                throw e;
            }
            // A build that was ended with this program has not failed.
            return List.of();
        }
        List<RunInput> inputs = new MeasuredData(home, interruption).of(job.plan());
        EngineReach.require(job.plan(), inputs);
        return inputs;
    }

    private EngineBuild.Running stoppedWithThis() {
        return new EngineBuild.Running() {
            @Override
            public void started(Process maven) {
                interruption.stopWith(status -> maven.destroy());
            }

            @Override
            public void ended() {
                interruption.stopWith(ignored -> {});
            }
        };
    }

    private RunRequest request(Job job, List<RunInput> inputs, Machine machine, long estimatedMillis)
            throws IOException {
        return new RunRequest(
                home.results(),
                job.spec(),
                job.plan(),
                job.seed(),
                estimatedMillis,
                inputs,
                new EnvironmentProbe(machine).probe(home.root(), OwnPrograms.paths()),
                OwnPrograms.version(),
                argv,
                job.builds());
    }

    private Path measure(Job job, List<RunInput> inputs) throws IOException, CommandFailure {
        Machine machine = Machine.open();
        ForkTimes times = new ForkTimes(
                KnownDataset.byName(home),
                Runtime.getRuntime().availableProcessors(),
                EarlierRun.forkTimes(home.results()));
        long estimatedMillis = PlanEstimate.of(job.plan(), job.spec().protocol(), times)
                .duration()
                .toMillis();
        RunRequest request = request(job, inputs, machine, estimatedMillis);
        requireSameConditions(job, request);
        LiveLine live = liveLine(job.plan(), times);
        try (CellTrialRunner runner = CellTrialRunner.open(machine, AggregationBenchmark.NAME, job.folder())) {
            MatrixRun run = new MatrixRun(request, job.task(), runner, live);
            interruption.stopWith(run::interrupt);
            return run.execute();
        } finally {
            live.clear();
        }
    }

    private static void requireSameConditions(Job job, RunRequest request) throws CommandFailure {
        List<String> differences = job.task()
                .earlier()
                .map(earlier -> SameConditions.differences(earlier.run(), request))
                .orElse(List.of());
        if (!differences.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "forks made now would not be comparable with those of the run; different are "
                            + String.join("; ", differences)
                            + ". Go back to what was there then, or begin a new run");
        }
    }

    private void announce(Job job) {
        if (quiet) {
            return;
        }
        job.announcements().forEach(err::println);
        err.println("Seed of the order: " + job.seed());
        err.flush();
    }

    private LiveLine liveLine(Plan plan, ForkTimes times) {
        Map<String, Long> planned = plan.cells().stream()
                .collect(Collectors.toMap(
                        c -> c.name(), c -> times.apply(c.cell()).toMillis()));
        // While a fork runs, the program's standard streams lead elsewhere: hold on to the real one.
        PrintStream terminal = System.err;
        return new LiveLine(
                terminal, Terminal.watchesStandardError(), quiet, new CellWords(plan), new RemainingTime(planned));
    }

    private CommandFailure ended(IOException e) {
        return new CommandFailure(
                ExitCode.IO,
                "the run ended early, as a file could not be written: " + e.getMessage()
                        + "; make room for or allow writing in " + home.results()
                        + ", where the forks that ended are kept");
    }

    @Override
    public void close() throws CommandFailure {
        try {
            lock.close();
        } catch (IOException e) {
            throw ended(e);
        } finally {
            interruption.close();
        }
    }

    /** What is done with forks. */
    interface ForkTask<T> {

        T with(CellForks forks) throws IOException, CommandFailure;
    }
}
