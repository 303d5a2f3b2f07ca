// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a failure says to a person. */
final class ErrorLine {

    private ErrorLine() {}

    static String of(Exception failure) {
        String message = failure.getMessage();
        if (message == null) {
            return failure.toString();
        }
        if (failure instanceof AccessDeniedException) {
            return message + ": permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return message + ": no such file";
        }
        // Those of the file system say little but a name.
        return failure instanceof FileSystemException ? failure.getClass().getSimpleName() + ": " + message : message;
    }
}
