// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.text.Utf8;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What label texts mean, exactly as the aggregator reads them: which text stands for which label set, which labels are
 * kept, and how the labels of a node, a namespace and a pod become one set. Thread-safe.
 */
public final class LabelRules implements Serializable {

    /** The canonical text of a set without members, which is also that of null. */
    public static final String NONE = "{}";

    private static final long serialVersionUID = 1;

    /** Sets are numbered as they come; after so many texts the numbers are forgotten, and with them their memory. */
    private static final int MOST_TEXTS = 1 << 16;

    private final List<String> enabledKeys;
    private transient volatile Register register;

    /**
     * The rules of one run.
     *
     * @param enabledKeys the label keys that are kept
     */
    public LabelRules(Collection<String> enabledKeys) {
        this.enabledKeys = List.copyOf(enabledKeys);
        register = new Register(this.enabledKeys);
    }

    /** The canonical text of the enabled labels in the text of a label column; {@link #NONE} where it has none or is none. */
    public String canonical(String text) {
        Register current = current(1);
        return current.text(current.idOf(text));
    }

    /** The canonical text of three sets in one: a pod's label goes before its namespace's, and that before its node's. */
    public String merge(String nodeLabels, String namespaceLabels, String podLabels) {
        Register current = current(3);
        int below = current.sets.merge(current.idOf(nodeLabels), current.idOf(namespaceLabels));
        return current.text(current.sets.merge(below, current.idOf(podLabels)));
    }

    private Register current(int texts) {
        Register current = register;
        if (current.count.addAndGet(texts) > MOST_TEXTS) {
            current = new Register(enabledKeys);
            register = current;
        }
        return current;
    }

    private Object readResolve() {
        return new LabelRules(enabledKeys);
    }

    /** Numbered sets, and how many texts were looked up. */
    private static final class Register {

        private final LabelSets sets;
        private final AtomicInteger count = new AtomicInteger();

        Register(List<String> enabledKeys) {
            sets = new LabelSets(enabledKeys);
        }

        int idOf(String text) {
            return sets.idOf(Utf8.toBytes(text));
        }

        String text(int set) {
            return Utf8.toText(sets.canonicalText(set));
        }
    }
}
