// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/** Writes up that section. */
final class ScalingBuilder {

    private final Scope scope;

    ScalingBuilder(Scope scope) {
        this.scope = scope;
    }

    Scaling build() {
        return new Scaling(scope.run().cells().isEmpty() ? Text.empty() : Text.of("Nothing is projected."));
    }
}
