// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.util.List;

/** Lists of baselines and of datasets for programs. */
final class ListingJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ListingJson() {}

    static String of(BaselineStore store) throws IOException {
        ObjectNode document = document("run-matrix/baselines/v1");
        ArrayNode baselines = document.putArray("baselines");
        ArrayNode unreadable = document.putArray("unreadable");
        for (BaselineName name : store.names()) {
            try {
                add(BaselineStore.read(store.file(name)), baselines.addObject().put("name", name.text()));
            } catch (UnreadableRunException e) {
                unreadable.add(name.text() + ": " + e.getMessage());
            }
        }
        return text(document);
    }

    private static void add(Baseline baseline, ObjectNode entry) {
        entry.put("run", baseline.run().id())
                .put("saved_at", baseline.savedAt().toString())
                .put("cells", baseline.run().plan().cells().size())
                .put("forks", baseline.forks().size())
                .put("machine_class", baseline.run().environment().machineClass());
    }

    static String of(List<ListedDataset> datasets) {
        ObjectNode document = document("run-matrix/datasets/v1");
        ArrayNode list = document.putArray("datasets");
        for (ListedDataset dataset : datasets) {
            ObjectNode entry = list.addObject().put("name", dataset.name()).put("pod_rows", dataset.podRows());
            dataset.outputRows().ifPresent(rows -> entry.put("output_rows", rows));
            entry.put("bytes", dataset.bytes())
                    .put("bytes_estimated", dataset.estimated())
                    .put("state", dataset.state());
        }
        return text(document);
    }

    static ObjectNode document(String schema) {
        return MAPPER.createObjectNode().put("schema", schema);
    }

    static String text(ObjectNode document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}
