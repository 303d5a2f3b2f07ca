// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.OutputExistsException;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Option;

class EngineProgramTest {

    @TempDir
    private Path folder;

    private Path params = Path.of("params.json");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<EngineRequest> asked = new ArrayList<>();

    @BeforeEach
    void writeParams() throws IOException {
        params = Files.writeString(
                folder.resolve("params.json"), "{\"enabled_keys\": [\"app\"], \"cluster_id\": \"c\"}");
    }

    @Test
    void argumentsBecomeARequest() {
        assertThat(run(asked::add, "--max-workers", "3", "--force")).isEqualTo(ExitStatus.OK);

        EngineRequest request = asked.get(0);
        assertThat(request.inputs()).containsExactly("a", "b");
        assertThat(request.maxWorkers()).isEqualTo(3);
        assertThat(request.force()).isTrue();
        assertThat(request.params().enabledKeys()).containsExactly("app");
        assertThat(request.constants().clusterId()).contains("c");
        assertThat(request.form()).isEqualTo(OutputForm.CSV);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void allThatIsWrongWithTheArgumentsIsSaidAtOnce() {
        ExitStatus status =
                run(asked::add, "--max-workers", "0", "--input", "s3://bucket/a", "--output", "hdfs://host/summary");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString())
                .contains("--input: s3://bucket/a is a place")
                .contains("--output: hdfs://host/summary is a place")
                .contains("ends in neither")
                .contains("--max-workers: 0 is not allowed");
        assertThat(asked).isEmpty();
    }

    @Test
    void problemsOfTheEnginesOwnOptionsAreWrongArguments() {
        assertThat(run(asked::add, "--pace", "slow")).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains("--pace: slow").doesNotContain("--help");
    }

    @Test
    void helpNamesTheOptionsOfTheEngineAndExamples() {
        assertThat(run(asked::add, "--help")).isEqualTo(ExitStatus.OK);
        assertThat(out.toString()).contains("--pace", "--max-workers", "Exit status", "./run-matrix engine odd 100%");
    }

    @Test
    void everyFailureHasItsStatusAndOneLine() {
        assertThat(failing(() -> {
                    throw new BadInputException("no such column");
                }))
                .isEqualTo(ExitStatus.DATA);
        assertThat(failing(() -> {
                    throw new OutputExistsException(Path.of("summary.csv"));
                }))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(failing(() -> {
                    throw new IOException("no space");
                }))
                .isEqualTo(ExitStatus.IO);
        assertThat(failing(() -> {
                    throw new EngineException(ExitStatus.OUT_OF_MEMORY, "too little");
                }))
                .isEqualTo(ExitStatus.OUT_OF_MEMORY);
        assertThat(err.toString().lines()).hasSize(4);
        assertThat(failing(() -> {
                    throw new IllegalStateException("impossible");
                }))
                .isEqualTo(ExitStatus.BUG);
    }

    @Test
    void parametersThatCannotBeReadAreUnusableData() throws IOException {
        Files.writeString(params, "{\"enabled\": []}");

        assertThat(run(asked::add)).isEqualTo(ExitStatus.DATA);
        assertThat(err.toString()).contains("unknown key enabled");
    }

    private ExitStatus failing(Work work) {
        return run(request -> work.run());
    }

    private ExitStatus run(Answer answer, String... more) {
        List<String> args = new ArrayList<>(List.of("--input", "a", "b", "--params", params.toString()));
        if (!List.of(more).contains("--output")) {
            args.addAll(List.of("--output", "summary.csv"));
        }
        args.addAll(List.of(more));
        PrintWriter to = new PrintWriter(out, true);
        return EngineProgram.run(new OddEngine(answer), to, new PrintWriter(err, true), args.toArray(String[]::new));
    }

    private interface Work {
        void run() throws BadInputException, IOException, EngineException;
    }

    private interface Answer {
        void to(EngineRequest request) throws BadInputException, IOException, EngineException;
    }

    private static final class OddEngine implements Engine {

        private final Answer answer;

        @Option(names = "--pace", description = "How fast.")
        private String pace = "fast";

        OddEngine(Answer answer) {
            this.answer = answer;
        }

        @Override
        public String name() {
            return "odd";
        }

        @Override
        public List<String> examples() {
            return List.of("./run-matrix engine odd 100%");
        }

        @Override
        public List<String> problems(EngineRequest request) {
            return pace.equals("fast") ? List.of() : List.of("--pace: " + pace + " is not fast");
        }

        @Override
        public void run(EngineRequest request) throws BadInputException, IOException, EngineException {
            answer.to(request);
        }
    }
}
