// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

/**
 * What all processors of the machine have done since it started.
 *
 * @param busyMillis time with work of any process or of the kernel
 * @param stealMillis time that the hypervisor gave to somebody else
 * @param totalMillis all of the time
 */
record HostTicks(long busyMillis, long stealMillis, long totalMillis) {}
