// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordsTest {

    @Test
    void aLongClassPathIsAsSafeAsAShortOne() {
        String path = "/opt/lib/a-1.0.jar:".repeat(20_000);

        assertThat(ShellWords.quoted(path)).isEqualTo(path);
        assertThat(ShellWords.quoted(path + " x")).isEqualTo("'" + path + " x'");
    }

    @Test
    void placeholdersAreLeftAndAnythingElseIsQuoted() {
        assertThat(ShellWords.quoted("--out={out}")).isEqualTo("--out={out}");
        assertThat(ShellWords.quoted("a;b")).isEqualTo("'a;b'");
    }
}
