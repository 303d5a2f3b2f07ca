// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final String OLDER = "20260101T000000Z-aaaaaaa";
    private static final String NEWER = "20260102T000000Z-bbbbbbb";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void someRuns() throws IOException {
        System.setProperty(HOME, home.toString());
        sittings().save(OLDER, "a", "17", 2);
        sittings().save(NEWER, "b", "17", 3);
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
    }

    @Test
    void theLatestRunIsSavedWithEveryForkOfIt() throws Exception {
        assertThat(run("baseline", "save", "main")).isZero();

        Baseline saved = BaselineStore.read(file("main"));
        StoredRun stored = RunStore.read(home.resolve("results").resolve(NEWER));
        assertThat(saved.run()).isEqualTo(stored.run());
        assertThat(saved.forks()).hasSize(12).isEqualTo(stored.forks());
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("run " + NEWER, "2 cells", "12 counted forks, 12 of them clean", "build b")
                .contains("Its build is not kept: this program is another build than the run measured.");
        assertThat(home.resolve("baselines").toFile().list()).containsExactly("main.json");
    }

    @Test
    void theBuildIsLeftAloneWhereThatIsAskedFor() {
        assertThat(run("baseline", "save", "main", "--no-build")).isZero();

        assertThat(out.toString()).doesNotContain("Its build");
    }

    @Test
    void aNameThatIsTakenIsKeptUnlessForced() throws Exception {
        run("baseline", "save", "main");

        assertThat(run("baseline", "save", "main", OLDER)).isEqualTo(2);
        assertThat(err.toString()).contains("main.json exists", "--force");
        assertThat(BaselineStore.read(file("main")).run().id()).isEqualTo(NEWER);

        assertThat(run("baseline", "save", "main", OLDER, "--force")).isZero();
        assertThat(BaselineStore.read(file("main")).run().id()).isEqualTo(OLDER);
    }

    @Test
    void anIncompleteRunIsRefusedUnlessForced() throws IOException {
        sittings().save("20260103T000000Z-ccccccc", "c", "17", RunState.INTERRUPTED, SavedSittings.forks(1));

        assertThat(run("baseline", "save", "main")).isEqualTo(2);
        assertThat(err.toString()).contains("20260103T000000Z-ccccccc is interrupted", "nothing saved");
        assertThat(file("main")).doesNotExist();

        assertThat(run("baseline", "save", "main", "--force")).isZero();
        assertThat(out.toString()).contains("Saved all the same: run 20260103T000000Z-ccccccc is interrupted");
    }

    @Test
    void aRunWithAWrongOutputIsRefused() throws IOException {
        List<ForkRecord> forks = new ArrayList<>(SavedSittings.forks(1));
        forks.add(StoredRuns.wrong("C02", 7, "row 3"));
        sittings().save("20260103T000000Z-ccccccc", "c", "17", RunState.COMPLETE, forks);

        assertThat(run("baseline", "save", "main")).isEqualTo(2);

        assertThat(err.toString()).contains("wrote a wrong output in 1 cell");
        assertThat(file("main")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../main", "a/b", ".x", "latest", ""})
    void aNameThatIsNoneIsRefusedByEachOfThem(String name) {
        assertThat(run("baseline", "save", name)).isEqualTo(2);
        assertThat(run("baseline", "show", name)).isEqualTo(2);
        assertThat(run("baseline", "rm", name)).isEqualTo(2);

        assertThat(err.toString()).contains("'" + name + "' is no name of a baseline");
        assertThat(home.resolve("baselines")).doesNotExist();
    }

    @Test
    void theListNamesThemInOrderAndADamagedOneHidesNone() throws IOException {
        run("baseline", "save", "two");
        run("baseline", "save", "one", OLDER);
        Files.writeString(file("broken"), "{");

        assertThat(run("baseline", "list")).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).allMatch(line -> line.length() <= 80);
        int head = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("NAME"))
                .findFirst()
                .orElseThrow());
        assertThat(lines.stream().skip(head).filter(line -> !line.startsWith("  ")))
                .satisfiesExactly(
                        heading -> assertThat(heading).startsWith("NAME"),
                        line -> assertThat(line).startsWith("broken: unreadable: "),
                        line -> assertThat(line).startsWith("one ").contains(OLDER, " 2 ", " 12 "),
                        line -> assertThat(line).startsWith("two ").contains(NEWER));
    }

    @Test
    void oneIsShownWithItsCells() {
        run("baseline", "save", "main");

        assertThat(run("baseline", "show", "main")).isZero();

        assertThat(out.toString()).contains("Baseline main, saved 20", "Its build is not kept.", "C01*", "C02");
        assertThat(out.toString().lines().filter(line -> !line.contains("/"))).allMatch(line -> line.length() <= 80);
    }

    @Test
    void programsGetItsCellsWithWhatTheyCost() throws Exception {
        run("baseline", "save", "main");
        out.getBuffer().setLength(0);

        assertThat(run("baseline", "show", "main", "--format", "json")).isZero();

        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(Schemas.problems("baseline-show.schema.json", out.toString()))
                .isEmpty();
        assertThat(document.path("run").path("id").asText()).isEqualTo(NEWER);
        assertThat(document.path("build_digest").asText()).isEqualTo("b");
        assertThat(document.path("build_kept").asBoolean(true)).isFalse();
        assertThat(document.path("objections")).isEmpty();
        assertThat(document.path("cells")).hasSize(2);
        JsonNode slow = document.path("cells").path(1);
        assertThat(slow.path("axes").path("max_workers").asText()).isEqualTo("4");
        assertThat(slow.path("wall_seconds").doubleValue()).isBetween(2.9, 3.4);
        assertThat(Schemas.problems(
                        "baseline-show.schema.json",
                        ((ObjectNode) document).put("surprise", 1).toString()))
                .hasSize(1);
    }

    @Test
    void whatIsRemovedIsGoneAndUnknownAfterwards() {
        run("baseline", "save", "main");
        run("baseline", "save", "other");

        assertThat(run("baseline", "rm", "main")).isZero();
        assertThat(file("main")).doesNotExist();
        assertThat(run("baseline", "rm", "main")).isEqualTo(2);

        assertThat(err.toString()).contains("main: no such baseline; there are other");
    }

    @Test
    void aDamagedOneOrOneOfAnotherSchemaIsUnreadable() throws IOException {
        run("baseline", "save", "main");
        String text = Files.readString(file("main"));
        Files.writeString(file("main"), text.replace("run-matrix/fork/v2", "run-matrix/fork/v9"));
        Files.writeString(file("cut"), text.substring(0, text.length() / 2));

        assertThat(run("baseline", "show", "main")).isEqualTo(65);
        assertThat(run("baseline", "show", "cut")).isEqualTo(65);

        assertThat(err.toString()).contains("schema 'run-matrix/fork/v9'", "cut.json: ", "save the baseline again");
    }

    private SavedSittings sittings() {
        return new SavedSittings(home.resolve("results"));
    }

    private Path file(String name) {
        return home.resolve("baselines").resolve(name + ".json");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
