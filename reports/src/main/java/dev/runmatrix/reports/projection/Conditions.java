// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.ProjectionKey;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Under what a run measures a cell. */
final class Conditions {

    private static final int SHORT = 12;

    private Conditions() {}

    static ProjectionKey of(RunAnalysis run, Cell cell, Optional<DatasetFacts> input) {
        Environment environment = run.run().environment();
        Optional<CommandTarget> command = run.spec().commandOf(cell);
        return new ProjectionKey(
                input.map(DatasetFacts::digest).filter(digest -> !digest.isEmpty()),
                command.map(CommandTarget::command).map(Conditions::digest).orElse(environment.buildDigest()),
                environment.machineClassHash(),
                environment.jdk(),
                digest(command.isPresent() ? List.of() : run.spec().jvmArgs()));
    }

    /** Twelve hexadecimal digits of texts. */
    static String digest(List<String> texts) {
        byte[] bytes = String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
