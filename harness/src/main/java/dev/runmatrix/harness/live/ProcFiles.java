// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads below {@code /proc}. Anything may be gone or forbidden at any moment: then it is absent, and what was forbidden is
 * remembered.
 */
final class ProcFiles {

    private final Path root;
    private final Set<String> forbidden = new TreeSet<>();

    /** @param root {@code /proc}, or a folder that looks like it */
    ProcFiles(Path root) {
        this.root = root;
    }

    Path of(long pid) {
        return root.resolve(Long.toString(pid));
    }

    Path root() {
        return root;
    }

    /** The whole text of a file. */
    Optional<String> text(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (AccessDeniedException e) {
            forbidden.add(file.getFileName().toString());
            return Optional.empty();
        } catch (IOException e) {
            // The process has ended, or this kernel has no such file. Some files refuse when read, not when opened.
            if (String.valueOf(e.getMessage()).contains("not permitted")
                    || String.valueOf(e.getMessage()).contains("denied")) {
                forbidden.add(file.getFileName().toString());
            }
            return Optional.empty();
        }
    }

    List<String> lines(Path file) {
        return text(file).map(text -> text.lines().toList()).orElse(List.of());
    }

    /** The folders whose names are numbers: processes, or the threads of one. */
    List<Long> numbers(Path folder) {
        List<Long> numbers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.isEmpty() && name.length() < 12 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    numbers.add(Long.parseLong(name));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The process ended between two looks.
            return numbers;
        }
        return numbers;
    }

    /** Names of the files that were there and not ours to read. */
    Set<String> forbidden() {
        return forbidden;
    }
}
