// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.rules;

import dev.runmatrix.engines.contract.LabelRules;
import org.apache.spark.sql.api.java.UDF3;
import org.jspecify.annotations.Nullable;

/** The canonical text of a node's, a namespace's and a pod's labels in one set. */
public final class MergedLabels implements UDF3<String, String, String, String> {

    private static final long serialVersionUID = 1;

    private final LabelRules rules;
    private final Memo<Three, String> known = new Memo<>();

    public MergedLabels(LabelRules rules) {
        this.rules = rules;
    }

    @Override
    public String call(@Nullable String node, @Nullable String namespace, @Nullable String pod) {
        return known.get(new Three(orNone(node), orNone(namespace), orNone(pod)), this::merge);
    }

    private String merge(Three labels) {
        return rules.merge(labels.node, labels.namespace, labels.pod);
    }

    private static String orNone(@Nullable String labels) {
        return labels == null ? LabelRules.NONE : labels;
    }

    private record Three(String node, String namespace, String pod) {}
}
