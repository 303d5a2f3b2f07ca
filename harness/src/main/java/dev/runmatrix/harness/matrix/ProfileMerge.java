// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Lays a profile over the top level of a file: a mapping is merged key by key, anything else, lists too, takes the place
 * of what was there. Every node keeps its place in the file.
 */
final class ProfileMerge {

    private ProfileMerge() {}

    static Node merge(Node base, Node over) {
        if (!(base instanceof MappingNode below) || !(over instanceof MappingNode above)) {
            return over;
        }
        List<NodeTuple> merged = new ArrayList<>(below.getValue());
        for (NodeTuple entry : above.getValue()) {
            int index = indexOf(merged, entry.getKeyNode());
            if (index < 0) {
                merged.add(entry);
            } else {
                Node value = merge(merged.get(index).getValueNode(), entry.getValueNode());
                merged.set(index, new NodeTuple(entry.getKeyNode(), value));
            }
        }
        return new MappingNode(
                base.getTag(), true, merged, below.getFlowStyle(), base.getStartMark(), base.getEndMark());
    }

    private static int indexOf(List<NodeTuple> entries, Node key) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).getKeyNode() instanceof ScalarNode known
                    && key instanceof ScalarNode sought
                    && known.getValue().equals(sought.getValue())) {
                return i;
            }
        }
        return -1;
    }
}
