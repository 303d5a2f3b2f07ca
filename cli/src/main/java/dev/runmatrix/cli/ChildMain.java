// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.fork.ParentWatch;

/** Entry point of a command that another one has started, and that ends with it. */
public final class ChildMain {

    private ChildMain() {}

    public static void main(String[] args) {
        ParentWatch.start();
        Main.main(args);
    }
}
