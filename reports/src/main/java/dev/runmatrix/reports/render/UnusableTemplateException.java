// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

/** A template that is missing or wrong; the message names its file and line. */
public final class UnusableTemplateException extends Exception {

    UnusableTemplateException(String message) {
        super(message);
    }
}
