// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimConclusionTest {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";
    private static final String RUN = "20260101T000000Z-aaaaaaa";
    private static final String EVIL = "It's %0A::error::x <b> & | \"fast\"";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aRun() throws IOException {
        System.setProperty(HOME, home.toString());
        System.setProperty(LOCK, home.toString());
        new SavedSittings(home.resolve("results")).save(RUN, "a", "17", 3);
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
        System.clearProperty(LOCK);
    }

    @Test
    void aBrokenClaimOfTheGateIsStatusOneAndJudgedAgainFromTheStoredRun() throws Exception {
        claim("It is fast", 2.5, true);

        assertThat(run("gate", RUN)).isEqualTo(1);
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "claims: 0 of 1 PASS, 1 FAIL", "FAIL K1 It is fast (gate): 3.01 s [2.94–3.06], limit ≤ 2.5 s;");
        assertThat(run("gate", RUN, "--format", "md")).isEqualTo(1);
        assertThat(out.toString()).contains("| K1 | **FAIL** | It is fast | 3.01");
        out.getBuffer().setLength(0);
        assertThat(run("gate", RUN, "--format", "json")).isEqualTo(1);
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .at("/claims/claims/0/outcome")
                        .asText())
                .isEqualTo("fail");
    }

    @Test
    void aBrokenClaimOutsideTheGateFailsNothing() throws Exception {
        claim("It is fast", 2.5, false);

        assertThat(ended(new ClaimConclusion(true, true))).isZero();
        assertThat(junit()).contains("classname=\"run-matrix.claims\"").doesNotContain("<failure");
        assertThat(json().path("passed").booleanValue()).isFalse();
    }

    @Test
    void whatCannotBeToldIsStatusFiveOnlyWhereSomebodyIsStrict() throws Exception {
        claim("It takes three seconds", 3, true);

        assertThat(run("gate", RUN)).isZero();
        assertThat(run("gate", RUN, "--strict")).isEqualTo(5);
    }

    @Test
    void aRunEndsWithItsClaimsInFilesAndInItsStatus() throws Exception {
        claim(EVIL, 2.5, true);

        assertThat(ended(ClaimConclusion.GATING)).isEqualTo(1);

        assertThat(out.toString().replaceAll("\\s+", " ")).contains("claims: 0 of 1 PASS, 1 FAIL FAIL K1 " + EVIL);
        JsonNode claim = json().path("claims").path(0);
        assertThat(json().path("schema").asText()).isEqualTo("run-matrix/claims/v1");
        assertThat(json().path("exit_status").intValue()).isEqualTo(1);
        assertThat(claim.path("outcome").asText()).isEqualTo("fail");
        assertThat(claim.path("name").asText()).isEqualTo(EVIL);
        assertThat(claim.path("value").doubleValue()).isBetween(3.0, 3.01);
        assertThat(claim.path("low").doubleValue()).isBetween(2.9, 3.0);
        assertThat(claim.path("evidence").path(0).path("cell").asText()).isEqualTo("C02");
        assertThat(junit())
                .contains("<failure message=\"K1: 3.01 s [2.94–3.06], limit ≤ 2.5 s;")
                .contains("name=\"It's %0A::error::x &lt;b&gt; &amp; | &quot;fast&quot;\"");
        assertThat(Files.readString(run().resolve("summary.md")))
                .contains("<!-- run-matrix:t alarm -->")
                .contains("FAIL: claim K1")
                .doesNotContain("<b>");
    }

    @Test
    void withoutItsGateARunKeepsItsStatusAndLaterReportsSayTheSame() throws Exception {
        claim("It is fast", 2.5, true);

        assertThat(ended(new ClaimConclusion(false, false))).isZero();
        assertThat(run("report", RUN)).isZero();

        assertThat(json().path("gating").booleanValue()).isFalse();
        assertThat(Files.readString(run().resolve("report.md"))).doesNotContain("**FAIL:**");
        assertThat(out.toString().split("claims: 0 of 1 PASS, 1 FAIL", -1))
                .as("at the end of the run, and by the report")
                .hasSize(3);
        assertThat(out.toString()).contains(run().resolve("claims.json").toString());
    }

    @Test
    void reportsInAnotherFolderAreAloneThereAndLeaveTheRunAsItIs() throws Exception {
        claim("It is fast", 2.5, true);
        ended(ClaimConclusion.GATING);
        Files.delete(run().resolve("claims.json"));
        Path elsewhere = home.resolve("elsewhere");

        assertThat(run("report", RUN, "--out", elsewhere.toString())).isZero();

        assertThat(elsewhere.toFile().list()).containsExactlyInAnyOrder("report.html", "report.md", "summary.md");
        assertThat(run().resolve("claims.json")).doesNotExist();

        assertThat(run("report", RUN, "--out", run().toString())).isZero();
        assertThat(run().resolve("claims.json")).exists();
    }

    @Test
    void theFilesOfARunMatchTheirSchemas() throws Exception {
        claim("It is fast", 2.5, true);
        ended(ClaimConclusion.GATING);

        ObjectNode claims = (ObjectNode) json();
        assertThat(Schemas.problems("claims.schema.json", claims.toString())).isEmpty();
        assertThat(Schemas.problems("diagnosis.schema.json", Files.readString(run().resolve("diagnosis.json"))))
                .isEmpty();
        assertThat(Schemas.problems(
                        "claims.schema.json", claims.put("surprise", 1).toString()))
                .hasSize(1);
    }

    @Test
    void aRunWithoutClaimsHasNoFileAndNoLine() throws Exception {
        assertThat(ended(ClaimConclusion.GATING)).isZero();

        assertThat(run().resolve("claims.json")).doesNotExist();
        assertThat(out.toString()).doesNotContain("claims");
    }

    private int ended(ClaimConclusion claims) throws Exception {
        return new RunConclusion(
                        new ReportOptions(),
                        Optional.empty(),
                        new PrintWriter(out, true),
                        GateConclusion.NONE,
                        claims,
                        RunFormat.TEXT)
                .of(run());
    }

    private Path run() {
        return home.resolve("results").resolve(RUN);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(run().resolve("claims.json").toFile());
    }

    private String junit() throws IOException {
        return Files.readString(run().resolve("junit.xml"));
    }

    /** Writes a claim about the wall of C02, which is 3 s, into the stored run. */
    private void claim(String name, double mostSeconds, boolean gate) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Path frame = run().resolve("run.json");
        ObjectNode root = (ObjectNode) mapper.readTree(frame.toFile());
        ObjectNode claim = mapper.createObjectNode();
        claim.put("name", name).put("kind", "BOUND").put("metric", "WALL").put("gate", gate);
        claim.putArray("cells").addObject().put("max_workers", "4");
        claim.putArray("versus");
        claim.putObject("limit").put("unit", "SECONDS").put("at_most", mostSeconds);
        ((ObjectNode) root.path("spec")).putArray("claims").add(claim);
        ArrayNode planned = ((ObjectNode) root.path("plan")).putArray("claims");
        ObjectNode group = planned.addObject()
                .put("id", "K1")
                .<ObjectNode>set("claim", claim)
                .putArray("groups")
                .addObject();
        group.putArray("cells").add("C02");
        group.putArray("versus");
        mapper.writeValue(frame.toFile(), root);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
