// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Judges outputs: against the first good output of the same dataset, and against what the dataset promises.
 */
public final class OutputVerifier {

    private static final String KEPT = "reference-";

    private final Path directory;
    private final boolean onlyIdentical;
    private final OutputDigester digester = new OutputDigester();
    private final Map<String, Reference> references = new HashMap<>();
    private final Map<String, String> earlier = new HashMap<>();

    /**
     * A verifier without references.
     *
     * @param directory an existing folder in which it keeps the outputs that others are compared with
     * @param onlyIdentical whether nothing but identical rows is right, as from this project's own aggregator, whose sums do
     *     not depend on their order; otherwise numbers may differ by 1e-9
     */
    public OutputVerifier(Path directory, boolean onlyIdentical) {
        this.directory = directory;
        this.onlyIdentical = onlyIdentical;
    }

    /**
     * Names the output that others of a dataset were compared with before, of which only the digest is left. The first such
     * digest counts.
     */
    public void expect(String dataset, String digest) {
        earlier.putIfAbsent(dataset, digest);
    }

    /**
     * Judges an output. The first of a dataset that keeps the dataset's promise becomes the reference of that dataset,
     * and its file is moved away.
     *
     * @throws UnreadableOutputException if the output is missing or damaged
     */
    public OutputCheck check(String dataset, Path output, Optional<ExpectedOutput> expected)
            throws IOException, UnreadableOutputException {
        return check(dataset, output, expected, onlyIdentical);
    }

    /**
     * Judges an output, as above.
     *
     * @param exact whether it must be identical to a reference that is exact, too
     */
    public OutputCheck check(String dataset, Path output, Optional<ExpectedOutput> expected, boolean exact)
            throws IOException, UnreadableOutputException {
        OutputDigest digest = digester.digest(output);
        Optional<String> broken = expected.flatMap(promise -> broken(promise, digest));
        Optional<OutputVerdict> againstManifest =
                expected.map(promise -> broken.isPresent() ? OutputVerdict.WRONG : OutputVerdict.IDENTICAL);
        Reference reference = references.get(dataset);
        if (reference == null) {
            Optional<String> expectedDigest = Optional.ofNullable(earlier.get(dataset));
            boolean same = expectedDigest.filter(digest.digest()::equals).isPresent();
            if (broken.isEmpty() && (same || expectedDigest.isEmpty())) {
                references.put(dataset, keep(output, digest, exact));
            }
            return expectedDigest.isEmpty()
                    ? checked(digest, Optional.empty(), againstManifest, broken)
                    : checkedByDigest(digest, same, againstManifest, broken, exact);
        }
        if (reference.digest().digest().equals(digest.digest())) {
            return checked(digest, Optional.of(OutputVerdict.IDENTICAL), againstManifest, broken);
        }
        if (!Files.exists(reference.file())) {
            // A program has removed it.
            return checkedByDigest(digest, false, againstManifest, broken, exact && reference.exact());
        }
        long rows = Math.max(digest.rows(), reference.digest().rows());
        RowComparison.Difference difference = new RowComparison(output, reference.file()).compare(rows);
        return checked(
                digest,
                Optional.of(exact && reference.exact() ? OutputVerdict.WRONG : difference.verdict()),
                againstManifest,
                Optional.of(rowCounts(digest, reference.digest()) + difference.words()));
    }

    /** Without the rows of the reference at hand, only equal rows or, where nothing else is right, other rows can be told. */
    private OutputCheck checkedByDigest(
            OutputDigest digest,
            boolean same,
            Optional<OutputVerdict> againstManifest,
            Optional<String> broken,
            boolean exact) {
        if (same) {
            return checked(digest, Optional.of(OutputVerdict.IDENTICAL), againstManifest, broken);
        }
        return exact
                ? checked(
                        digest,
                        Optional.of(OutputVerdict.WRONG),
                        againstManifest,
                        broken.or(() -> Optional.of("other rows than the reference output of an earlier sitting")))
                : checked(digest, Optional.empty(), againstManifest, broken);
    }

    /** Whether a file of its folder is an output that it keeps. */
    public static boolean isReference(Path file) {
        return file.getFileName().toString().startsWith(KEPT);
    }

    private static OutputCheck checked(
            OutputDigest digest,
            Optional<OutputVerdict> againstReference,
            Optional<OutputVerdict> againstManifest,
            Optional<String> difference) {
        return new OutputCheck(
                digest.digest(), digest.rows(), digest.bytes(), againstReference, againstManifest, difference);
    }

    private Reference keep(Path output, OutputDigest digest, boolean exact) throws IOException {
        Path kept = directory.resolve(KEPT + references.size() + "-" + output.getFileName());
        if (Files.isSymbolicLink(output) && Files.isRegularFile(output)) {
            // What it leads to may be overwritten by the next one.
            Files.copy(output, kept);
            Files.delete(output);
        } else {
            Files.move(output, kept);
        }
        return new Reference(kept, digest, exact);
    }

    private static String rowCounts(OutputDigest actual, OutputDigest reference) {
        return actual.rows() == reference.rows()
                ? ""
                : actual.rows() + " rows, the reference has " + reference.rows() + "; ";
    }

    private static Optional<String> broken(ExpectedOutput promise, OutputDigest digest) {
        if (promise.rows().orElse(digest.rows()) != digest.rows()) {
            return Optional.of(digest.rows() + " rows, the dataset's manifest says "
                    + promise.rows().getAsLong());
        }
        return promise.sums().entrySet().stream()
                .filter(sum -> !Tolerance.covers(sum.getValue(), digest.sums().getOrDefault(sum.getKey(), 0.0)))
                .map(sum -> "sum of " + sum.getKey() + " is " + digest.sums().getOrDefault(sum.getKey(), 0.0)
                        + ", the dataset's manifest says " + sum.getValue())
                .findFirst();
    }

    /**
     * An output that others are compared with.
     *
     * @param file its kept file
     * @param digest its digest
     * @param exact whether the program that made it makes the same bits each time
     */
    private record Reference(Path file, OutputDigest digest, boolean exact) {}
}
