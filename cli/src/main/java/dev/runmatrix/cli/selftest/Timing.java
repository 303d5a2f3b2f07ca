// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Two builds whose difference is known. Each works for a moment and sleeps for the rest of its time, which is exact: what
 * else runs on the machine makes neither of them any shorter.
 */
final class Timing {

    private static final int REGRESSION = 1;
    private static final int SETTINGS = 3;
    private static final String FORKS = "8";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WORK = Duration.ofMillis(60);
    private static final Duration WHOLE = Duration.ofMillis(300);

    private Timing() {}

    /** Less than anybody may call a change. */
    static void aHundredthMore(Stage stage) throws IOException, InterruptedException {
        Work work = Work.measured(stage);
        judge(stage, SETTINGS, toy(work, WORK, WHOLE), toy(work, WORK, WHOLE.plusMillis(3)), 0);

        stage.findings().called(new Called("+1 %", slower(stage), SETTINGS));
        stage.findings().equal("settings called SLOWER", 0, slower(stage));
    }

    /** Three times the tolerance, and more CPU time, so that it cannot be blamed on a machine where others run. */
    static void fifteenHundredthsMore(Stage stage) throws IOException, InterruptedException {
        Work work = Work.measured(stage);
        Duration more = Duration.ofMillis(45);
        judge(stage, SETTINGS, toy(work, WORK, WHOLE), toy(work, WORK.plus(more), WHOLE.plus(more)), REGRESSION);

        stage.findings().called(new Called("+15 %", slower(stage), SETTINGS));
        stage.findings().equal("settings called SLOWER", SETTINGS, slower(stage));
    }

    static void equalBuilds(Stage stage) throws IOException, InterruptedException {
        String toy = toy(Work.measured(stage), WORK, WHOLE);
        judge(stage, SETTINGS, toy, toy, 0);

        isNoChange(stage);
    }

    /** A neighbour does not make equal builds differ. */
    static void equalBuildsBesideANeighbour(Stage stage) throws IOException, InterruptedException {
        String toy = toy(Work.measured(stage), WORK, WHOLE);
        Harness burner = Noise.beside(stage);
        judge(stage, 1, toy, toy, 0);

        stage.findings().equal("the neighbour still burns", true, burner.isAlive());
        isNoChange(stage);
    }

    private static void isNoChange(Stage stage) throws IOException {
        stage.findings().equal("settings called SLOWER", 0, slower(stage));
        stage.findings().equal("settings called FASTER", 0, wallsCalled(stage, "faster"));
    }

    /** Measures two builds in turns. */
    private static void judge(Stage stage, int settings, String base, String head, int status)
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
        Harness.Ended ended =
                stage.runs(status, "ab", "--base", command(base), "--head", command(head), "--forks", FORKS);
        boolean says = ended.out().contains("SLOWER: ");
        stage.findings().equal("the words 'SLOWER: …' are printed", status == REGRESSION, says);
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

    private static int slower(Stage stage) throws IOException {
        return wallsCalled(stage, "slower");
    }

    private static int wallsCalled(Stage stage, String verdict) throws IOException {
        List<String> verdicts = new ArrayList<>();
        for (JsonNode setting : JSON.readTree(Files.readAllBytes(judged(stage))).path("settings")) {
            for (JsonNode metric : setting.path("metrics")) {
                if (metric.path("metric").asText().equals("wall")) {
                    verdicts.add(metric.path("verdict").asText());
                }
            }
        }
        return (int) verdicts.stream().filter(verdict::equals).count();
    }

    /** What the only run of a home has come to. */
    private static Path judged(Stage stage) throws IOException {
        try (Stream<Path> runs = Files.walk(stage.home().resolve("results"), 2)) {
            return runs.filter(file -> file.endsWith("ab.json"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IOException("no ab.json below " + stage.home().resolve("results")));
        }
    }
}
