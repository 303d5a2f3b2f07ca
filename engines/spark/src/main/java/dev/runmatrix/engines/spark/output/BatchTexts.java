// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.output;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.text.Utf8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers the texts of some rows; all are forgotten when these rows are written. */
final class BatchTexts implements SummaryTexts {

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<byte[]> texts = new ArrayList<>();

    int idOf(@Nullable String text) {
        if (text == null) {
            return DaySummary.NULL_TEXT;
        }
        Integer known = ids.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(Utf8.toBytes(text));
        return texts.size() - 1;
    }

    void clear() {
        ids.clear();
        texts.clear();
    }

    @Override
    public byte[] name(int id) {
        return texts.get(id);
    }

    @Override
    public byte[] labels(int set) {
        return texts.get(set);
    }
}
