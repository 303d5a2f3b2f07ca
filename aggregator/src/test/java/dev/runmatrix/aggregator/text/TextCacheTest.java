// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.text;

import static org.assertj.core.api.Assertions.assertThat;

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
        for (int i = 0; i < 200_000; i++) {
            assertThat(idOf("text-" + i)).isEqualTo(i);
        }
        assertThat(idOf("text-0")).isZero();
        assertThat(idOf("text-199999")).isEqualTo(199_999);
    }

    @Test
    void malformedBytesAreReplaced() {
        byte[] malformed = {'a', (byte) 0xFF, 'b'};
        assertThat(cache.idOf(malformed, 0, 3)).isEqualTo(idOf("a\uFFFDb"));
    }

    private int idOf(String text) {
        byte[] bytes = Utf8.toBytes(text);
        return cache.idOf(bytes, 0, bytes.length);
    }
}
