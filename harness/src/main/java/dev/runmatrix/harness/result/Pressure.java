// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;

/**
 * For how long something on the machine waited for a resource while a fork ran: the kernel's pressure stall information,
 * "some", of the fork's own control group where it has one, else of the machine.
 *
 * @param cpuNanos something was ready to run and had no processor; absent where not readable
 * @param memoryNanos something waited for memory; absent where not readable
 * @param ioNanos something waited for input or output; absent where not readable
 * @see <a href="https://docs.kernel.org/accounting/psi.html">Pressure stall information</a>
 */
public record Pressure(Optional<Long> cpuNanos, Optional<Long> memoryNanos, Optional<Long> ioNanos) {}
