// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Random choices that depend on the seed alone. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    long anyLong() {
        return random.nextLong();
    }

    double fraction() {
        return random.nextDouble();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of several ways, of which only the chosen one is gone. */
    @SafeVarargs
    final <T> T way(Supplier<T>... ways) {
        return ways[random.nextInt(ways.length)].get();
    }

    <T> Optional<T> nullOneIn(int chances, Supplier<T> otherwise) {
        return oneIn(chances) ? Optional.empty() : Optional.of(otherwise.get());
    }

    <T> List<T> some(List<T> choices, int percent) {
        return choices.stream().filter(each -> random.nextInt(100) < percent).toList();
    }

    <T> List<T> times(int count, IntFunction<T> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }

    <T> List<T> shuffled(List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled;
    }
}
