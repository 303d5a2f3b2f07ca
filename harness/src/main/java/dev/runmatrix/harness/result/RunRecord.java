// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frame of a run: {@code run.json}. What happened stands in {@code forks.jsonl}.
 *
 * @param schema {@value #SCHEMA}
 * @param id name of the run's directory, {@code 20261122T062500Z-3f1c2ab}
 * @param state whether the run has ended, and how
 * @param startedAt when the run began
 * @param finishedAt when it ended; absent while it runs and after a kill
 * @param toolVersion version of run-matrix
 * @param argv arguments of the command, without paths of the user's home
 * @param seed seed of the order of forks
 * @param estimatedMillis duration that the plan announced, forks only
 * @param samplerCores cores that the harness itself used while forks ran; absent until the run has ended
 * @param spec what was asked for
 * @param plan what that resolves to
 * @param environment machine and software
 * @param datasets inputs, in the order of the axis
 * @param exitCode exit status of the command; absent until the run has ended
 * @param sittings when the run was begun, resumed and added to, in that order; empty in a run that was just created
 * @param ends why each cell got no more forks, in plan order; empty until the run has ended
 * @param builds the builds that its cells measure in turns; absent where all measure one program
 */
public record RunRecord(
        String schema,
        String id,
        RunState state,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String toolVersion,
        List<String> argv,
        long seed,
        long estimatedMillis,
        Optional<Double> samplerCores,
        MatrixSpec spec,
        Plan plan,
        Environment environment,
        List<DatasetFacts> datasets,
        Optional<Integer> exitCode,
        List<Sitting> sittings,
        List<CellEnd> ends,
        Optional<BuildPair> builds) {

    public static final String SCHEMA = "run-matrix/run/v2";

    public RunRecord {
        argv = List.copyOf(argv);
        datasets = List.copyOf(datasets);
        sittings = List.copyOf(sittings);
        ends = List.copyOf(ends);
    }

    /** This run, begun or taken up again. */
    public RunRecord begun(Sitting sitting) {
        List<Sitting> all = new ArrayList<>(sittings);
        all.add(sitting);
        return with(RunState.RUNNING, Optional.empty(), samplerCores, Optional.empty(), all, List.of());
    }

    /** This run and its latest sitting, ended; the ends of cells are to follow. */
    public RunRecord ended(RunState how, Instant when, Optional<Double> ownCores, int exit) {
        List<Sitting> all = new ArrayList<>(sittings);
        if (!all.isEmpty()) {
            int last = all.size() - 1;
            all.set(last, all.get(last).ended(when));
        }
        return with(how, Optional.of(when), ownCores, Optional.of(exit), all, ends);
    }

    /** This run with what ended each of its cells. */
    public RunRecord withEnds(List<CellEnd> each) {
        return with(state, finishedAt, samplerCores, exitCode, sittings, each);
    }

    private RunRecord with(
            RunState how,
            Optional<Instant> finished,
            Optional<Double> ownCores,
            Optional<Integer> exit,
            List<Sitting> all,
            List<CellEnd> each) {
        return new RunRecord(
                schema,
                id,
                how,
                startedAt,
                finished,
                toolVersion,
                argv,
                seed,
                estimatedMillis,
                ownCores,
                spec,
                plan,
                environment,
                datasets,
                exit,
                all,
                each,
                builds);
    }
}
