// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.LabelRichness;
import dev.runmatrix.datasets.parameters.Profile;
import java.util.List;
import java.util.Locale;

/** Label texts as the ingest writes them: JSON objects with a blank after each colon and comma. */
public final class Labels {

    private static final long TEN_HEX_DIGITS = 1L << 40;
    private static final List<String> STAGES = List.of("prod", "dev", "qa");

    private final Placement placement;
    private final Names names;
    private final Randomness randomness;
    private final boolean podLabels;
    private final boolean rich;

    public Labels(DatasetParameters parameters, Randomness randomness) {
        this.placement = new Placement(parameters);
        this.names = new Names(parameters);
        this.randomness = randomness;
        this.podLabels = parameters.profile() == Profile.A;
        this.rich = parameters.labels() == LabelRichness.RICH;
    }

    /** Label keys that the summary asks for. */
    public static List<String> enabledKeys(Profile profile) {
        return profile == Profile.A
                ? List.of("app", "tier", "node", "pod", "zone", "team", "env")
                : List.of("app", "tier", "namespace", "zone", "team", "env");
    }

    public String ofPod(int pod) {
        int namespace = placement.namespaceOf(pod);
        StringBuilder text = new StringBuilder("{");
        add(text, "app", "benchmark");
        if (podLabels) {
            add(text, "tier", "web");
            add(text, "node", names.node(placement.nodeOf(pod)));
            add(text, "pod", names.pod(namespace, placement.indexOf(pod)));
        } else {
            add(text, "tier", "backend");
            add(text, "namespace", names.namespace(namespace));
        }
        if (rich) {
            add(text, "pod-template-hash", hex(Choice.TEMPLATE_HASH, pod));
            add(text, "controller-revision-hash", hex(Choice.REVISION_HASH, pod));
            add(text, "statefulset_kubernetes_io_pod_name", hex(Choice.STATEFULSET_NAME, pod));
        }
        return text.append('}').toString();
    }

    public String ofNode(int node) {
        StringBuilder text = new StringBuilder("{");
        add(text, "zone", "z" + node % 3);
        add(text, "role", role(node));
        return text.append('}').toString();
    }

    public String ofNamespace(int namespace) {
        StringBuilder text = new StringBuilder("{");
        add(text, "team", "t" + namespace % 7);
        add(text, "env", STAGES.get(namespace % STAGES.size()));
        return text.append('}').toString();
    }

    /** A text that looks like labels and is no valid JSON, in one of four forms. */
    static String damaged(String labels, int form) {
        String open = labels.substring(0, labels.length() - 1);
        return switch (form) {
            case 0 -> open;
            case 1 -> open + ", }";
            case 2 -> labels + " x";
            default -> labels.replace('"', '\'');
        };
    }

    private static String role(int node) {
        return switch (node % 20) {
            case 0 -> "master";
            case 1 -> "infra";
            default -> "worker";
        };
    }

    private String hex(Choice choice, int pod) {
        long bits = Long.remainderUnsigned(randomness.bits(choice, pod, 0), TEN_HEX_DIGITS);
        return String.format(Locale.ROOT, "%010x", bits);
    }

    private static void add(StringBuilder text, String key, String value) {
        text.append(text.length() > 1 ? ", \"" : "\"")
                .append(key)
                .append("\": \"")
                .append(value)
                .append('"');
    }
}
