// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.content.Labels;
import dev.runmatrix.datasets.content.Names;
import dev.runmatrix.datasets.content.Placement;
import dev.runmatrix.datasets.content.Randomness;
import dev.runmatrix.datasets.parameters.DatasetParameters;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.apache.parquet.io.api.Binary;

/** All texts of a dataset, encoded once and shared by all writers. */
final class Texts {

    final Binary[] nodes;
    final Binary[] resourceIds;
    final Binary[] namespaces;
    final Binary[] pods;
    final Binary[] podLabels;
    final Binary[] nodeLabels;
    final Binary[] namespaceLabels;

    Texts(DatasetParameters parameters) {
        Placement placement = new Placement(parameters);
        Names names = new Names(parameters);
        Labels labels = new Labels(parameters, new Randomness(parameters.seed()));
        nodes = encoded(placement.nodes(), names::node);
        resourceIds = encoded(placement.nodes(), names::resourceId);
        nodeLabels = encoded(placement.nodes(), labels::ofNode);
        namespaces = encoded(placement.namespaces(), names::namespace);
        namespaceLabels = encoded(placement.namespaces(), labels::ofNamespace);
        pods = encoded(placement.pods(), pod -> names.pod(placement.namespaceOf(pod), placement.indexOf(pod)));
        podLabels = encoded(placement.pods(), labels::ofPod);
    }

    static Binary encoded(String text) {
        return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Binary[] encoded(int count, IntFunction<String> text) {
        Binary[] all = new Binary[count];
        for (int i = 0; i < count; i++) {
            all[i] = encoded(text.apply(i));
        }
        return all;
    }
}
