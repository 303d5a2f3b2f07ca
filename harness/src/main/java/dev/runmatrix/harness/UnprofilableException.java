// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.result.ProfileRecord;
import java.util.Optional;

/** A cell of which no profile can be made, or none to its end; the message says why and names the way out. */
public final class UnprofilableException extends Exception {

    private final boolean failed;
    private final transient Optional<ProfileRecord> stored;

    UnprofilableException(String message, boolean failed) {
        this(message, failed, Optional.empty());
    }

    private UnprofilableException(String message, boolean failed, Optional<ProfileRecord> stored) {
        super(message);
        this.failed = failed;
        this.stored = stored;
    }

    /** The same, when this was stored. */
    UnprofilableException after(Optional<ProfileRecord> profile) {
        return new UnprofilableException(String.valueOf(getMessage()), failed, profile);
    }

    /** What was recorded until then, and is stored; absent where nothing was. */
    public Optional<ProfileRecord> stored() {
        return stored;
    }

    /** Whether the cell itself fails; else it is of a kind that cannot be recorded. */
    public boolean isOfAFailingCell() {
        return failed;
    }
}
