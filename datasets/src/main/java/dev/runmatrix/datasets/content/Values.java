// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.ValueKind;

/** Measures of a pod in an hour. Not for several threads: one per writer. */
final class Values {

    private static final double GIBIBYTE = 1 << 30;
    private static final int WHOLE_HOUR = 3600;
    private static final int SHORTEST = 60;
    private static final double SIXTEENTHS = 16;

    private final ValueKind kind;
    private final Randomness randomness;
    private final double[] values = new double[Measure.values().length];

    Values(DatasetParameters parameters, Randomness randomness) {
        this.kind = parameters.values();
        this.randomness = randomness;
    }

    double get(Measure measure) {
        return values[measure.slot()];
    }

    /** Sets all measures to those of a pod and an hour, counted from the first of the dataset. */
    void compute(int pod, int hour) {
        switch (kind) {
            case CONSTANT -> constant();
            case VARIED -> varied(pod, hour);
            case DECIMAL -> decimal(pod, hour);
        }
        set(Measure.EFFECTIVE_CPU, Math.max(get(Measure.USAGE_CPU), get(Measure.REQUEST_CPU)));
        set(Measure.EFFECTIVE_MEMORY, Math.max(get(Measure.USAGE_MEMORY), get(Measure.REQUEST_MEMORY)));
    }

    private void constant() {
        set(Measure.USAGE_CPU, 1080);
        set(Measure.REQUEST_CPU, 1800);
        set(Measure.LIMIT_CPU, 3600);
        set(Measure.USAGE_MEMORY, GIBIBYTE / 2 * WHOLE_HOUR);
        set(Measure.REQUEST_MEMORY, GIBIBYTE * WHOLE_HOUR);
        set(Measure.LIMIT_MEMORY, 2 * GIBIBYTE * WHOLE_HOUR);
    }

    private void varied(int pod, int hour) {
        double seconds = seconds(pod, hour);
        double cpu = requestedCores(pod) * seconds;
        requestAndLimit(Measure.REQUEST_CPU, Measure.LIMIT_CPU, cpu);
        set(Measure.USAGE_CPU, cpu * (8 + randomness.below(Choice.CPU_USAGE, pod, hour, 56)) / 32);
        double memory = requestedGibibytes(pod) * GIBIBYTE * seconds;
        requestAndLimit(Measure.REQUEST_MEMORY, Measure.LIMIT_MEMORY, memory);
        set(Measure.USAGE_MEMORY, memory * (16 + randomness.below(Choice.MEMORY_USAGE, pod, hour, 40)) / 32);
    }

    private void decimal(int pod, int hour) {
        double seconds = seconds(pod, hour);
        double cores = requestedCores(pod);
        requestAndLimit(Measure.REQUEST_CPU, Measure.LIMIT_CPU, cores * seconds);
        int hundredThousandths = uniform(Choice.CPU_USAGE, pod, hour, 2_000, (int) (2 * cores * 100_000));
        set(Measure.USAGE_CPU, seconds * (hundredThousandths / 100_000.0));
        double gibibytes = requestedGibibytes(pod);
        requestAndLimit(Measure.REQUEST_MEMORY, Measure.LIMIT_MEMORY, gibibytes * GIBIBYTE * seconds);
        int hundredths = uniform(Choice.MEMORY_USAGE, pod, hour, 1, (int) (2 * gibibytes * 100));
        set(Measure.USAGE_MEMORY, seconds * (hundredths / 100.0) * GIBIBYTE);
    }

    private void requestAndLimit(Measure request, Measure limit, double requested) {
        set(request, requested);
        set(limit, 2 * requested);
    }

    private double seconds(int pod, int hour) {
        boolean whole = randomness.below(Choice.SHORT_HOUR, pod, hour, 20) != 0;
        return whole
                ? WHOLE_HOUR
                : SHORTEST + randomness.below(Choice.POD_SECONDS, pod, hour, WHOLE_HOUR - SHORTEST + 1);
    }

    private double requestedCores(int pod) {
        return (1 << randomness.below(Choice.CPU_REQUEST, pod, 0, 6)) / SIXTEENTHS;
    }

    private double requestedGibibytes(int pod) {
        return (1 << randomness.below(Choice.MEMORY_REQUEST, pod, 0, 7)) / SIXTEENTHS;
    }

    private int uniform(Choice choice, int pod, int hour, int from, int to) {
        return from + randomness.below(choice, pod, hour, to - from + 1);
    }

    private void set(Measure measure, double value) {
        values[measure.slot()] = value;
    }
}
