// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.storage.LocalStorage;
import dev.runmatrix.aggregator.storage.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParamsReaderTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everythingIsRead() throws Exception {
        Params params = read("""
                {"enabled_keys": ["app", "team"], "cost_categories": [{"pattern": "kube-%", "id": 3}],
                 "start_date": "2025-11-01", "end_date": null, "report_period_id": 7,
                 "cluster_id": "c", "cluster_alias": "a", "source_uuid": "s", "origin": "test"}""");
        assertThat(params.enabledKeys()).containsExactly("app", "team");
        assertThat(params.costCategories()).isEqualTo(List.of(new CostCategory("kube-%", 3)));
        assertThat(params.startDate()).contains(LocalDate.of(2025, 11, 1));
        assertThat(params.endDate()).isEmpty();
        assertThat(params.reportPeriodId()).hasValue(7);
        assertThat(params.clusterId()).contains("c");
    }

    @Test
    void anEmptyObjectIsEnough() throws Exception {
        assertThat(read("{}").enabledKeys()).isEmpty();
    }

    @Test
    void nullIsTheSameAsNothing() throws Exception {
        assertThat(read("""
                        {"enabled_keys": null, "cost_categories": null, "start_date": null, "end_date": null,
                         "report_period_id": null, "cluster_id": null, "cluster_alias": null, "source_uuid": null}""")).isEqualTo(read("{}"));
    }

    @Test
    void allProblemsAreReportedAtOnceWithTheirPlace() {
        assertThatThrownBy(() -> read("""
                        {"enabled_key": [],
                         "enabled_keys": [1],
                         "start_date": "01/11/2025",
                         "report_period_id": "7",
                         "cost_categories": [{"pattern": "x", "ident": 1}]}"""))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("params.json:1:")
                .hasMessageContaining("unknown key enabled_key; known keys: enabled_keys, ")
                .hasMessageContaining("params.json:2:")
                .hasMessageContaining("params.json:3:")
                .hasMessageContaining("01/11/2025 is not a date")
                .hasMessageContaining("report_period_id must be a whole number")
                .hasMessageContaining("unknown key ident; known keys: pattern, id")
                .hasMessageContaining("a cost category needs pattern and id");
    }

    @Test
    void anEndBeforeTheStartIsAProblem() {
        assertThatThrownBy(() -> read("{\"start_date\": \"2025-11-02\", \"end_date\": \"2025-11-01\"}"))
                .hasMessageContaining("start_date 2025-11-02 is after end_date 2025-11-01");
    }

    @Test
    void brokenJsonIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read("{\"enabled_keys\": [,]}"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("params.json:1:")
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> read("{\"enabled_keys\": [\"app\""))
                .hasMessageContaining("Unexpected end-of-input")
                .hasMessageNotContaining("REDACTED");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("expected a JSON object");
        assertThatThrownBy(() -> read("")).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> read("{} {}")).hasMessageContaining("something follows");
        assertThatThrownBy(() -> read("{\"cluster_id\": \"a\", \"cluster_id\": \"b\"}"))
                .hasMessageContaining("twice");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ParamsReader.read(Location.of(directory.resolve("none.json")), new LocalStorage()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("none.json: no such file");
    }

    private Params read(String json) throws BadInputException, IOException {
        Path file = directory.resolve("params.json");
        Files.writeString(file, json);
        return ParamsReader.read(Location.of(file), new LocalStorage());
    }
}
