// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/** Writes up that section. */
final class WhyBuilder {

    private final Scope scope;

    WhyBuilder(Scope scope) {
        this.scope = scope;
    }

    Why build() {
        return new Why(scope.run().cells().isEmpty() ? Text.empty() : Text.of("No two cells are compared."));
    }
}
