// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Plan FIVE = plan(5);

    @Test
    void warmUpsOfAllCellsComeFirstThenEachRoundVisitsEachCellOnce() {
        List<ScheduledFork> order = rounds(FIVE, 3, 1, 7);

        assertThat(order).hasSize(20).extracting(ScheduledFork::round).isSorted();
        assertThat(order.subList(0, 5)).allMatch(ScheduledFork::isWarmup);
        for (int round = 0; round <= 3; round++) {
            int number = round;
            assertThat(order)
                    .filteredOn(f -> f.round() == number)
                    .allMatch(f -> f.fork() == number)
                    .extracting(ScheduledFork::cell)
                    .containsExactlyInAnyOrder("C01", "C02", "C03", "C04", "C05");
        }
    }

    @Test
    void severalWarmUpsMakeSeveralPassesInRoundZero() {
        List<ScheduledFork> order = rounds(FIVE, 1, 2, 7);

        assertThat(order.subList(0, 10)).allMatch(f -> f.round() == 0 && f.fork() == 0);
        assertThat(order.subList(0, 5)).extracting(ScheduledFork::cell).doesNotHaveDuplicates();
        assertThat(order.subList(5, 10)).extracting(ScheduledFork::cell).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedGivesTheSameOrderAndAnotherSeedAnother() {
        assertThat(rounds(FIVE, 6, 1, 7)).isEqualTo(rounds(FIVE, 6, 1, 7));
        assertThat(rounds(FIVE, 6, 1, 7)).isNotEqualTo(rounds(FIVE, 6, 1, 8));
    }

    @Test
    void theOrderOfSeedSevenIsForEver() {
        assertThat(rounds(FIVE, 2, 1, 7))
                .extracting(ScheduledFork::cell)
                .containsExactly("C01 C04 C05 C03 C02 C05 C02 C03 C04 C01 C03 C01 C04 C02 C05".split(" ", -1));
    }

    @Test
    void eachRoundHasAnOrderOfItsOwn() {
        Set<List<String>> orders = new HashSet<>();
        Map<Integer, List<String>> rounds = new TreeMap<>();
        rounds(plan(12), 20, 0, 1)
                .forEach(f -> rounds.computeIfAbsent(f.round(), r -> new ArrayList<>())
                        .add(f.cell()));
        orders.addAll(rounds.values());

        assertThat(orders).hasSize(20);
    }

    @Test
    void everyCellComesToEveryPlaceAboutEquallyOften() {
        int[][] counts = new int[5][5];
        List<ScheduledFork> order = rounds(FIVE, 10_000, 0, 3);
        for (int i = 0; i < order.size(); i++) {
            counts[Integer.parseInt(order.get(i).cell().substring(1)) - 1][i % 5]++;
        }

        for (int[] places : counts) {
            assertThat(IntStream.of(places).boxed().toList()).allMatch(n -> n > 1850 && n < 2150);
        }
    }

    @Test
    void theTwinHasATurnOfItsOwnInEveryRoundButNoWarmUp() {
        List<ScheduledFork> order = Schedule.rounds(FIVE, Protocol.DEFAULT, 7);

        assertThat(order).hasSize(5 + 6 * 6);
        assertThat(order).filteredOn(ScheduledFork::isWarmup).noneMatch(ScheduledFork::twin);
        assertThat(order)
                .filteredOn(ScheduledFork::twin)
                .allMatch(f -> f.cell().equals("C01"))
                .extracting(ScheduledFork::round)
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(order.stream().filter(f -> f.cell().equals("C01") && !f.isWarmup()))
                .extracting(ScheduledFork::twin)
                .doesNotContainSequence(true, true, true, true)
                .hasSize(12);
    }

    @Test
    void aRoundThatIsAskedForAgainIsTheSame() {
        Schedule schedule = Schedule.of(FIVE, Protocol.DEFAULT, 7);
        List<Turn> third = schedule.round(3);

        assertThat(schedule.round(1)).isNotEqualTo(third);
        assertThat(schedule.round(3)).isEqualTo(third);
    }

    @Test
    void warmUpsOfTheReferenceSettingComeFirst() {
        List<PlannedCell> cells = new ArrayList<>(FIVE.cells());
        cells.set(3, new PlannedCell("C04", cells.get(3).cell(), Set.of(), List.of(), 1, true));
        Plan plan = new Plan(cells, List.of(), List.of());

        assertThat(Schedule.of(plan, Protocol.DEFAULT, 7).warmups().get(0).cell())
                .isEqualTo("C04");
    }

    @Test
    void withoutWarmUpsTheFirstRoundBeginsWithTheReferenceAndTheOthersAreDrawn() {
        List<PlannedCell> cells = new ArrayList<>(FIVE.cells());
        cells.set(3, new PlannedCell("C04", cells.get(3).cell(), Set.of(), List.of(), 1, true));
        Plan plan = new Plan(cells, List.of(), List.of());
        Set<String> seconds = new HashSet<>();

        for (long seed = 0; seed < 30; seed++) {
            Schedule schedule = Schedule.of(
                    plan,
                    Protocol.fixed(2, 0, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(1)),
                    seed);
            assertThat(schedule.round(1).get(0).cell()).isEqualTo("C04");
            assertThat(schedule.round(1)).hasSize(5).doesNotHaveDuplicates();
            seconds.add(schedule.round(2).get(0).cell());
        }
        assertThat(seconds).hasSize(5);
    }

    @Test
    void buildsOfASettingHaveTheirTurnsRightAfterEachOther() {
        Plan plan = turns(6, "base", "head");

        for (long seed = 0; seed < 50; seed++) {
            List<ScheduledFork> order = rounds(plan, 4, 2, seed);
            for (int i = 0; i < order.size(); i += 2) {
                assertThat(setting(order.get(i))).isEqualTo(setting(order.get(i + 1)));
                assertThat(order.get(i).cell()).isNotEqualTo(order.get(i + 1).cell());
            }
        }
    }

    @Test
    void eitherBuildComesFirstAboutHalfOfTheTimeInEverySetting() {
        int[] baseFirst = new int[3];
        List<ScheduledFork> order = rounds(turns(3, "base", "head"), 10_000, 0, 11);
        for (int i = 0; i < order.size(); i += 2) {
            baseFirst[setting(order.get(i))] += order.get(i).cell().endsWith("base") ? 1 : 0;
        }

        assertThat(IntStream.of(baseFirst).boxed().toList()).allMatch(n -> n > 4800 && n < 5200);
    }

    @Test
    void settingsAreShuffledLikeCellsAndSeveralBuildsLikeTwo() {
        Set<List<Integer>> settings = new HashSet<>();
        Set<List<String>> builds = new HashSet<>();
        Schedule schedule = Schedule.of(turns(3, "a", "b", "c"), Protocol.DEFAULT.forTurns(10), 1);
        for (int round = 1; round <= 200; round++) {
            List<String> names = schedule.round(round).stream().map(Turn::cell).toList();
            settings.add(names.stream()
                    .map(name -> Integer.parseInt(name.substring(0, 1)))
                    .distinct()
                    .toList());
            builds.add(
                    names.subList(0, 3).stream().map(name -> name.substring(1)).toList());
        }

        assertThat(settings).hasSize(6);
        assertThat(builds).hasSize(6);
    }

    private static int setting(ScheduledFork fork) {
        return Integer.parseInt(fork.cell().substring(0, 1));
    }

    private static Plan turns(int settings, String... builds) {
        List<PlannedCell> planned = new ArrayList<>();
        for (int n = 0; n < settings; n++) {
            for (String build : builds) {
                Cell cell = new Cell(Map.of("n", "" + n, BuildAxis.KEY, build));
                planned.add(new PlannedCell(n + build, cell, Set.of(), List.of(), 1, false));
            }
        }
        return new Plan(planned, List.of(), List.of());
    }

    private static List<ScheduledFork> rounds(Plan plan, int forks, int warmups, long seed) {
        return Schedule.rounds(
                plan,
                Protocol.fixed(forks, warmups, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(100)),
                seed);
    }

    private static Plan plan(int cells) {
        List<PlannedCell> planned = IntStream.rangeClosed(1, cells)
                .mapToObj(i -> new PlannedCell(
                        String.format("C%02d", i), new Cell(Map.of("n", "" + i)), Set.of(), List.of(), 1, false))
                .toList();
        return new Plan(planned, List.of(), List.of());
    }
}
