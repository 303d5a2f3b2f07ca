// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program that ends when whoever started it does: its standard input ends then, even after a kill. */
final class Leash {

    private Leash() {}

    /** A script that runs the program; where the folder allows no programs, the program itself. */
    static Path around(Path program, Path folder) throws IOException {
        Path script = folder.resolve("driver");
        Files.writeString(script, """
                #!/bin/sh
                exec 3<&0
                '%s' "$@" </dev/null 3<&- &
                driver=$!
                (read -r nothing <&3; kill "$driver") 2>/dev/null >/dev/null &
                guard=$!
                exec 3<&-
                trap 'kill "$driver"' TERM INT
                wait "$driver"
                code=$?
                kill "$guard" 2>/dev/null
                exit "$code"
                """.formatted(program));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return Files.isExecutable(script) ? script : program;
    }
}
