// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.params.CostCategory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

    private final LabelRules labels = new LabelRules(List.of("app", "zone"));
    private final InstantRules instants = new InstantRules();
    private final CategoryRules categories =
            new CategoryRules(List.of(new CostCategory("kube-%", 1), new CostCategory("k_be%", 7)));

    @Test
    void labelTextsBecomeTheirEnabledMembersInOrder() {
        assertThat(labels.canonical("{\"zone\": \"z\", \"other\": 1, \"app\": 1.50}"))
                .isEqualTo("{\"app\":\"1.50\",\"zone\":\"z\"}");
        assertThat(labels.canonical("label_app:x|zone:y")).isEqualTo("{\"app\":\"x\",\"zone\":\"y\"}");
        assertThat(labels.canonical("no labels at all")).isEqualTo(LabelRules.NONE);
        assertThat(labels.canonical("")).isEqualTo(LabelRules.NONE);
    }

    @Test
    void aPodGoesBeforeItsNamespaceAndThatBeforeItsNode() {
        String merged = labels.merge("{\"app\":\"n\",\"zone\":\"n\"}", "{\"app\":\"s\"}", "{\"zone\":null}");

        assertThat(merged).isEqualTo("{\"app\":\"s\",\"zone\":null}");
    }

    @Test
    void manyTextsAreForgottenWithoutBeingMixedUp() {
        for (int i = 0; i < 150_000; i++) {
            String text = "{\"app\":\"" + i + "\"}";
            if (!labels.merge(text, "{}", "{}").equals(text)) {
                assertThat(text).isEqualTo(labels.merge(text, "{}", "{}"));
            }
        }
    }

    @Test
    void anInstantIsItsDayAndItsTimeInUtc() {
        assertThat(instants.read(" 1969-12-31T23:30:00.5+01:00 ")).contains(new DayTime(-1, 81_000_500_000_000L));
        assertThat(instants.read("2025-02-30")).isEmpty();
    }

    @Test
    void theGreatestCategoryThatMatchesCounts() {
        assertThat(categories.categoryOf("kube-system")).hasValue(7);
        assertThat(categories.categoryOf("Kube-system")).isEmpty();
    }

    @Test
    void everyRuleCanTravel() throws Exception {
        assertThat(travelled(labels).canonical("{\"app\":\"x\",\"b\":1}")).isEqualTo("{\"app\":\"x\"}");
        assertThat(travelled(instants).read("2025-11-01")).contains(new DayTime(20_393, 0));
        assertThat(travelled(categories).categoryOf("kabe")).hasValue(7);
    }

    @SuppressWarnings("unchecked")
    private static <T> T travelled(T rules) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(rules);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
