// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputVerifierTest {

    private static final String GOOD = "namespace,v\na,1.5\nb,2.5\n";
    private static final ExpectedOutput PROMISE = new ExpectedOutput(2, Map.of("v", 4.0));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFirstOutputIsTheReferenceAndIsComparedWithNothing() throws Exception {
        OutputCheck check = check(new OutputVerifier(folder, true), GOOD);

        assertThat(check.againstReference()).isEmpty();
        assertThat(check.againstManifest()).contains(OutputVerdict.IDENTICAL);
        assertThat(check.rows()).contains(2L);
        assertThat(check.isWrong()).isFalse();
    }

    @Test
    void theSameRowsInAnotherOrderAreIdentical() throws Exception {
        OutputCheck check = check(verifierWithReference(true), "namespace,v\nb,2.5\na,1.5\n");

        assertThat(check.againstReference()).contains(OutputVerdict.IDENTICAL);
        assertThat(check.difference()).isEmpty();
    }

    @Test
    void anotherNumberIsWrongAndTheFirstDifferenceIsNamed() throws Exception {
        OutputCheck check = check(verifierWithReference(true), "namespace,v\na,1.25\nb,2.75\n");

        assertThat(check.againstReference()).contains(OutputVerdict.WRONG);
        assertThat(check.difference()).contains("row namespace \"a\": v is 1.25, the reference has 1.5");
    }

    @Test
    void aMissingAndAnExtraRowAreNamed() throws Exception {
        OutputVerifier verifier = new OutputVerifier(folder, true);
        check(verifier, GOOD, Optional.empty());

        OutputCheck missing = check(verifier, "namespace,v\na,1.5\n", Optional.empty());
        OutputCheck extra = check(verifier, GOOD + "c,0\n", Optional.empty());

        assertThat(missing.difference()).contains("1 rows, the reference has 2; row namespace \"b\" is missing");
        assertThat(extra.difference())
                .contains("3 rows, the reference has 2; row namespace \"c\" is not in the reference");
    }

    @Test
    void aDifferenceInTheLastBitIsWrongForOurOwnAggregatorAndToleratedFromOthers() throws Exception {
        String close = "namespace,v\na," + Math.nextUp(1.5) + "\nb,2.5\n";

        assertThat(check(verifierWithReference(true), close).againstReference()).contains(OutputVerdict.WRONG);
        assertThat(check(verifierWithReference(false), close).againstReference())
                .contains(OutputVerdict.WITHIN_TOLERANCE);
    }

    @Test
    void aDifferenceBeyondTheToleranceIsWrongFromAnybodyEvenAfterATolerableOne() throws Exception {
        String far = "namespace,v\na," + Math.nextUp(1.5) + "\nb," + 2.5 * (1 + 2e-9) + "\n";

        OutputCheck check = check(verifierWithReference(false), far);

        assertThat(check.againstReference()).contains(OutputVerdict.WRONG);
        assertThat(check.difference())
                .hasValueSatisfying(words -> assertThat(words).contains("namespace \"b\""));
    }

    @Test
    void anOutputThatBreaksThePromiseDoesNotBecomeTheReference() throws Exception {
        OutputVerifier verifier = new OutputVerifier(folder, true);

        OutputCheck bad = check(verifier, "namespace,v\na,1.5\nb,2.6\n");
        OutputCheck good = check(verifier, GOOD);

        assertThat(bad.againstManifest()).contains(OutputVerdict.WRONG);
        assertThat(bad.difference()).contains("sum of v is 4.1, the dataset's manifest says 4.0");
        assertThat(good.againstReference()).isEmpty();
        assertThat(good.isWrong()).isFalse();
    }

    @Test
    void datasetsHaveReferencesOfTheirOwn() throws Exception {
        OutputVerifier verifier = verifierWithReference(true);

        Path other = Files.writeString(folder.resolve("other.csv"), "namespace,v\nz,9\n");
        OutputCheck check = verifier.check("other", other, Optional.empty());

        assertThat(check.againstReference()).isEmpty();
        assertThat(check.againstManifest()).isEmpty();
    }

    private OutputVerifier verifierWithReference(boolean onlyIdentical) throws Exception {
        OutputVerifier verifier = new OutputVerifier(Files.createTempDirectory(folder, "references"), onlyIdentical);
        check(verifier, GOOD);
        return verifier;
    }

    private OutputCheck check(OutputVerifier verifier, String text) throws Exception {
        return check(verifier, text, Optional.of(PROMISE));
    }

    private OutputCheck check(OutputVerifier verifier, String text, Optional<ExpectedOutput> promise) throws Exception {
        return verifier.check("toys", Files.writeString(folder.resolve("out.csv"), text), promise);
    }
}
