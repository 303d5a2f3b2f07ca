// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.Profile;
import java.util.Locale;

/** Names of nodes, namespaces and pods; people count from 1, arguments from 0. */
public final class Names {

    private final boolean podLabels;

    public Names(DatasetParameters parameters) {
        podLabels = parameters.profile() == Profile.A;
    }

    public String node(int node) {
        return podLabels ? padded("node-%03d", node + 1) : "node-" + (node + 1);
    }

    public String resourceId(int node) {
        return podLabels ? padded("i-benchmark%05d", node + 1) : "i-node-" + (node + 1) + "-resource-id";
    }

    public String namespace(int namespace) {
        return podLabels ? padded("benchmark-%03d", namespace + 1) : "namespace-" + (namespace + 1);
    }

    public String pod(int namespace, int index) {
        return podLabels
                ? padded("app-%03d-%04d", namespace + 1, index + 1)
                : "pod-" + (namespace + 1) + "-" + (index + 1);
    }

    private static String padded(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
