// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.init;

import java.util.List;

/** A program's configuration from which no matrix can be made; the message has a line for each reason. */
public final class UnusableConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableConfigException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
