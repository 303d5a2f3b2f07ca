// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.engines.contract.EngineProgram;

/** Entry point of {@code ./run-matrix engine duckdb}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        EngineProgram.main(new DuckDbEngine(), args);
    }
}
