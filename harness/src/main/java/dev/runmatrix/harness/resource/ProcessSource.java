// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.util.Optional;

/** Where looks at one process come from. For one thread. */
interface ProcessSource extends AutoCloseable {

    /** A look; empty once the process has ended. */
    Optional<ProcessLook> look();

    @Override
    void close();
}
