// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.result.StoredRun;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the frame of a run that begins. */
final class RunFrame {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int COMMIT_DIGITS = 7;

    private RunFrame() {}

    /** The frame with which a sitting begins. */
    static RunRecord of(RunRequest request, SittingTask task, Instant now) {
        Instant begin = now.truncatedTo(ChronoUnit.MILLIS);
        RunRecord before = task.earlier().map(StoredRun::run).orElseGet(() -> created(request, begin));
        List<ForkRecord> made = task.earlier().map(StoredRun::forks).orElse(List.of());
        int counted = made.stream().mapToInt(ForkRecord::fork).max().orElse(0);
        return before.begun(new Sitting(
                task.kind(),
                begin,
                Optional.empty(),
                request.argv(),
                before.seed(),
                made.stream().mapToInt(ForkRecord::attempt).max().orElse(0) + 1,
                Math.max(
                        counted + task.added().orElse(0),
                        before.spec().protocol().maxForks()),
                task.added(),
                task.cells()));
    }

    private static RunRecord created(RunRequest request, Instant now) {
        return new RunRecord(
                RunRecord.SCHEMA,
                id(request, now),
                RunState.RUNNING,
                now,
                Optional.empty(),
                request.toolVersion(),
                request.argv(),
                request.seed(),
                request.estimatedMillis(),
                Optional.empty(),
                request.spec(),
                request.plan(),
                request.environment(),
                request.inputs().stream().map(RunInput::facts).toList(),
                Optional.empty(),
                List.of(),
                List.of(),
                request.builds());
    }

    /** Time and commit, or time and build outside a checkout; a later second where that name is taken. */
    private static String id(RunRequest request, Instant now) {
        String program = request.environment()
                .gitCommit()
                .orElse(request.environment().buildDigest())
                .substring(0, COMMIT_DIGITS);
        Instant second = now;
        String id = ID.format(second) + "-" + program;
        while (Files.exists(request.results().resolve(id))) {
            second = second.plusSeconds(1);
            id = ID.format(second) + "-" + program;
        }
        return id;
    }
}
