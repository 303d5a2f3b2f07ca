// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema serves editors; the reader decides. These tests hold the two together. */
class MatrixSchemaTest {

    private static final String SCHEMA = schema();
    private static final Schema VALIDATOR = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA, InputFormat.JSON);

    @Test
    void theCommittedMatrixIsValid() throws IOException {
        assertThat(errors(Files.readString(CommittedMatrixTest.FILE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachMappingHasTheKeysThatTheReaderKnows(Section section) throws IOException {
        JsonNode root = new ObjectMapper().readTree(SCHEMA);
        JsonNode mapping = section == Section.MATRIX
                ? root
                : root.path("$defs").path(section.name().toLowerCase(Locale.ROOT));

        List<String> keys = new ArrayList<>();
        mapping.path("properties").fieldNames().forEachRemaining(keys::add);

        assertThat(keys).containsExactlyInAnyOrderElementsOf(section.keys());
        assertThat(mapping.path("additionalProperties").isBoolean()).isEqualTo(true);
        assertThat(mapping.path("additionalProperties").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budjet: {rss: 4GB}",
                "budget: {rss: 4}",
                "measure: {forks: 0}",
                "measure: {timeout: 10}",
                "measure: {precision: 0.025}",
                "measure: {precision: 0%}",
                "measure: {precision: 100%}",
                "measure: {twin: 1}",
                "measure: {repeat_contaminated: 2}",
                "measure: {max_failures: 0}",
                "measure: {max_forks: 0}",
                "measure: {budget: 30}",
                "target: {kind: command}",
                "target: {command: [x]}",
                "target: {kind: command, command: [x], jvm_args: [-Xmx1g]}",
                "targets: [{command: [x]}]",
                "targets: [{when: {mode: streaming}, command: []}]",
                "targets: [{when: {mode: streaming}, command: [x], env: {RM_OUT: x}}]",
                "exclude: [{mode: streming}]",
                "exclude: [{}]",
                "include: [{max_workers: 0}]",
                "options: [{name: A}]",
                "options: [{name: A, set: {max_workers: 2}, stated: {times: 0}}]",
                "claims: [{name: K1, metric: wall}]",
                "claims: [{metric: wall, at_most: 4s}]",
                "claims: [{name: K1, at_most: 4s}]",
                "claims: [{name: K1, kind: rate, metric: wall, at_most: 4s}]",
                "claims: [{name: K1, metric: wall, cell: {mode: streaming}, cells: {max_workers: 1}, at_most: 4s}]",
                "claims: [{name: K1, metric: wall, cells: [], at_most: 4s}]",
                "claims: [{name: K1, cell: {mode: streaming}, times_as_fast: [1, 2, 3]}]",
                "claims: [{name: K1, cell: {mode: streaming}, times_as_fast: 2, at_most: 3}]",
                "claims: [{name: K1, kind: growth, metric: wall, versus: {mode: streaming}, at_most: 2}]",
                "claims: [{name: K1, kind: scaling, metric: cpu, at_least: 2}]",
                "claims: [{name: K1, kind: equality, metric: wall}]",
                "claims: [{name: K1, kind: equality, at_most: 2}]",
                "claims: [{name: K1, metric: wall, versus: {mode: streaming}, at_most: 4}]",
                "claims: [{name: K1, metric: wall, at_most: 4s, within: 5%}]",
                "gate: off",
                "gate: {rules: [{metric: wall, max_increase: 5}]}",
                "gate: {baseline: main}",
                "gate: {rules: []}",
                "gate: {rules: [{metric: wall}]}",
                "gate: {rules: [{metric: wall, max: 4s, min: 1s}]}",
                "gate: {rules: [{metric: wall, max: 4s, confidence: 95}]}",
                "hooks: {setup: [sync]}",
                "profiles: {smoke: {schema: run-matrix/v1}}",
                "profiles: {smoke: {measure: {forks: no}}}"
            })
    void whatTheReaderRefusesTheSchemaRefusesToo(String line) {
        assertThat(errors(MatrixFixture.SOUND)).isEmpty();
        assertThat(errors(MatrixFixture.SOUND + line)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target: {kind: command, command: [sleep, 1], env: {A: \"\"}, directory: d, verify: [cmp, \"{out}\"],"
                        + " build: [make]}",
                "targets: [{when: {max_workers: 2}, command: [x, \"{mode}\"]}]",
                "gate: {baseline: b, rules: [{metric: wall, cells: '*', max_increase: 5%, confidence: 0.99}]}",
                "claims: [{name: A, metric: rss_peak, cells: {mode: streaming}, at_most: 4GB, where: note, gate: true}]",
                "claims: [{name: A, cell: {mode: in-memory}, versus: [{mode: streaming}], times_as_fast: [3, 4]}]",
                "claims: [{name: A, metric: cpu, cell: {mode: in-memory}, versus: {mode: streaming}, at_most: 2}]",
                "claims: [{name: A, kind: growth, metric: rss_peak, at_most: 1.15}, {name: B, kind: equality}]",
                "claims: [{name: A, kind: scaling, at_least: 60%}, {name: B, metric: cores_used, at_least: 60%}]",
                "claims: [{name: A, metric: cpu, cell: {mode: in-memory}, versus: {mode: streaming}, within: 5%}]",
                "hooks: {prepare: [[sync]], cleanup: [[rm, -r, \"{out}\"]]}"
            })
    void programsHooksGatesAndClaimsAreValid(String line) {
        assertThat(errors(MatrixFixture.SOUND + line)).isEmpty();
    }

    private static List<Error> errors(String yaml) {
        return VALIDATOR.validate(yaml, InputFormat.YAML);
    }

    private static String schema() {
        try (InputStream in =
                Objects.requireNonNull(MatrixSpecReader.class.getResourceAsStream("run-matrix.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
