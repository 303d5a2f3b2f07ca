// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.sum.PairSums;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.text.Utf8;
import dev.runmatrix.aggregator.time.Instants;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpilledDayTest {

    private static final int DAY = 20_000;
    private static final int NODES = 40;
    private static final int WIDE_NODES = 5;

    @TempDir
    private Path directory = Path.of("");

    private final Random random = new Random(3);
    private final TextIds names = new TextIds();
    private final LabelSets sets = new LabelSets(List.of("app"));
    private final List<PairSums> expected = new ArrayList<>();
    private SpillFiles files = new SpillFiles(Path.of(""));
    private Spill spill = spill();

    @BeforeEach
    void begin() {
        files = new SpillFiles(directory);
        spill = spill();
        for (int node = 0; node < NODES; node++) {
            // Numbers in the opposite order of the texts.
            assertThat(names.idOf(Utf8.toBytes("node-" + (99 - node)))).isEqualTo(node);
        }
        for (int sum = 0; sum < GroupValues.SUMS; sum++) {
            expected.add(new PairSums());
            expected.get(sum).ensure(NODES);
        }
    }

    @AfterEach
    void end() throws IOException {
        files.close();
    }

    private Spill spill() {
        LabelFold none = new LabelFold(new Instants(0, 99_999), sets, TextIds.NULL);
        DayLabels labels = new DayLabels(List.of(none), List.of(none), sets);
        return new Spill(new GroupSorter(names, labels), files, 0, 1 << 16);
    }

    @Test
    void noBitOfAnySumIsLost() throws Exception {
        SpillFile file = files.create();
        SpilledDay day = new SpilledDay(8);
        for (int i = 0; i < 150; i++) {
            day.add(sorted(part()), new IntervalCapacities(), file, spill);
        }
        assertThat(day.runs()).hasSize(2 + 2 + 6);
        file.flush();
        List<GroupCursor> cursors = new ArrayList<>();
        day.runs().forEach(run -> cursors.add(new RunReader(run, 0)));
        cursors.add(new SortedCursor(sorted(part())));
        SortedGroups merged = spill.sorter().merge(cursors, 1000).next();

        assertThat(merged.rows()).isEqualTo(NODES);
        for (int row = 0; row < NODES; row++) {
            int node = NODES - 1 - row;
            assertThat(merged.nodes()[row]).isEqualTo(node);
            assertThat(merged.values().resources()[row]).isEqualTo(node);
            for (int sum = 0; sum < GroupValues.SUMS; sum++) {
                assertThat(merged.values().hasSum(row, sum)).isEqualTo(sum != 3);
                assertThat(merged.values().sums(sum).coreHours(row))
                        .isEqualTo(expected.get(sum).coreHours(node));
                assertThat(merged.values().sums(sum).isWide(row)).isEqualTo(node < WIDE_NODES && sum != 3);
            }
        }
    }

    @Test
    void blocksAreAsLongAsTheyMayBe() throws Exception {
        DayMerge merge = spill.sorter()
                .merge(List.of(new SortedCursor(sorted(part())), new SortedCursor(sorted(part()))), NODES - 1);
        assertThat(merge.next().rows()).isEqualTo(NODES - 1);
        assertThat(merge.next().rows()).isEqualTo(1);
        assertThat(merge.next().rows()).isZero();
        assertThat(spill.sorter().merge(List.of(), 7).next().rows()).isZero();
    }

    @Test
    void aFileThatFailsInTheMiddleIsNamedByItsDirectoryAndGone() throws Exception {
        SpillFile file = files.create();
        file.append(sorted(part()));
        DayMerge merge = spill.sorter().merge(List.of(new RunReader(file.endRun(), 0)), 1);
        file.flush();
        assertThat(merge.next().rows()).isEqualTo(1);
        files.close();
        assertThatThrownBy(() -> {
                    while (merge.next().rows() > 0) {
                        // The rest does not fit into the buffer.
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining(directory + ": temporary files");
        assertThatThrownBy(files::create).isInstanceOf(IOException.class);
        assertThat(directory).isEmptyDirectory();
    }

    private SortedGroups sorted(DayGroups groups) {
        return spill.sorter().sort(DAY, groups);
    }

    /** One value more for each node and sum but the fourth, of some nodes such that only wide sums hold them. */
    private DayGroups part() {
        DayGroups groups = new DayGroups();
        RowGroups rows = new RowGroups(NODES);
        int[] nodes = random.ints(0, NODES).distinct().limit(NODES).toArray();
        int[] namespaces = new int[NODES];
        int[] labels = new int[NODES];
        Arrays.fill(labels, LabelSets.EMPTY);
        groups.find(namespaces, nodes, labels, 0, NODES, -1, rows);
        groups.markSeen(rows, ~(1 << 3));
        for (int group = 0; group < NODES; group++) {
            groups.resources()[group] = nodes[group];
            for (int sum = 0; sum < GroupValues.SUMS; sum++) {
                if (sum != 3) {
                    add(groups, group, nodes[group], sum);
                }
            }
        }
        return groups;
    }

    private void add(DayGroups groups, int group, int node, int sum) {
        int spread = node < WIDE_NODES ? 1000 : 20;
        double value = Math.scalb(random.nextDouble() - 0.5, random.nextInt(2 * spread) - spread);
        groups.sums(sum).add(group, value);
        expected.get(sum).add(node, value);
    }
}
