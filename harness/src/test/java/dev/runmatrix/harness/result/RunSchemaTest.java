// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static dev.runmatrix.harness.result.JsonSchemas.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The schemas allow no key that they do not name, so a new component of a record fails here until it is described. */
class RunSchemaTest {

    @Test
    void aFullRunMatchesTheSchema() throws IOException {
        assertThat(problems("run.schema.json", json(SampleRuns.full()))).isEmpty();
    }

    @Test
    void aRunWithoutItsOptionalPartsMatchesTheSchema() throws IOException {
        assertThat(problems("run.schema.json", json(SampleRuns.sparse()))).isEmpty();
    }

    @Test
    void forksMatchTheSchema() throws IOException {
        assertThat(problems("fork.schema.json", json(SampleRuns.okFork()))).isEmpty();
        assertThat(problems("fork.schema.json", json(SampleRuns.failedFork()))).isEmpty();
    }

    @Test
    void anUnknownKeyIsAProblem() throws IOException {
        ObjectNode run = RunJson.MAPPER.valueToTree(SampleRuns.full());
        run.put("surprise", 1);

        assertThat(problems("run.schema.json", run.toString())).hasSize(1);
    }

    @Test
    void aFailedForkNeedsAFailure() throws IOException {
        ObjectNode fork = RunJson.MAPPER.valueToTree(SampleRuns.failedFork());
        fork.remove("failure");

        assertThat(problems("fork.schema.json", fork.toString())).isNotEmpty();
    }

    private static String json(Object value) throws IOException {
        return RunJson.MAPPER.writeValueAsString(value);
    }
}
