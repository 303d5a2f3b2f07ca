// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

/**
 * A row of the table of threads.
 *
 * @param name as the kernel calls it, and its number
 * @param cores that it used
 * @param queued share of the time in which it was ready and had no processor
 * @param state in which states it was met
 * @param waits what it waited in; empty where not known
 */
public record TriageThread(String name, String cores, String queued, String state, String waits) {}
