// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.Profile;

/** Which pod runs where; everything is numbered from 0. */
public final class Placement {

    private final boolean podLabels;
    private final int nodes;
    private final int namespaces;
    private final int pods;
    private final int podsPerGroup;
    private final int everyDayPodsPerGroup;
    private final int lastDay;

    public Placement(DatasetParameters parameters) {
        podLabels = parameters.profile() == Profile.A;
        nodes = parameters.nodes();
        namespaces = parameters.namespaces();
        pods = parameters.pods();
        podsPerGroup = pods / (podLabels ? nodes : namespaces);
        everyDayPodsPerGroup = parameters.everyDayPodsPerGroup();
        lastDay = parameters.days() - 1;
    }

    public int nodes() {
        return nodes;
    }

    public int namespaces() {
        return namespaces;
    }

    public int pods() {
        return pods;
    }

    public int namespaceOf(int pod) {
        return pod / podsPerGroup;
    }

    /** Number of a pod within its namespace. */
    public int indexOf(int pod) {
        return pod % podsPerGroup;
    }

    public int nodeOf(int pod) {
        return podLabels ? namespaceOf(pod) : (indexOf(pod) + 1) % nodes;
    }

    /** Whether a pod runs on a day of the dataset, numbered from 0. */
    boolean runsOn(int pod, int day) {
        return day == lastDay || indexOf(pod) < everyDayPodsPerGroup;
    }

    /** Number of the summary group of a day that a pod belongs to, with its labels or with unusable ones. */
    public int groupOf(int pod, boolean labelled) {
        if (podLabels) {
            return labelled ? pod : pods + nodeOf(pod);
        }
        int place = namespaceOf(pod) * nodes + nodeOf(pod);
        return labelled ? place : namespaces * nodes + place;
    }
}
