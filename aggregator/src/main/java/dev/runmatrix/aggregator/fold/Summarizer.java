// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.text.TextIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Turns what all threads folded into the summary of each day. Several threads may summarise different days. */
public final class Summarizer {

    private static final double SECONDS_OF_HOUR = 3600;
    private static final double GIBIBYTE = 0x1p30;

    /** Which sum of {@link DayGroups} each of the first eight number columns of the output shows. */
    private static final int[] SUM_OF_COLUMN = {0, 1, 6, 2, 3, 4, 7, 5};

    private final List<PodFold> pods;
    private final LabelFold nodes;
    private final LabelFold namespaces;
    private final LabelSets sets;
    private final CostCategories categories;
    private final ResourceOrder resourceOrder;
    private final TextIds names;
    private final Queue<MergeCache> mergeCaches = new ConcurrentLinkedQueue<>();

    /**
     * @param pods what each thread folded of the pod table
     * @param nodes what the threads folded of the label table of nodes; at least one
     * @param namespaces as {@code nodes}, of namespaces
     * @param sets the label sets of the run
     * @param names the names of the run
     * @param categories the cost categories
     */
    public Summarizer(
            List<PodFold> pods,
            List<LabelFold> nodes,
            List<LabelFold> namespaces,
            LabelSets sets,
            TextIds names,
            CostCategories categories) {
        this.pods = List.copyOf(pods);
        this.nodes = merge(nodes);
        this.namespaces = merge(namespaces);
        this.sets = sets;
        this.categories = categories;
        resourceOrder = new ResourceOrder(names);
        this.names = names;
    }

    private static LabelFold merge(List<LabelFold> folds) {
        LabelFold whole = folds.get(0);
        folds.stream().skip(1).forEach(whole::addAll);
        return whole;
    }

    /** The days of which rows have been folded, but no summary was made. */
    public SortedSet<Integer> days() {
        SortedSet<Integer> days = new TreeSet<>();
        pods.forEach(fold -> days.addAll(fold.days()));
        return days;
    }

    /**
     * Summarises a day of which no more rows can come; what the threads folded of it is gone afterwards.
     *
     * @param heir who may use the room again
     * @return the summary; empty if there was no row
     */
    public Optional<DaySummary> summarize(int day, PodFold heir) {
        Optional<DayGroups> groups = gather(day);
        Optional<DaySummary> summary = groups.map(known -> summarize(day, known));
        groups.ifPresent(heir::recycle);
        return summary;
    }

    /** Summarises a day of which rows have been folded, after the end of all input. */
    public DaySummary summarize(int day) {
        return gather(day).map(groups -> summarize(day, groups)).orElseGet(() -> new DaySummary(day, 0));
    }

    private DaySummary summarize(int day, DayGroups groups) {
        int[] labels = mergedLabels(day, groups);
        int[] sorted = new RowOrder(groups, names, sets).sort(labels);
        int rows = unite(groups, labels, sorted);
        DaySummary summary = new DaySummary(day, rows);
        fillTexts(summary, groups, labels, sorted);
        fillNumbers(summary, groups, sorted);
        fillCapacities(summary, groups, sorted);
        return summary;
    }

    private Optional<DayGroups> gather(int day) {
        List<DayGroups> parts = new ArrayList<>();
        for (PodFold fold : pods) {
            fold.take(day).ifPresent(parts::add);
        }
        parts.sort((a, b) -> Integer.compare(b.size(), a.size()));
        for (DayGroups part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            parts.get(0).addAll(part, resourceOrder);
        }
        return parts.stream().findFirst();
    }

    private int[] mergedLabels(int day, DayGroups groups) {
        MergeCache polled = mergeCaches.poll();
        MergeCache cache = polled == null ? new MergeCache(sets) : polled;
        int[] labels = new int[groups.size()];
        for (int group = 0; group < labels.length; group++) {
            int ofNode = nodes.labels(day, groups.node(group));
            int ofNamespace = namespaces.labels(day, groups.namespace(group));
            labels[group] = cache.merge(ofNode, ofNamespace, groups.labels(group));
        }
        mergeCaches.add(cache);
        return labels;
    }

