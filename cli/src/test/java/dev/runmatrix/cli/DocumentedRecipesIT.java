// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of docs/CI.md, run as they stand there: with this program, a toy to be measured, and a repository of its own. */
class DocumentedRecipesIT {

    private static final int WORK = 200_000;
    private static final long PATIENCE_MINUTES = 5;

    @TempDir
    Path folder;

    private Path home = Path.of("");

    private record Ended(int status, String output) {}

    @BeforeEach
    void aRepositoryWithAToy() throws Exception {
        home = Files.createDirectories(folder.resolve("main"));
        Files.createDirectories(home.resolve("bench"));
        Files.copy(Path.of("../bench/nightly"), home.resolve("bench/nightly"));
        executable("bench/nightly");
        Files.writeString(
                home.resolve("run-matrix"),
                "#!/bin/sh\nhere=$(cd \"$(dirname \"$0\")\" && pwd)\nexec '"
                        + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Drunmatrix.home=\"$here\""
                        + " -Drunmatrix.lock.folder=\"$here\" -cp '" + System.getProperty("java.class.path")
                        + "' dev.runmatrix.cli.Main \"$@\"\n");
        executable("run-matrix");
        Files.writeString(home.resolve("run-matrix.yaml"), """
                schema: run-matrix/v1
                title: "Toy"
                question: "How long?"
                axes: {job: [sums]}
                target: {kind: command, command: [sh, job.sh, "{out}", "{job}"]}
                measure: {forks: 6, warmup: {forks: 0}, twin: false, repeat_contaminated: 0}
                profiles:
                  smoke: {title: "Smoke"}
                  nightly: {title: "Night"}
                """);
        Files.writeString(
                home.resolve(".gitignore"),
                "/run-matrix\n/results/\n/builds/\n/baselines/\n/performance/\n/nightly.log\n");
        assertThat(sh("git init -q -b main .").status()).isZero();
        commit("first", WORK);
        assertThat(sh("git tag v1.4 && git update-ref refs/remotes/origin/main HEAD")
                        .status())
                .isZero();
    }

    @Test
    void aPullRequestThatIsSlowerFailsItsJobAndSaysWhere() throws Exception {
        commit("a change", 2 * WORK);

        Ended job = sh(step("github-actions", "run"), "GITHUB_BASE_REF", "main");

        assertThat(job.status()).as(job.output()).isEqualTo(1);
        assertThat(home.resolve("performance/summary.md"))
                .content()
                .startsWith("<!-- run-matrix:smoke alarm -->")
                .contains("**SLOWER: job=sums wall × ");
    }

    @Test
    void aMergeRequestThatChangesNothingPassesAndLeavesTestCases() throws Exception {
        commit("a change", WORK);

        Ended job = sh(step("gitlab", "script"), "CI_MERGE_REQUEST_DIFF_BASE_SHA", "v1.4");

        assertThat(job.status()).as(job.output()).isZero();
        String junit = String.valueOf(WorkflowsTest.steps(WorkflowsTest.yaml(Fences.of("gitlab")), "junit")
                .get(0));
        assertThat(home.resolve(junit)).content().contains("<testcase").doesNotContain("<failure");
    }

    @Test
    void theFirstNightBecomesTheBaselineOfTheNextAndCronStaysSilent() throws Exception {
        Matcher step = Pattern.compile("sh '([^']+)'").matcher(Fences.of("jenkins"));
        assertThat(step.find()).isTrue();

        Ended first = sh(step.group(1));

        assertThat(first.status()).as(first.output()).isZero();
        assertThat(first.output()).contains("this night becomes the first");
        Matcher results = Pattern.compile("testResults: '([^']+)'").matcher(Fences.of("jenkins"));
        assertThat(results.find()).isTrue();
        assertThat(home.resolve(results.group(1))).content().contains("<testcase");

        Ended second = sh(cron());

        assertThat(second.output()).isEmpty();
        assertThat(second.status()).isZero();
        assertThat(home.resolve("nightly.log")).content().doesNotContain("becomes the first");
        assertThat(home.resolve("results/latest/compare.json")).isNotEmptyFile();
    }

    @Test
    void cronTellsOfANightThatBroke() throws Exception {
        Files.writeString(home.resolve("job.sh"), "exit 7\n");

        Ended night = sh(cron());

        assertThat(night.output()).contains("failed, 3 of 3 forks");
        assertThat(home.resolve("baselines")).doesNotExist();
    }

    @Test
    void aBisectionFindsTheCommitThatMadeItSlow() throws Exception {
        commit("second", WORK);
        commit("third", WORK);
        commit("fourth, the slow one", 2 * WORK);
        String slow = sh("git rev-parse HEAD").output().strip();
        commit("fifth", 2 * WORK);
        commit("sixth", 2 * WORK);

        Ended bisection = sh(Fences.of("bisect"));

        assertThat(bisection.output()).contains(slow + " is the first bad commit");
        assertThat(bisection.status()).isZero();
    }

    private static String step(String recipe, String key) throws IOException {
        return WorkflowsTest.steps(WorkflowsTest.yaml(Fences.of(recipe)), key).stream()
                .map(step -> step.replaceAll("^\\[|]$", ""))
                .reduce("set -e", (all, step) -> all + "\n" + step);
    }

    /** The command of the line, after its five fields. */
    private String cron() throws IOException {
        String line = Fences.of("cron")
                .lines()
                .filter(each -> each.matches("(\\S+ ){5}.*"))
                .findFirst()
                .orElseThrow();
        return line.replaceFirst("^(\\S+ ){5}", "").replace("/srv/run-matrix", home.toString());
    }

    private void commit(String message, int work) throws Exception {
        Files.writeString(
                home.resolve("job.sh"),
                "# " + message + "\ni=0\nwhile [ $i -lt " + work
                        + " ]; do i=$((i + 1)); done\nprintf 'a,b\\n1,2\\n' >\"$1\"\n");
        assertThat(sh("git add -A && git commit -q -m '" + message + "'").status())
                .isZero();
    }

    private void executable(String file) {
        assertThat(home.resolve(file).toFile().setExecutable(true)).isTrue();
    }

    private Ended sh(String script, String... variables) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .redirectInput(new File("/dev/null"));
        Map<String, String> environment = builder.environment();
        new ArrayList<>(environment.keySet())
                .stream()
                        .filter(name -> name.startsWith("GIT") || name.startsWith("CI"))
                        .forEach(environment::remove);
        environment.putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_SYSTEM", "/dev/null"));
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Ada");
            environment.put("GIT_" + who + "_EMAIL", "ada@example.org");
        }
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as(script)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(folder.resolve("output"), StandardCharsets.UTF_8));
    }
}
