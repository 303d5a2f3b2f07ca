// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/** Writes up that section. */
final class FindingsBuilder {

    private final Scope scope;

    FindingsBuilder(Scope scope) {
        this.scope = scope;
    }

    Findings build() {
        return new Findings(scope.run().cells().isEmpty() ? Text.empty() : Text.of("Nothing is alleged."));
    }
}
