// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TextCacheTest {

    private final TextIds ids = new TextIds();
    private final TextCache cache = new TextCache(ids);

    @Test
    void theSameTextHasTheSameNumberWhereverItLies() {
        byte[] bytes = Utf8.toBytes("xabcabc");
        assertThat(cache.idOf(bytes, 1, 3)).isEqualTo(cache.idOf(bytes, 4, 3)).isNotEqualTo(cache.idOf(bytes, 0, 3));
    }

    @Test
    void theEmptyTextIsATextLikeAnyOther() {
        int empty = cache.idOf(new byte[0], 0, 0);
        assertThat(cache.idOf(new byte[] {1}, 1, 0)).isEqualTo(empty);
        assertThat(ids.text(empty)).isEmpty();
    }

    @Test
    void moreTextsThanItHoldsAreStillNumberedRight() {
        TextCache small = new TextCache(ids, 1000);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5000; i++) {
                assertThat(idOf(small, "text-" + i)).isEqualTo(i);
                assertThat(idOf(small, "text-" + i)).isEqualTo(i);
            }
        }
    }

    @Test
    void ofTextsThatComeRoundAgainMostAreKnownThoughNotAllFit() {
        AtomicInteger asked = new AtomicInteger();
        TextCache small = new TextCache(
                text -> {
                    asked.incrementAndGet();
                    return ids.idOf(text);
                },
                1000);
        for (int i = 0; i < 10 * 110; i++) {
            idOf(small, "text-number-" + (100 + i % 110));
        }
        assertThat(asked.get()).isLessThan(10 * 110 / 2);
    }

    @Test
    void whenAllTextsAreNewOnesItLearnsAnew() {
        AtomicInteger asked = new AtomicInteger();
        TextCache small = new TextCache(
                text -> {
                    asked.incrementAndGet();
                    return ids.idOf(text);
                },
                1000);
        for (int i = 0; i < 1000; i++) {
            idOf(small, "old-" + i);
        }
        asked.set(0);
        for (int i = 0; i < 1000; i++) {
            idOf(small, "new-" + i % 10);
        }
        assertThat(asked.get()).isLessThan(600);
    }

    @Test
    void malformedBytesAreReplaced() {
        byte[] malformed = {'a', (byte) 0xFF, 'b'};
        assertThat(cache.idOf(malformed, 0, 3)).isEqualTo(idOf("a\uFFFDb"));
    }

    private int idOf(String text) {
        return idOf(cache, text);
    }

    private static int idOf(TextCache cache, String text) {
        byte[] bytes = Utf8.toBytes(text);
        return cache.idOf(bytes, 0, bytes.length);
    }
}
