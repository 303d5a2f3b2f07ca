// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.rules;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers the answers of a rule: many rows ask the same. Belongs to one task; a copy begins empty.
 *
 * @param <K> what is asked
 * @param <V> what is answered
 */
final class Memo<K, V> implements Serializable {

    private static final long serialVersionUID = 1;

    /** So many answers are kept, and all are forgotten when there would be more. */
    private static final int MOST = 1 << 14;

    private transient Map<K, V> answers = new HashMap<>();

    V get(K key, Function<K, V> rule) {
        V known = answers.get(key);
        if (known != null) {
            return known;
        }
        if (answers.size() >= MOST) {
            answers.clear();
        }
        V answer = rule.apply(key);
        answers.put(key, answer);
        return answer;
    }

    private Object readResolve() {
        return new Memo<K, V>();
    }
}
