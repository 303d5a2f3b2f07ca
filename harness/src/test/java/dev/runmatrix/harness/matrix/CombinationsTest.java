// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The examples are those of GitHub's page on matrices. */
class CombinationsTest {

    private static final Map<String, List<String>> FRUIT =
            axes("fruit", List.of("apple", "pear"), "animal", List.of("cat", "dog"));

    @Test
    void anIncludeExtendsWhatItDoesNotContradictOverwritesOnlyWhatWasAddedAndElseStandsAlone() {
        List<Map<String, String>> settings = settings(
                FRUIT,
                List.of(),
                List.of(
                        Map.of("color", "green"),
                        Map.of("color", "pink", "animal", "cat"),
                        Map.of("fruit", "apple", "shape", "circle"),
                        Map.of("fruit", "banana"),
                        Map.of("fruit", "banana", "animal", "cat")));

        assertThat(settings)
                .containsExactly(
                        Map.of("fruit", "apple", "animal", "cat", "color", "pink", "shape", "circle"),
                        Map.of("fruit", "apple", "animal", "dog", "color", "green", "shape", "circle"),
                        Map.of("fruit", "pear", "animal", "cat", "color", "pink"),
                        Map.of("fruit", "pear", "animal", "dog", "color", "green"),
                        Map.of("fruit", "banana"),
                        Map.of("fruit", "banana", "animal", "cat"));
    }

    @Test
    void anIncludeThatNamesACombinationExtendsThatOne() {
        Map<String, List<String>> axes =
                axes("os", List.of("windows-latest", "ubuntu-latest"), "node", List.of("14", "16"));

        List<Map<String, String>> settings =
                settings(axes, List.of(), List.of(Map.of("os", "windows-latest", "node", "16", "npm", "6")));

        assertThat(settings)
                .hasSize(4)
                .contains(Map.of("os", "windows-latest", "node", "16", "npm", "6"))
                .filteredOn(s -> s.containsKey("npm"))
                .hasSize(1);
    }

    @Test
    void anIncludeWithANewValueIsOneCombinationMore() {
        Map<String, List<String>> axes = axes(
                "os", List.of("macos-latest", "windows-latest", "ubuntu-latest"), "version", List.of("12", "14", "16"));

        List<Map<String, String>> settings =
                settings(axes, List.of(), List.of(Map.of("os", "windows-latest", "version", "17")));

        assertThat(settings).hasSize(10).endsWith(Map.of("os", "windows-latest", "version", "17"));
    }

    @Test
    void withoutAxesEachIncludeIsACombination() {
        List<Map<String, String>> sites = List.of(
                Map.of("site", "production", "datacenter", "site-a"),
                Map.of("site", "staging", "datacenter", "site-b"));

        assertThat(settings(Map.of(), List.of(), sites)).isEqualTo(sites);
    }

    @Test
    void anExcludeRemovesAllThatItMatchesInPart() {
        Map<String, List<String>> axes =
                axes("os", List.of("macos-latest", "windows-latest"), "version", List.of("12", "14", "16"));
        axes.put("environment", List.of("staging", "production"));

        Combinations combinations = Combinations.of(
                axes,
                List.of(
                        Map.of("os", "macos-latest", "version", "12", "environment", "production"),
                        Map.of("os", "windows-latest", "version", "16"),
                        Map.of("os", "beos")),
                List.of());

        assertThat(combinations.requested()).hasSize(9);
        assertThat(combinations.excluded())
                .extracting(Combinations.Excluded::rule)
                .containsExactly(0, 1, 1);
        assertThat(combinations.idleRules()).containsExactly(2);
    }

    @Test
    void anIncludeBringsBackWhatAnExcludeRemoved() {
        Map<String, String> back = Map.of("fruit", "pear", "animal", "dog");

        assertThat(settings(FRUIT, List.of(Map.of("fruit", "pear")), List.of(back)))
                .containsExactly(
                        Map.of("fruit", "apple", "animal", "cat"), Map.of("fruit", "apple", "animal", "dog"), back);
    }

    @Test
    void combinationsComeInOrderOfDeclarationTheLastAxisFastest() {
        assertThat(settings(FRUIT, List.of(), List.of()))
                .extracting(s -> s.get("fruit") + " " + s.get("animal"))
                .containsExactly("apple cat", "apple dog", "pear cat", "pear dog");
    }

    @Test
    void theSizeOfAProductIsToldWithoutMakingIt() {
        List<String> thousand = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            thousand.add("v" + i);
        }
        Map<String, List<String>> axes = new LinkedHashMap<>();
        assertThat(Combinations.size(axes)).isZero();
        for (int i = 0; i < 6; i++) {
            axes.put("axis" + i, thousand);
        }
        assertThat(Combinations.size(axes)).isEqualTo(1_000_000_000_000_000_000L);
        axes.put("one more", thousand);
        assertThat(Combinations.size(axes)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whateverTheRulesEachCombinationIsEitherRequestedOrExcludedAndNoneIsChanged() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 300; trial++) {
            Map<String, List<String>> axes = randomAxes(random);
            List<Map<String, String>> exclude = randomRules(random, axes);
            List<Map<String, String>> include = randomRules(random, axes);

            Combinations combinations = Combinations.of(axes, exclude, include);

            List<Map<String, String>> originals = new ArrayList<>();
            combinations.requested().stream()
                    .filter(r -> r.source().equals("axes"))
                    .forEach(r -> originals.add(only(axes, r.setting())));
            combinations.excluded().forEach(e -> originals.add(e.setting()));
            assertThat(originals).doesNotHaveDuplicates().hasSize((int) Combinations.size(axes));
            assertThat(combinations.excluded())
                    .allMatch(e -> e.setting()
                            .entrySet()
                            .containsAll(exclude.get(e.rule()).entrySet()));
            assertThat(combinations.requested())
                    .filteredOn(r -> !r.source().equals("axes"))
                    .allMatch(r -> include.contains(r.setting()));
        }
    }

    private static Map<String, String> only(Map<String, List<String>> axes, Map<String, String> setting) {
        Map<String, String> only = new LinkedHashMap<>(setting);
        only.keySet().retainAll(axes.keySet());
        return only;
    }

    private static Map<String, List<String>> randomAxes(SplittableRandom random) {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        for (int axis = random.nextInt(1, 4); axis > 0; axis--) {
            axes.put("axis" + axis, List.of("a", "b", "c", "d").subList(0, random.nextInt(1, 4)));
        }
        return axes;
    }

    private static List<Map<String, String>> randomRules(SplittableRandom random, Map<String, List<String>> axes) {
        List<Map<String, String>> rules = new ArrayList<>();
        for (int rule = random.nextInt(4); rule > 0; rule--) {
            Map<String, String> values = new LinkedHashMap<>();
            axes.keySet().stream()
                    .filter(axis -> random.nextBoolean())
                    .forEach(
                            axis -> values.put(axis, List.of("a", "b", "c", "d").get(random.nextInt(4))));
            if (random.nextBoolean()) {
                values.put("extra", "x" + rule);
            }
            if (!values.isEmpty()) {
                rules.add(values);
            }
        }
        return rules;
    }

    private static List<Map<String, String>> settings(
            Map<String, List<String>> axes, List<Map<String, String>> exclude, List<Map<String, String>> include) {
        return Combinations.of(axes, exclude, include).requested().stream()
                .map(Combinations.Requested::setting)
                .toList();
    }

    private static Map<String, List<String>> axes(String one, List<String> ones, String other, List<String> others) {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        axes.put(one, ones);
        axes.put(other, others);
        return axes;
    }
}
