// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import dev.runmatrix.aggregator.time.InstantText;
import dev.runmatrix.aggregator.time.Instants;
import java.io.Serializable;
import java.util.Optional;

/** What a text says of an instant, exactly as the aggregator reads it. Thread-safe. */
public final class InstantRules implements Serializable {

    private static final long serialVersionUID = 1;

    /** So many instants are remembered at most, which takes some megabytes. */
    private static final int MOST = 1 << 16;

    private transient volatile Instants register = register();

    private static Instants register() {
        return new Instants(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** The instant that a text names; absent if the text cannot be read. */
    public Optional<DayTime> read(String text) {
        Instants instants = register;
        int id = InstantText.read(text, instants);
        if (id < Instants.FIRST) {
            return Optional.empty();
        }
        if (id > MOST) {
            register = register();
        }
        return Optional.of(new DayTime(instants.days()[id], instants.nanosOfDay()[id]));
    }

    private Object readResolve() {
        return new InstantRules();
    }
}
