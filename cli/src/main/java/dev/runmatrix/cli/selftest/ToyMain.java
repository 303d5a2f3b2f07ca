// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.harness.fork.ParentWatch;

/** Entry point of a toy, which its only argument names. */
public final class ToyMain {

    private ToyMain() {}

    public static void main(String[] args) {
        ParentWatch.start();
        Toy.valueOf(args[0]).act();
    }
}
