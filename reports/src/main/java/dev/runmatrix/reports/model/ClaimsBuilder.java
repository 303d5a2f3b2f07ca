// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/** Writes up that section. */
final class ClaimsBuilder {

    private final Scope scope;

    ClaimsBuilder(Scope scope) {
        this.scope = scope;
    }

    Claims build() {
        return new Claims(scope.run().cells().isEmpty() ? Text.empty() : Text.of("This matrix states no claims."));
    }
}
