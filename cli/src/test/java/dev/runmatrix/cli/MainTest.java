// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "plna, run-matrix plan",
        "repot, run-matrix report",
        "PLAN, run-matrix plan",
    })
    void aMistypedCommandIsUnknownAndSuggestsTheRightOne(String mistyped, String meant) {
        int status = run(mistyped);

        assertThat(status).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString())
                .startsWith("run-matrix: unknown command '" + mistyped + "'\nDid you mean: " + meant)
                .endsWith("See './run-matrix --help'.\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anArgumentTooManyIsNoUnknownCommand() {
        run("plan", "other.yaml");

        assertThat(err.toString())
                .isEqualTo("run-matrix: 'other.yaml' is one argument too many\nSee './run-matrix plan --help'.\n");
    }

    @Test
    void optionsWithoutACommandAreThoseOfRun() {
        run("--profle", "smoke");

        assertThat(err.toString()).contains("--profle").contains("--profile").contains("'./run-matrix run --help'");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsItsVersion(String command) {
        int status = run(Stream.concat(words(command), Stream.of("--version")).toArray(String[]::new));

        assertThat(status).isZero();
        assertThat(out.toString()).isEqualTo("run-matrix " + OwnPrograms.version() + "\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpFitsATerminalAndShowsAnExample(String command) {
        int status = run(Stream.concat(words(command), Stream.of("--help")).toArray(String[]::new));

        assertThat(status).isZero();
        assertThat(out.toString()).contains("Example").contains("\n  ./run-matrix");
        assertThat(footerOf(command))
                .allSatisfy(line -> assertThat(String.format(line)).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void controlCharactersInArgumentsAreShownAndNotObeyed() {
        run("dataset", "verify", "ti\u001b[31mny\u202e");

        assertThat(err.toString()).contains("'ti\\u001b[31mny\\u202e'").doesNotContain("\u001b");
    }

    @Test
    void passwordsInWrongArgumentsAreNotRepeated() {
        run("plan", "postgresql://me:hidden@h/d");

        assertThat(err.toString()).contains("'postgresql://me@h/d'").doesNotContain("hidden");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static Stream<String> footerOf(String command) {
        CommandLine line = Main.commandLine();
        for (String word : words(command).toList()) {
            line = Objects.requireNonNull(line.getSubcommands().get(word), word);
        }
        return Stream.of(line.getCommandSpec().usageMessage().footer());
    }

    private static Stream<String> words(String command) {
        return Stream.of(command.split(" ")).filter(word -> !word.isEmpty());
    }

    private static Stream<String> commands() {
        return Stream.of(
                "",
                "run",
                "plan",
                "report",
                "verify",
                "triage",
                "results",
                "results list",
                "results show",
                "results prune",
                "baseline",
                "baseline save",
                "baseline list",
                "baseline show",
                "baseline rm",
                "compare",
                "dataset",
                "dataset list",
                "dataset generate",
                "dataset verify",
                "dataset rm",
                "aggregate",
                "selftest");
    }
}
