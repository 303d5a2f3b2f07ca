// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.text.TextIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The places of the namespaces and nodes of some days in the order of bytes, from 1 up; null is before all. */
final class NameRanks {

    /** 0 for names that are not of these days. */
    private final int[] rankOfName;

    private int count;

    NameRanks(Collection<DayGroups> days, TextIds names) {
        rankOfName = new int[names.size()];
        List<Integer> met = new ArrayList<>();
        for (DayGroups day : days) {
            meet(day.namespaces(), day.size(), met);
            meet(day.nodes(), day.size(), met);
        }
        met.sort((a, b) -> Arrays.compareUnsigned(names.text(a), names.text(b)));
        met.forEach(name -> rankOfName[name] = ++count);
    }

    private void meet(int[] ids, int size, List<Integer> met) {
        for (int i = 0; i < size; i++) {
            int name = ids[i];
            if (name != TextIds.NULL && rankOfName[name] == 0) {
                rankOfName[name] = 1;
                met.add(name);
            }
        }
    }

    /** The number of names. */
    int count() {
        return count;
    }

    /** The place of a name. */
    int of(int name) {
        return name == TextIds.NULL ? 0 : rankOfName[name];
    }
}
