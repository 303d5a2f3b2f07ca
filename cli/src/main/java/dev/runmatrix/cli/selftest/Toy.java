// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

/** What a measured JVM may do wrong. */
enum Toy {
    /** Keeps a core busy until it is ended. */
    BURN {
        @Override
        void act() {
            long turns = 0;
            while (turns >= 0) {
                turns++;
                if (turns == Long.MAX_VALUE) {
                    turns = 0;
                }
            }
        }
    },
    /** Keeps more than its heap holds. */
    FILL_HEAP {
        @Override
        void act() {
            Object kept = "";
            while (true) {
                kept = new Object[] {kept, new long[100_000]};
            }
        }
    },
    /** Ends its JVM from within. */
    EXIT {
        @Override
        void act() {
            System.exit(EXIT_STATUS);
        }
    };

    /** The exit status of a toy that ends its JVM. */
    static final int EXIT_STATUS = 7;

    abstract void act();
}
