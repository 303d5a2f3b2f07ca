// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void percentIsAnyRun() {
        assertThat(matches("openshift-%", "openshift-")).isTrue();
        assertThat(matches("openshift-%", "openshift-dns")).isTrue();
        assertThat(matches("openshift-%", "openshift")).isFalse();
        assertThat(matches("%a%b%", "xxaxxaxbx")).isTrue();
        assertThat(matches("%a%b", "xxaxxaxbx")).isFalse();
        assertThat(matches("%", "")).isTrue();
        assertThat(matches("%", "a\nb")).isTrue();
    }

    @Test
    void underscoreIsOneCodePoint() {
        assertThat(matches("_", "\uD83D\uDE80")).isTrue();
        assertThat(matches("__", "\uD83D\uDE80")).isFalse();
        assertThat(matches("a_c", "a\nc")).isTrue();
        assertThat(matches("_", "")).isFalse();
    }

    @Test
    void everythingElseIsItself() {
        assertThat(matches("a.c", "abc")).isFalse();
        assertThat(matches("a\\%", "a\\b")).isTrue();
        assertThat(matches("a\\%", "a%")).isFalse();
        assertThat(matches("Kube", "kube")).isFalse();
        assertThat(matches("kube", "kube-system")).isFalse();
        assertThat(matches("", "")).isTrue();
        assertThat(matches("", "a")).isFalse();
    }

    private static boolean matches(String pattern, String text) {
        return new LikePattern(pattern).matches(text);
    }
}
