// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    private static final Map<String, String> VALUES = Map.of("mode", "a b; $(rm) {out}", "out", "/tmp/$1\\2");

    @Test
    void aValueIsPutInAsItIs() {
        assertThat(Placeholders.fill("--mode={mode}!", VALUES)).isEqualTo("--mode=a b; $(rm) {out}!");
        assertThat(Placeholders.fill("{out}{out}", VALUES)).isEqualTo("/tmp/$1\\2/tmp/$1\\2");
    }

    @Test
    void twoBracesStandForOne() {
        assertThat(Placeholders.fill("{{print $1}} {{{out}}}", VALUES)).isEqualTo("{print $1} {/tmp/$1\\2}");
        assertThat(Placeholders.names("{{mode}} {out}")).containsExactly("out");
    }

    @Test
    void aBraceAloneIsFound() {
        assertThat(Placeholders.hasLooseBrace("{")).isTrue();
        assertThat(Placeholders.hasLooseBrace("a}b")).isTrue();
        assertThat(Placeholders.hasLooseBrace("{a{b}")).isTrue();
        assertThat(Placeholders.hasLooseBrace("{{ {a} }}")).isFalse();
    }
}
