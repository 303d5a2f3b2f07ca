// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import static dev.runmatrix.aggregator.column.LabelColumns.LABELS;
import static dev.runmatrix.aggregator.column.LabelColumns.NAME;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.time.Instants;
import java.util.Arrays;

/**
 * Keeps one label row for each day and name: the latest, and of several at the same instant the one whose canonical text
 * is greatest. Belongs to one thread.
 */
public final class LabelFold {

    private final Instants instants;
    private final LabelSets sets;

    /** A name whose rows are passed over; {@link TextIds#NULL} for no more than that. */
    private final int ignoredName;

    private final PairIndex index = new PairIndex();
    private long[] nanos = {};
    private int[] chosen = {};
    private long badLabels;

    public LabelFold(Instants instants, LabelSets sets, int ignoredName) {
        this.instants = instants;
        this.sets = sets;
        this.ignoredName = ignoredName;
    }

    /** Rows so far whose label text is not one. */
    public long badLabels() {
        return badLabels;
    }

    /** Folds all rows of a batch. */
    public void fold(Batch batch) {
        int[] instantIds = batch.ids(TableColumns.INSTANT);
        int[] names = batch.ids(NAME);
        int[] labels = batch.ids(LABELS);
        int[] dayOf = instants.days();
        long[] nanosOfDay = instants.nanosOfDay();
        for (int i = 0; i < batch.rows(); i++) {
            int set = labels[i];
            if (set == LabelSets.BAD) {
                badLabels++;
                set = LabelSets.EMPTY;
            }
            int instant = instantIds[i];
            if (instant >= Instants.FIRST && names[i] != TextIds.NULL && names[i] != ignoredName) {
                offer(dayOf[instant], names[i], nanosOfDay[instant], set);
            }
        }
    }

    /** Adds what another thread kept. */
    void addAll(LabelFold other) {
        for (int i = 0; i < other.index.size(); i++) {
            offer((int) other.index.first(i), other.index.second(i), other.nanos[i], other.chosen[i]);
        }
    }

    private void offer(int day, int name, long nanoOfDay, int set) {
        int before = index.size();
        int at = index.numberOf(day, name);
        if (at == before) {
            nanos = at < nanos.length ? nanos : Arrays.copyOf(nanos, index.capacity());
            chosen = at < chosen.length ? chosen : Arrays.copyOf(chosen, index.capacity());
        }
        if (at == before || nanoOfDay > nanos[at] || (nanoOfDay == nanos[at] && isGreater(set, chosen[at]))) {
            nanos[at] = nanoOfDay;
            chosen[at] = set;
        }
    }

    private boolean isGreater(int set, int other) {
        return set != other && Arrays.compareUnsigned(sets.canonicalText(set), sets.canonicalText(other)) > 0;
    }

    /** The label set of a name on a day; empty if there is no row. */
    int labels(int day, int name) {
        int at = index.lookUp(day, name);
        return at < 0 ? LabelSets.EMPTY : chosen[at];
    }
}
