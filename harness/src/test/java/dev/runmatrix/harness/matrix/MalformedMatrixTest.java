// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedMatrixTest {

    @TempDir
    Path directory;

    static Stream<Arguments> faults() {
        return Stream.of(
                added(
                        "budjet: {rss: 4GB}",
                        "8:1: budjet: unknown key; did you mean 'budget'? known here: schema, title"),
                added(
                        "options: [{name: \"red \\e[31m\", set: {max_workers: 2}}]",
                        "8:18: options[0].name: holds the control character U+001B; leave it out"),
                added(
                        "options: [{name: \"turned \\u202e\", set: {max_workers: 2}}]",
                        "8:18: options[0].name: holds the control character U+202E; leave it out"),
                added("zzzzzz: 1", "8:1: zzzzzz: unknown key; known here: schema, title"),
                added("budget: {rs: 4GB}", "8:10: budget.rs: unknown key; did you mean 'rss'? known here: rss, wall"),
                added("title: Again", "8:1: title: stands here a second time, the first is at 2:1; keep one"),
                added(
                        "budget: 4GB",
                        "8:9: budget: '4GB' does not belong here; write 'key: value' lines, with the keys rss, wall"),
                added("budget:", "8:8: budget: an empty value does not belong here"),
                added(
                        "budget: {rss: 4}",
                        "8:15: budget.rss: 4 has no unit; write 512MiB, 4GB (10^9 bytes) or 4GiB (2^30)"),
                added("budget: {rss: -4GB}", "8:15: budget.rss: -4GB is negative; write a size such as"),
                added("budget: {rss: 4gigs}", "8:15: budget.rss: '4gigs' does not belong here; write a size such as"),
                added(
                        "gate: {rules: [{metric: cores_used, min: .inf}]}",
                        "8:42: gate.rules[0].min: '.inf' does not belong here; write a number"),
                added(
                        "gate: {rules: [{metric: cores_used, min: -.INF}]}",
                        "8:42: gate.rules[0].min: '-.INF' does not belong here; write a number"),
                added("budget: {rss: 0GB}", "8:15: budget.rss: must be above 0"),
                added("budget: {wall: [1s]}", "8:16: budget.wall: a list does not belong here; write a duration"),
                added("measure: {forks: 0}", "8:18: measure.forks: 0 is not allowed; use 1 or more"),
                added("measure: {forks: 1001}", "8:18: measure.forks: 1001 is not allowed; use 1000 or less"),
                added("measure: {forks: 1.5}", "8:18: measure.forks: '1.5' does not belong here; write a whole number"),
                added("measure: {forks: six}", "8:18: measure.forks: 'six' does not belong here; write a whole number"),
                added(
                        "measure: {forks: 99999999999999999999}",
                        "8:18: measure.forks: 99999999999999999999 is not allowed"),
                added("measure: {warmup: {forks: -1}}", "8:27: measure.warmup.forks: -1 is not allowed; use 0 or more"),
                added(
                        "measure: {warmup: 1}",
                        "8:19: measure.warmup: '1' does not belong here; write 'key: value' lines"),
                added("measure: {timeout: 10}", "8:20: measure.timeout: 10 has no unit; write 250ms, 30s, 10m or 2h"),
                added("measure: {timeout: -5s}", "8:20: measure.timeout: -5s is negative; write a duration such as"),
                added("measure: {timeout: 10ms}", "8:20: measure.timeout: 10ms is too short; use 1s or more"),
                added(
                        "measure: {sample_period: 1ms}",
                        "8:26: measure.sample_period: 1ms is too short; use 10ms or more"),
                added("measure: {max_forks: 5}", "8:22: measure.max_forks: 5 is less than forks, 6; use 6 or more"),
                added("measure: {max_forks: 1001}", "8:22: measure.max_forks: 1001 is not allowed; use 1000 or less"),
                added("measure: {precision: 2.5}", "8:22: measure.precision: 2.5 has no unit; write 5% or 0.5%"),
                added("measure: {precision: 0%}", "8:22: measure.precision: must lie between 0% and 100%; write 2.5%"),
                added("measure: {twin: yes}", "8:17: measure.twin: 'yes' is text in YAML 1.2; write true"),
                added(
                        "measure: {repeat_contaminated: 2}",
                        "8:32: measure.repeat_contaminated: 2 is not allowed; use 1 or less"),
                added("measure: {max_failures: 0}", "8:25: measure.max_failures: 0 is not allowed; use 1 or more"),
                added("measure: {budget: 30}", "8:19: measure.budget: 30 has no unit; write 250ms, 30s, 10m or 2h"),
                added("measure: {budget: {rss: 4GB}}", "8:19: measure.budget: a mapping does not belong here"),
                added("measure: {seed: -1}", "8:17: measure.seed: -1 is not allowed; use 0 or more"),
                added("target: {kind: jhm}", "8:16: target.kind: 'jhm' is unknown; did you mean 'jmh'? use: jmh"),
                added(
                        "target: {jvm_args: -Xmx1g}",
                        "8:20: target.jvm_args: '-Xmx1g' does not belong here; write a list"),
                added(
                        "target: {jvm_args: [Xmx1g]}",
                        "8:21: target.jvm_args[0]: 'Xmx1g' is no JVM argument; write one that begins with '-'"),
                added(
                        "exclude: [{mode: streming}]",
                        "8:18: exclude[0].mode: 'streming' is unknown; did you mean 'streaming'? use: in-memory, streaming, auto"),
                added("exclude: [{}]", "8:11: exclude[0]: sets no axis; write at least one"),
                added("exclude: {mode: streaming}", "8:10: exclude: a mapping does not belong here; write a list"),
                added(
                        "exclude: [{max_wokers: 2}]",
                        "8:12: exclude[0].max_wokers: unknown key; did you mean 'max_workers'?"),
                added("exclude: [{dataset: tiny}]", "8:10: exclude: removes every setting; nothing is left to measure"),
                added(
                        "include: [{dataset: tiny, mode: in-memory, max_workers: 0}]",
                        "8:57: include[0].max_workers: 0 is not allowed; use 1 or more"),
                added(
                        "include: [{dataset: 100k, mode: in-memory}]",
                        "8:11: include[0]: fits no combination of the axes, so it is a cell of its own, but it lacks max_workers; add it"),
                added(
                        "include: [{dataset: production-medum}]",
                        "8:21: include[0].dataset: unknown dataset 'production-medum'; did you mean 'production-medium'? known: tiny, 100k"),
                added(
                        "reference_cell: {mode: streaming, max_workers: 3}",
                        "8:17: reference_cell: no cell has mode=streaming max_workers=3; name values that the axes have"),
                added(
                        "reference_cell: {mode: in-memory}",
                        "8:17: reference_cell: 2 cells match, such as dataset=tiny mode=in-memory max_workers=1 and dataset=tiny mode=in-memory max_workers=2; name more axes, until one is left"),
                added(
                        "options: [{name: A, set: {mode: in-memory}}]",
                        "8:10: options: change a reference cell; add reference_cell"),
                option("{set: {max_workers: 2}}", "9:11: options[0].name: is missing; write 'name: Option 1'"),
                option("{name: A}", "9:11: options[0].set: is missing; write 'set: {parallel_chunks: true}'"),
                option(
                        "{name: A, set: {max_workers: 9}}",
                        "9:11: options[0]: no cell measures dataset=tiny mode=in-memory max_workers=9; add it to include"),
                option(
                        "{name: A, set: {max_workers: 1}}",
                        "9:11: options[0]: changes nothing that has an effect; set another axis"),
                option(
                        "{name: A, set: {max_workers: 2}, stated: {times: 0}}",
                        "9:60: options[0].stated.times: must be above 0"),
                option(
                        "{name: A, set: {max_workers: 2}, stated: {times: [4, 3]}}",
                        "9:60: options[0].stated.times: the first number is above the second; write [least, greatest]"),
                option(
                        "{name: A, set: {max_workers: 2}, stated: {times: [1, 2, 3]}}",
                        "9:60: options[0].stated.times: write one number, 2, or the least and the greatest, [3, 4]"),
                option(
                        "{name: A, set: {max_workers: 2}, stated: {where: x}}",
                        "9:52: options[0].stated.times: is missing; write 'times: [3, 4]'"),
                added("claims: [{name: K1, metric: wall}]", "8:10: claims[0]: has no limit; write at_most or at_least"),
                added(
                        "claims: [{name: K1, metric: wal, at_most: 4s}]",
                        "8:29: claims[0].metric: 'wal' is unknown; did you mean 'wall'?"),
                added(
                        "gate: {rules: [{metric: wall, max_increase: 5}]}",
                        "8:45: gate.rules[0].max_increase: 5 has no unit; write 5% or 0.5%"),
                gate(
                        "rules: [{metric: wall, max_increase: 5%, confidence: 95}]",
                        "8:61: gate.rules[0].confidence: must lie between 0.95 and 0.999; write 0.98 for 98 percent"),
                gate(
                        "on_inconclusive: wrn, rules: [{metric: wall, max: 4s}]",
                        "8:25: gate.on_inconclusive: 'wrn' is unknown; did you mean 'warn'? use: warn, fail"),
                gate(
                        "baseline: main",
                        "8:7: gate.rules: is missing; write 'rules: [{metric: wall, max_increase: 5%}]'"),
                gate(
                        "rules: []",
                        "8:15: gate.rules: has no rule; write one, such as [{metric: wall, max_increase: 5%}]"),
                gate(
                        "rules: [{metric: wall}]",
                        "8:16: gate.rules[0]: has no limit; write max_increase: 5%, or one of max, min and"),
                gate(
                        "rules: [{metric: wall, max: 4s, min: 1s}]",
                        "8:45: gate.rules[0].min: stands beside max; write a rule for each of them"),
                gate("rules: [{max: 4s}]", "8:16: gate.rules[0].metric: is missing; write 'metric: wall'"),
                gate(
                        "rules: [{metric: wall, max: 4GB}]",
                        "8:36: gate.rules[0].max: '4GB' does not belong here; write a duration such as"),
                gate("rules: [{metric: rss_peak, max: 4}]", "8:40: gate.rules[0].max: 4 has no unit; write 512MiB"),
                gate(
                        "rules: [{metric: cores_used, max_increase: 5%}]",
                        "8:51: gate.rules[0].max_increase: is for what is better the less it is: wall, cpu, rss_peak;"),
                gate(
                        "rules: [{metric: wall, max_increase: 0%}]",
                        "8:45: gate.rules[0].max_increase: no noise ever keeps a limit of 0%; write 5% or 0.5%"),
                gate(
                        "rules: [{metric: cpu, min_fraction_of_requested: 0.5}]",
                        "8:57: gate.rules[0].min_fraction_of_requested: is for cores_used, of which workers ask"),
                gate(
                        "rules: [{metric: cores_used, min_fraction_of_requested: 60}]",
                        "must lie between 0 and 1; write 0.6 for 60 percent"),
                gate(
                        "rules: [{metric: wall, max: 4s, correction: holm}]",
                        "8:52: gate.rules[0].correction: is for max_increase; leave it away"),
                gate(
                        "rules: [{metric: wall, cells: streaming, max: 4s}]",
                        "8:38: gate.rules[0].cells: 'streaming' does not read axis=value; write \"*\" for all cells"),
                gate(
                        "rules: [{metric: wall, cells: mod=streaming, max: 4s}]",
                        "8:38: gate.rules[0].cells: 'mod' is no axis of this matrix; did you mean 'mode'?"),
                gate(
                        "rules: [{metric: wall, max: 4s, maximum: 5s}]",
                        "8:40: gate.rules[0].maximum: unknown key; known here: metric, cells, max_increase, max, min"),
                added("gate: off", "8:7: gate: 'off' does not belong here; write 'key: value' lines"),
                added(
                        "hooks: {setup: [sync]}",
                        "8:17: hooks.setup[0]: 'sync' does not belong here; write a list, [a, b]"),
                added("hooks: {setup: [[]]}", "8:17: hooks.setup[0]: is empty; write a program and its arguments"),
                added(
                        "profiles: [smoke]",
                        "8:11: profiles: a list does not belong here; write 'name: {key: value}' lines"),
                added("profiles: {smoke: fast}", "8:19: profiles.smoke: 'fast' does not belong here"),
                added(
                        "profiles: {smoke: {mesure: {forks: 1}}}",
                        "8:20: profiles.smoke.mesure: unknown key; did you mean 'measure'?"),
                added("profiles: {smoke: {schema: run-matrix/v1}}", "8:20: profiles.smoke.schema: unknown key"),
                added(
                        "profiles: {smoke: {measure: {forks: 0}}}",
                        "8:37: measure.forks: 0 is not allowed; use 1 or more"),
                added(
                        "reference_cell: {mode: in-memory, max_workers: 2}\nprofiles: {p: {axes: {max_workers: [1]}}}",
                        "8:17: reference_cell: no cell has mode=in-memory max_workers=2; name values that the axes have (with profile p)"),
                axes("axes: {}", "4:7: axes: span no setting; write at least a dataset and a mode"),
                axes("axes: {mode: [streaming]}", "4:7: axes: lack the axis dataset; add it with at least one value"),
                axes("axes: {dataset: [tiny]}", "4:7: axes: lack the axis mode; add it with at least one value"),
                axes("axes: {dataset: tiny}", "4:17: axes.dataset: 'tiny' does not belong here; write a list, [a, b]"),
                axes(
                        "axes: {dataset: []}",
                        "4:17: axes.dataset: has no value; write a list, such as [production-medium]"),
                axes("axes: {dataset: [tiny, tiny]}", "4:17: axes.dataset: names a value twice; keep each once"),
                axes(
                        "axes: {dataset: [tinny]}",
                        "4:18: axes.dataset[0]: unknown dataset 'tinny'; did you mean 'tiny'? known: tiny, 100k"),
                axes(
                        "axes: {parallel_chunks: [no]}",
                        "4:26: axes.parallel_chunks[0]: 'no' is text in YAML 1.2; write false"),
                axes(
                        "axes: {parallel_chunks: [On]}",
                        "4:26: axes.parallel_chunks[0]: 'On' is text in YAML 1.2; write true"),
                axes(
                        "axes: {parallel_chunks: [\"true\"]}",
                        "4:26: axes.parallel_chunks[0]: \"true\" is text in YAML 1.2; write true"),
                axes(
                        "axes: {parallel_chunks: [1]}",
                        "4:26: axes.parallel_chunks[0]: '1' does not belong here; write true or false"),
                axes(
                        "axes: {chunk_size: [50_000]}",
                        "4:21: axes.chunk_size[0]: '50_000' does not belong here; write a whole number in digits alone"),
                axes(
                        "axes: {chunk_size: [3000000000]}",
                        "4:21: axes.chunk_size[0]: 3000000000 is not allowed; use 2147483647 or less"),
                axes("axes: {heap: [1]}", "4:8: axes.heap: unknown key; known here: dataset, mode"),
                axes("axes: {[a]: 1}", "4:8: a list or mapping cannot be a key; write a word"),
                whole(
                        "schema: run-matrix/v2\ntitle: t\nquestion: q\naxes: {dataset: [tiny], mode: [streaming]}",
                        "1:9: schema: 'run-matrix/v2' is unknown; did you mean 'run-matrix/v1'?"),
                whole(
                        "axes: {dataset: [tiny], mode: [streaming]}",
                        "1:1: schema: is missing; write 'schema: run-matrix/v1'"),
                whole(
                        "schema: run-matrix/v1\ntitle: ' '\nquestion: q\ninclude: []",
                        "2:8: title: is blank; write some text"),
                whole(
                        "schema: run-matrix/v1\ntitle: 2025\nquestion: q\ninclude: []",
                        "2:8: title: '2025' does not belong here; write text, in quotes if it looks like a number"),
                whole(
                        "schema: run-matrix/v1\ntitle: t\nquestion: q",
                        "1:1: axes: is missing; write 'axes: {mode: [streaming, in-memory]}'"),
                whole("- a\n- b", "1:1: a list does not belong here; write 'key: value' lines"),
                whole("title: [a\nschema: x", "not YAML: expected ',' or ']'"),
                whole("title: \"a", "not YAML: found unexpected end of stream"),
                whole("\ttitle: a", "not YAML: found character '\\t(TAB)' that cannot start any token"),
                whole("a: 1\n---\nb: 2", "not YAML: but found another document"),
                whole("a: *nowhere", "not YAML: found undefined alias nowhere"),
                whole("a: &a [*a]", "nested deeper than 32 levels"),
                whole("# nothing", "is empty; begin with 'schema: run-matrix/v1'"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void aFaultIsNamedWithItsPlaceAndTheWayOut(String yaml, String expected) throws IOException {
        String where = expected.matches("\\d.*") ? "m.yaml:" : "";

        ConfigException problems = failure(yaml);

        assertThat(problems.problems())
                .extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).contains(where + expected));
    }

    @Test
    void allFaultsOfAFileAreToldAtOnceAndOnce() throws IOException {
        ConfigException problems = failure("""
                schema: run-matrix/v1
                tittle: A title
                question: A question?
                axes: {dataset: [tiny], mode: [fast], max_workers: [0]}
                measure: {forks: 0, timeout: 5}
                profiles:
                  a: {measure: {forks: 3}}
                  b: {budget: {rss: 1}}
                """);

        assertThat(problems.problems())
                .extracting(p -> p.toString().replaceFirst("(?s).*m\\.yaml:(\\d+:\\d+: [^:]*):.*", "$1"))
                .containsExactly(
                        "2:1: tittle",
                        "1:1: title",
                        "4:32: axes.mode[0]",
                        "4:53: axes.max_workers[0]",
                        "5:18: measure.forks",
                        "5:30: measure.timeout",
                        "8:21: budget.rss");
        assertThat(problems).hasMessageStartingWith("7 problems\n");
    }

    @Test
    void anUnknownProfileIsToldWithThoseThatThereAre() throws IOException {
        Path file = write(MatrixFixture.SOUND + "profiles: {smoke: {}, nightly: {}}");

        ConfigException problems = catchThrowableOfType(
                ConfigException.class, () -> MatrixFixture.reader().read(file, Optional.of("nigthly")));

        assertThat(problems.problems())
                .containsExactly(new Problem(
                        "--profile nigthly",
                        "no such profile in " + file + "; did you mean 'nightly'? it has: smoke, nightly"));
    }

    @Test
    void aFileThatIsMissingOrADirectoryOrNotTextIsToldWithoutReadingOn() throws IOException {
        Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(List.of(failure(directory.resolve("none.yaml")), failure(directory), failure(binary)))
                .extracting(e -> e.problems().get(0).what())
                .containsExactly(
                        "no such file; name a matrix file with --file",
                        "is a directory; name a matrix file with --file",
                        "is not UTF-8 text; save it in that encoding");
    }

    @Test
    void aFileAboveTheLimitIsNotRead() throws IOException {
        Path file = Files.write(directory.resolve("large.yaml"), new byte[(1 << 20) + 1]);

        assertThat(failure(file)).hasMessageContaining("has 1048577 bytes; a matrix file has at most 1048576");
    }

    @Test
    void aBombOfAliasesIsRefusedBeforeItIsExpanded() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(4)).append("]\n");
        }

        assertThat(failure(bomb.toString())).hasMessageContaining("more than 50000 values, aliases counted in full");
    }

    @Test
    void nestingIsBounded() throws IOException {
        assertThat(failure("a: " + "[".repeat(40) + "]".repeat(40)))
                .hasMessageContaining("nested deeper than 32 levels; four are enough");
    }

    @Test
    void nestingThatWouldOverflowTheStackIsBoundedToo() throws IOException {
        assertThat(failure("[".repeat(200_000))).hasMessageContaining("m.yaml:1:33: nested deeper than 32 levels");
    }

    @Test
    void whateverIsTypedIsReadOrExplained() throws IOException {
        String committed = Files.readString(CommittedMatrixTest.FILE);
        String typed = "[]{}:-,&*!|>'\"%@`#?~ \n\t0a\u0000\u2028é";
        SplittableRandom random = new SplittableRandom(1);
        int explained = 0;
        for (int trial = 0; trial < 300; trial++) {
            StringBuilder yaml = new StringBuilder(committed);
            for (int edit = random.nextInt(1, 4); edit > 0; edit--) {
                int at = random.nextInt(yaml.length());
                int end = Math.min(yaml.length(), at + random.nextInt(4));
                yaml.replace(at, end, String.valueOf(typed.charAt(random.nextInt(typed.length()))));
            }
            try {
                CommittedMatrixTest.reader().read(write(yaml.toString()), Optional.empty());
            } catch (ConfigException e) {
                explained++;
                assertThat(e.problems())
                        .isNotEmpty()
                        .allSatisfy(p -> assertThat(p.where() + p.what()).contains("m.yaml"));
            }
        }
        assertThat(explained).isBetween(50, 299);
    }

    @Test
    void aMatrixThatSpansTooMuchIsRefusedBeforeItIsExpanded() throws IOException {
        StringBuilder sizes = new StringBuilder("1");
        for (int i = 2; i <= 30_000; i++) {
            sizes.append(", ").append(i);
        }

        ConfigException problems =
                failure(MatrixFixture.SOUND.replace("[1, 2]", "[1, 2]\n  chunk_size: [" + sizes + "]"));

        assertThat(problems).hasMessageContaining("m.yaml:5:3: axes: span 120000 settings, more than 20000");
    }

    @Test
    void theNumberOfCellsIsBoundedAndTheBoundCanBeMoved() throws IOException, ConfigException {
        Path file = write(MatrixFixture.SOUND.replace("[1, 2]", "[1, 2, 3]"));
        MatrixSpecReader strict =
                new MatrixSpecReader(MatrixFixture.DATASETS, List.of(), Engines.NONE, Limits.DEFAULT.withCells(3));

        ConfigException problems =
                catchThrowableOfType(ConfigException.class, () -> strict.read(file, Optional.empty()));

        assertThat(problems)
                .hasMessageContaining(
                        "axes: come to 4 cells, more than 3; exclude some, or allow them with --max-cells 4");
        assertThat(new MatrixSpecReader(MatrixFixture.DATASETS, List.of(), Engines.NONE, Limits.DEFAULT.withCells(4))
                        .read(file, Optional.empty()))
                .isNotNull();
    }

    private ConfigException failure(String yaml) throws IOException {
        return failure(write(yaml));
    }

    private static ConfigException failure(Path file) {
        return catchThrowableOfType(
                ConfigException.class, () -> MatrixFixture.reader().read(file, Optional.empty()));
    }

    private Path write(String yaml) throws IOException {
        return Files.write(directory.resolve("m.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments gate(String keys, String message) {
        return added("gate: {" + keys + "}", message);
    }

    private static Arguments added(String line, String expected) {
        return Arguments.of(MatrixFixture.SOUND + line, expected);
    }

    private static Arguments option(String option, String expected) {
        String reference = "reference_cell: {mode: in-memory, max_workers: 1}\n";
        return added(reference + "options: [" + option + "]", expected);
    }

    private static Arguments axes(String line, String expected) {
        return Arguments.of(MatrixFixture.HEAD + line, expected);
    }

    private static Arguments whole(String yaml, String expected) {
        return Arguments.of(yaml, expected);
    }
}
