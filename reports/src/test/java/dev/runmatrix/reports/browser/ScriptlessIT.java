// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.reports.model.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

@BrowserTest
class ScriptlessIT {

    private static final String VISIBLE = "return Array.from(document.querySelectorAll(arguments[0]))"
            + ".filter((node) => node.checkVisibility()).map((node) => node.id || node.dataset.cell || node.tagName)";

    @Test
    void everythingIsShownWithoutScriptAndItsControlsAreHidden(Browser browser, Specimens specimens) {
        for (Specimen specimen : specimens.runs()) {
            Page page = browser.open(specimen.html(), View.at(1280).withoutScript());

            assertThat(page.texts(VISIBLE, ".js-only, .js-only *"))
                    .as(specimen.name())
                    .isEmpty();
            assertThat(page.texts(VISIBLE, "main > section"))
                    .as(specimen.name())
                    .containsSequence("answer", "baseline", "claims", "findings")
                    .containsSequence("matrix", "tradeoff", "timelines", "why", "scaling", "method", "data");
            assertThat(page.texts(VISIBLE, "#cells tr[data-cell]"))
                    .as(specimen.name())
                    .isEqualTo(cells(specimen));
            assertThat(page.messages()).as(specimen.name()).isEmpty();
        }
    }

    @Test
    void scriptAddsControlsAndTakesNothingAway(Browser browser, Specimens specimens) {
        Specimen specimen = specimens.run("every-state");
        List<String> without = shown(browser.open(specimen.html(), View.at(1280).withoutScript()));
        Page page = browser.open(specimen.html(), View.at(1280));

        assertThat(page.texts(VISIBLE, ".js-only button")).isNotEmpty();
        assertThat(shown(page)).containsAll(without);
    }

    private static List<String> shown(Page page) {
        return page.texts("return document.body.innerText.split('\\n').map((line) => line.trim()).filter(Boolean)");
    }

    private static List<String> cells(Specimen specimen) {
        return specimen.model().matrix().rows().stream().map(Matrix.Row::cell).toList();
    }
}
