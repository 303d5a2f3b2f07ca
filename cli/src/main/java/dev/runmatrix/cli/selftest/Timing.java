// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Two builds whose difference is known. Each works for a moment and sleeps for the rest of its time, which is exact: what
 * else runs on the machine makes neither of them any shorter.
 */
final class Timing {

    private static final int REGRESSION = 1;
    private static final String SLOWER = "slower";
    private static final String FASTER = "faster";
    private static final int SETTINGS = 3;
    private static final int SITTINGS = 2;
    private static final String FORKS = "8";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WORK = Duration.ofMillis(60);
    private static final Duration WHOLE = Duration.ofMillis(300);

    private Timing() {}

    /** Less than anybody may call a change. */
    static void aHundredthMore(Stage stage) throws IOException, InterruptedException {
        Work work = Work.measured(stage);
        String base = toy(work, WORK, WHOLE);
        String head = toy(work, WORK, WHOLE.plusMillis(3));

        stage.findings().called(noAlarm(stage, "+1 %", SETTINGS, base, head, List.of(SLOWER)));
    }

    /** Three times the tolerance, and more CPU time, so that it cannot be blamed on a machine where others run. */
    static void fifteenHundredthsMore(Stage stage) throws IOException, InterruptedException {
        Work work = Work.measured(stage);
        Duration more = Duration.ofMillis(45);
        Harness.Ended ended =
                judge(stage, SETTINGS, toy(work, WORK, WHOLE), toy(work, WORK.plus(more), WHOLE.plus(more)));

        Findings findings = stage.findings();
        int slower = called(stage, List.of(SLOWER));
        findings.called(new Called("+15 %", slower, SETTINGS));
        findings.equal("settings called SLOWER", SETTINGS, slower);
        findings.status("ab", REGRESSION, ended);
        findings.holds(
                "headline", "SLOWER", ended.out().contains("SLOWER: " + SETTINGS + " of " + SETTINGS), ended.out());
    }

    static void equalBuilds(Stage stage) throws IOException, InterruptedException {
        String toy = toy(Work.measured(stage), WORK, WHOLE);

        noAlarm(stage, "+0 %", SETTINGS, toy, toy, List.of(SLOWER, FASTER));
    }

    /** A neighbour does not make equal builds differ. */
    static void equalBuildsBesideANeighbour(Stage stage) throws IOException, InterruptedException {
        String toy = toy(Work.measured(stage), WORK, WHOLE);
        Harness burner = Noise.beside(stage);

        noAlarm(stage, "+0 %", 1, toy, toy, List.of(SLOWER, FASTER));

        stage.findings().equal("the neighbour still burns", true, burner.isAlive());
    }

    /**
     * Expects that no setting is called any of these. On a very noisy machine 2 of 100 may be: so an alarm gets a second
     * sitting, and what counts is whether that gives one, too.
     */
    private static Called noAlarm(
            Stage stage, String change, int settings, String base, String head, List<String> alarms)
            throws IOException, InterruptedException {
        int slower = 0;
        for (int sitting = 1; sitting <= SITTINGS; sitting++) {
            Harness.Ended ended = judge(stage, settings, base, head);
            slower += called(stage, List.of(SLOWER));
            if (called(stage, alarms) == 0) {
                stage.findings().status("ab", 0, ended);
                stage.findings().holds("headline", "Nothing is SLOWER", isCalm(ended), ended.out());
                return new Called(change, slower, sitting * settings);
            }
        }
        stage.findings().holds(change, "no alarm in one of " + SITTINGS + " sittings", false, "one in each");
        return new Called(change, slower, SITTINGS * settings);
    }

    private static boolean isCalm(Harness.Ended ended) {
        return ended.out().contains("Nothing is SLOWER");
    }

    /** Measures two builds in turns. */
    private static Harness.Ended judge(Stage stage, int settings, String base, String head)
            throws IOException, InterruptedException {
        List<String> again = Stream.iterate(1, i -> i + 1)
                .limit(settings)
                .map(String::valueOf)
                .toList();
        stage.write(Matrix.FILE, """
                schema: run-matrix/v1
                title: Selftest
                question: Is the head slower?
                axes: {again: %s}
                target: {kind: command, command: %s}
                measure: {warmup: {forks: 1}, twin: false}
                """.formatted(Matrix.list(again), command(base)));
        return stage.run("ab", "--base", command(base), "--head", command(head), "--forks", FORKS);
    }

    /** A command of a toy; the axis stands in a comment, as it changes nothing. */
    private static String command(String shell) {
        return Matrix.list(List.of("sh", "-c", shell + " # {again}"));
    }

    /** Writes a row, works, and sleeps for the rest. */
    private static String toy(Work work, Duration working, Duration whole) {
        long sleepMillis = whole.minus(working).toMillis();
        return "printf 'a\\n1\\n' >{out}; " + work.lasting(working) + "; exec sleep 0."
                + String.format(Locale.ROOT, "%03d", sleepMillis);
    }

    /** Settings of the last run of which some metric got one of these verdicts. */
    private static int called(Stage stage, List<String> verdicts) throws IOException {
        int called = 0;
        for (JsonNode setting : JSON.readTree(Files.readAllBytes(judged(stage))).path("settings")) {
            List<String> own = setting.path("metrics").findValuesAsText("verdict");
            called += own.stream().anyMatch(verdicts::contains) ? 1 : 0;
        }
        return called;
    }

    private static Path judged(Stage stage) throws IOException {
        Path results = stage.home().resolve("results");
        try (Stream<Path> runs = Files.walk(results, 2)) {
            return runs.filter(file -> file.endsWith("ab.json"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("no ab.json below " + results));
        }
    }
}