    /** Adds groups that became equal by merging labels to the first of them; returns how many groups are left. */
    private int unite(DayGroups groups, int[] labels, int[] sorted) {
        int rows = 0;
        for (int group : sorted) {
            int last = rows == 0 ? group : sorted[rows - 1];
            boolean same = rows > 0
                    && labels[last] == labels[group]
                    && groups.node(last) == groups.node(group)
                    && groups.namespace(last) == groups.namespace(group);
            if (same) {
                groups.add(last, groups, group, resourceOrder);
            } else {
                sorted[rows++] = group;
            }
        }
        return rows;
    }

    private void fillTexts(DaySummary summary, DayGroups groups, int[] labels, int[] sorted) {
        int[] namespace = summary.texts(DaySummary.NAMESPACE);
        int[] node = summary.texts(DaySummary.NODE);
        int[] resource = summary.texts(DaySummary.RESOURCE);
        int[] text = summary.texts(DaySummary.LABELS);
        double[] category = summary.numbers(DaySummary.COST_CATEGORY);
        int lastNamespace = TextIds.NULL;
        double lastCategory = Double.NaN;
        for (int row = 0; row < summary.rows(); row++) {
            int group = sorted[row];
            namespace[row] = groups.namespace(group);
            node[row] = groups.node(group);
            resource[row] = groups.resources()[group];
            text[row] = labels[group];
            if (namespace[row] != lastNamespace) {
                lastNamespace = namespace[row];
                lastCategory = categories.of(lastNamespace);
            }
            category[row] = lastCategory;
        }
    }

    private void fillNumbers(DaySummary summary, DayGroups groups, int[] sorted) {
        int allSeen = ~0;
        for (int row = 0; row < summary.rows(); row++) {
            allSeen &= groups.seen()[sorted[row]];
        }
        for (int column = 0; column < SUM_OF_COLUMN.length; column++) {
            int sum = SUM_OF_COLUMN[column];
            double[] hours = summary.numbers(column);
            if (column <= DaySummary.LIMIT_CPU) {
                groups.sums(sum).coreHours(sorted, hours);
            } else {
                groups.sums(sum).gibibyteHours(sorted, hours);
            }
            if (((allSeen >> sum) & 1) == 0) {
                clearUnseen(hours, groups, sorted, sum);
            }
        }
    }

    private static void clearUnseen(double[] hours, DayGroups groups, int[] sorted, int sum) {
        for (int row = 0; row < hours.length; row++) {
            if (!groups.hasSum(sorted[row], sum)) {
                hours[row] = Double.NaN;
            }
        }
    }

    private void fillCapacities(DaySummary summary, DayGroups groups, int[] sorted) {
        DayCapacity capacity = new DayCapacity(groups.capacities());
        double clusterCores = capacity.clusterCoreHours();
        double clusterGibibytes = capacity.clusterGibibyteHours();
        double nodeCores = Double.NaN;
        double nodeGibibytes = Double.NaN;
        double[] cores = groups.peaks(0);
        double[] coreSeconds = groups.peaks(1);
        double[] bytes = groups.peaks(2);
        double[] byteSeconds = groups.peaks(3);
        double[] peakCores = summary.numbers(DaySummary.NODE_CORES);
        double[] peakGibibytes = summary.numbers(DaySummary.NODE_GIBIBYTES);
        double[] coreHours = summary.numbers(DaySummary.NODE_CORE_HOURS);
        double[] gibibyteHours = summary.numbers(DaySummary.NODE_GIBIBYTE_HOURS);
        Arrays.fill(summary.numbers(DaySummary.CLUSTER_CORE_HOURS), clusterCores);
        Arrays.fill(summary.numbers(DaySummary.CLUSTER_GIBIBYTE_HOURS), clusterGibibytes);
        for (int row = 0; row < summary.rows(); row++) {
            int group = sorted[row];
            if (row == 0 || groups.node(group) != groups.node(sorted[row - 1])) {
                int place = capacity.place(groups.node(group));
                nodeCores = capacity.nodeCoreHours(place);
                nodeGibibytes = capacity.nodeGibibyteHours(place);
            }
            peakCores[row] = peak(cores[group], coreSeconds[group]);
            peakGibibytes[row] = peak(bytes[group], byteSeconds[group]) / GIBIBYTE;
            coreHours[row] = nodeCores;
            gibibyteHours[row] = nodeGibibytes;
        }
    }

    /** The greater of a direct peak and one in seconds; division keeps order, so it may wait until here. */
    private static double peak(double direct, double seconds) {
        // Adding zero makes a negative zero positive: which of the two came first must not show.
        return Peaks.greater(direct, seconds / SECONDS_OF_HOUR) + 0.0;
    }
}
