// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import java.util.ArrayList;
import java.util.List;

/** Says why settings are chosen, in sentences with numbers. */
final class Reasons {

    private final InputFacts facts;
    private final Grant grant;
    private final List<String> sentences = new ArrayList<>();

    Reasons(InputFacts facts, Grant grant) {
        this.facts = facts;
        this.grant = grant;
    }

    List<String> sentences() {
        return sentences;
    }

    void fitsInMemory(int workers, long bytes, long most) {
        sentences.add(held(workers) + " take at most " + Amount.bytes(bytes) + " in memory, and " + Amount.bytes(most)
                + ", half of the heap, may be used.");
    }

    void maybeTooLarge(int workers, long bytes, long most) {
        sentences.add(held(workers) + " take up to " + Amount.bytes(bytes)
                + " in memory where no two share a group, and only " + Amount.bytes(most)
                + ", half of the heap, may be used.");
    }

    private String held(int workers) {
        long held = facts.heldRows(workers);
        return held == facts.rows() ? rows() : rows() + ", " + Amount.of(held, "row") + " of open days at a time,";
    }

    void chunkWithoutEffect() {
        sentences.add("The chunk size that was asked for has no effect in memory.");
    }

    void serial() {
        sentences.add("1 worker, as one chunk at a time was asked for.");
    }

    void workersAskedFor(int workers) {
        sentences.add(workers(workers) + ", as asked for.");
    }

    void fewerWorkersFit(int workers, int useful) {
        sentences.add(workers(workers) + " of " + useful
                + ", so that their pages and batches fit into a quarter of the heap beside the output.");
    }

    void usefulWorkers(int workers) {
        String cores = Amount.of(grant.cores(), "granted core");
        sentences.add(
                workers == grant.cores()
                        ? workers(workers) + " for " + cores + "."
                        : workers(workers) + " for " + cores + ": " + rows() + " in "
                                + Amount.of(facts.rowGroups(), "row group") + " are too few for more.");
    }

    void chunkAskedFor(int chunk) {
        sentences.add("Chunks of " + Amount.of(chunk, "row") + ", as asked for.");
    }

    void chunkFits(int chunk, long bytes, long most) {
        sentences.add("Chunks of " + Amount.of(chunk, "row") + ": they and their pages take at most "
                + Amount.bytes(bytes) + " of " + Amount.bytes(most) + ", a quarter of the heap beside the output.");
    }

    void chunkMayNotFit(int chunk, long bytes, long most) {
        sentences.add("Chunks of " + Amount.of(chunk, "row") + ": their pages can still take " + Amount.bytes(bytes)
                + ", more than " + Amount.bytes(most)
                + ", a quarter of the heap beside the output; give it more with -Xmx should it run out.");
    }

    private String rows() {
        return Amount.of(facts.rows(), "row");
    }

    private static String workers(int workers) {
        return Amount.of(workers, "worker");
    }
}
