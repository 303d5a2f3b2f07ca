// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.Dirt;

/**
 * One row of pod usage at a time: move to a place, then ask. Nothing is allocated per row. Not for several threads: one
 * per writer.
 */
public final class PodHour {

    private static final int FORMS_OF_DAMAGE = 4;
    private static final int MILLION = 1_000_000;

    private final Placement placement;
    private final Labels labels;
    private final Values values;
    private final Randomness randomness;
    private final int absent;
    private final int blankNode;
    private final int nullLabels;
    private final int badJson;

    private int pod;
    private int hourOfDay;
    private int hour;

    public PodHour(DatasetParameters parameters) {
        randomness = new Randomness(parameters.seed());
        placement = new Placement(parameters);
        labels = new Labels(parameters, randomness);
        values = new Values(parameters, randomness);
        Dirt dirt = parameters.dirt();
        absent = millionths(dirt.absent());
        blankNode = millionths(dirt.blankNode());
        nullLabels = millionths(dirt.nullLabels());
        badJson = millionths(dirt.badJson());
    }

    private static int millionths(double share) {
        return (int) Math.round(share * MILLION);
    }

    /** Moves to a row; false, and nothing to ask, if the row is absent. */
    public boolean moveTo(int pod, int day, int hourOfDay) {
        this.pod = pod;
        this.hourOfDay = hourOfDay;
        this.hour = day * DatasetParameters.HOURS_PER_DAY + hourOfDay;
        if (!placement.runsOn(pod, day) || randomness.hits(Choice.ABSENT, pod, hour, absent)) {
            return false;
        }
        values.compute(pod, hour);
        return true;
    }

    public int pod() {
        return pod;
    }

    /** Hour of the day, from 0. */
    public int hourOfDay() {
        return hourOfDay;
    }

    /** Where the pod runs, also when the row does not tell. */
    public int node() {
        return placement.nodeOf(pod);
    }

    public int namespace() {
        return placement.namespaceOf(pod);
    }

    public boolean isNodeBlank() {
        return randomness.hits(Choice.BLANK_NODE, pod, hour, blankNode);
    }

    public LabelState labelState() {
        if (randomness.hits(Choice.NULL_LABELS, pod, hour, nullLabels)) {
            return LabelState.NULL;
        }
        return randomness.hits(Choice.BAD_JSON, pod, hour, badJson) ? LabelState.DAMAGED : LabelState.WHOLE;
    }

    /** The label text of a row whose labels are damaged. */
    public String damagedLabels() {
        int form = randomness.below(Choice.BAD_JSON_FORM, pod, hour, FORMS_OF_DAMAGE);
        return Labels.damaged(labels.ofPod(pod), form);
    }

    /** Group of the summary within the day. */
    int group() {
        return placement.groupOf(pod, labelState() == LabelState.WHOLE);
    }

    public double get(Measure measure) {
        return values.get(measure);
    }
}
