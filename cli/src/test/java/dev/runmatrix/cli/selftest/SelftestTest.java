// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.cli.ChildMain;
import dev.runmatrix.cli.selftest.ScenarioResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelftestTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void aHarnessThatDoesOtherwiseIsFoundAndItsFilesAreKept() throws Exception {
        ScenarioResult result = only(play(false, scenario("equal-output", stage -> Faults.wrongOutput(stage, "true"))));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.details())
                .anyMatch(detail -> detail.startsWith("exit status of run: expected 4, seen 0; it said: "))
                .contains("output of the wrong cell is wrong: expected true, seen false");
        assertThat(result.folder().orElseThrow().resolve("home/results")).isDirectory();
        assertThat(result.folder().orElseThrow().resolve("said-1.err")).isNotEmptyFile();
    }

    @Test
    void whatGoesWellLeavesNothing() throws Exception {
        ScenarioResult result = only(play(false, scenario("fine", stage -> stage.write("file", "text"))));

        assertThat(result.outcome()).isEqualTo(Outcome.OK);
        assertThat(result.folder()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsToBeKeptIs() throws Exception {
        ScenarioResult result = only(play(true, scenario("fine", stage -> stage.write("file", "text"))));

        assertThat(result.folder().orElseThrow().resolve("home/file")).hasContent("text");
    }

    @Test
    void whatThisMachineCannotShowIsSkipped() throws Exception {
        ScenarioResult result =
                only(play(false, scenario("none", stage -> stage.findings().skip("there is no disk to fill"))));

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(result.details()).containsExactly("there is no disk to fill");
    }

    @Test
    void aFileThatIsNotThereIsAFinding() throws Exception {
        ScenarioResult result = only(play(false, scenario("no-run", Stage::latest)));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.details()).singleElement().asString().contains("no stored run here");
    }

    @Test
    void aProcessThatIsForgottenEndsWithItsScenario() throws Exception {
        List<ProcessHandle> started = new ArrayList<>();

        play(false, scenario("forgets", stage -> started.add(process(Noise.beside(stage)))));

        assertThat(started)
                .singleElement()
                .satisfies(process -> assertThat(process.isAlive()).isFalse());
    }

    @Test
    void aTestThatIsStoppedPlaysNoMore() throws Exception {
        Selftest test = test(false);

        List<ScenarioResult> results = test.play(
                List.of(
                        scenario("stops", stage -> {
                            test.stop();
                            Noise.beside(stage);
                        }),
                        scenario("next", stage -> {})),
                watcher());

        assertThat(results).isEmpty();
        assertThat(told).containsExactly("begins stops");
        assertThat(folder).isEmptyDirectory();
    }

    private List<ScenarioResult> play(boolean keeping, Scenario scenario) throws IOException {
        return test(keeping).play(List.of(scenario), watcher());
    }

    private Selftest test(boolean keeping) {
        Program program = new Program(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                System.getProperty("java.class.path"),
                ChildMain.class.getName());
        return new Selftest(program, folder, keeping);
    }

    private Selftest.Watcher watcher() {
        return new Selftest.Watcher() {
            @Override
            public void begins(List<Scenario> toPlay) {
                told.add("begins " + toPlay.get(0).name());
            }

            @Override
            public void ended(ScenarioResult result) {
                told.add("ended " + result.name());
            }
        };
    }

    private static ScenarioResult only(List<ScenarioResult> results) {
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static Scenario scenario(String name, Scenario.Play play) {
        return new Scenario(name, "a claim", Duration.ofSeconds(1), true, play);
    }

    private static ProcessHandle process(Harness harness) {
        return ProcessHandle.of(harness.pid()).orElseThrow();
    }
}
