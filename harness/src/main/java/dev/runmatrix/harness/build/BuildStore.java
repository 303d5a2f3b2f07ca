// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of kept builds: {@code <digest>/run-matrix.jar} with its libraries and {@code build.json}. A build is under its
 * name only once it is whole.
 */
public final class BuildStore {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String BEGUN = ".begun-";

    private final Path folder;

    public BuildStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * The build of this digest; empty where there is none, or where its files are no longer what they were.
     *
     * @param digest 64 hexadecimal digits; anything else is the digest of no build
     */
    public Optional<KeptBuild> find(String digest) throws IOException {
        if (!DIGEST.matcher(digest).matches()) {
            return Optional.empty();
        }
        Path home = folder.resolve(digest);
        Path jar = home.resolve(ProgramJar.NAME);
        if (!isOwn(home) || !Files.isRegularFile(jar, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            ProgramJar program = ProgramJar.at(jar);
            return isUnchanged(program, digest)
                    ? Optional.of(new KeptBuild(jar, digest, BuildNote.commitIn(home)))
                    : Optional.empty();
        } catch (UnusableBuildException e) {
            // Somebody has taken files away: it is to be made again.
            return Optional.empty();
        }
    }

    /** The build that was made of a commit; empty where there is none. */
    public Optional<KeptBuild> ofCommit(String commit) throws IOException {
        for (Path home : homes()) {
            if (BuildNote.commitIn(home).filter(commit::equals).isPresent()) {
                Optional<KeptBuild> found = find(home.getFileName().toString());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Keeps a program, unless it is kept already; waits while another process changes the store.
     *
     * @param programs its own jars as {@link dev.runmatrix.harness.resource.BuildDigest} takes them, the main jar last
     * @throws UnusableBuildException if that is not one jar with its libraries beside it
     */
    public KeptBuild keep(List<Path> programs) throws IOException, UnusableBuildException {
        ProgramJar program = program(programs);
        BuildLock lock = BuildLock.acquire(folder, () -> false, waiting -> {});
        try {
            return keep(program, Optional.empty());
        } finally {
            lock.close();
        }
    }

    /** The main jar among jars. */
    static ProgramJar program(List<Path> programs) throws UnusableBuildException {
        Path main = programs.get(programs.size() - 1);
        if (!Files.isRegularFile(main)) {
            throw new UnusableBuildException(main + ": is no jar, so this program cannot be kept; build it first");
        }
        return ProgramJar.at(main);
    }

    /** Keeps a program, and notes the commit that it was built from where that is known; for one process at a time. */
    KeptBuild keep(ProgramJar program, Optional<String> commit) throws IOException {
        String digest = program.digest();
        Optional<KeptBuild> there = find(digest);
        if (there.isEmpty()) {
            put(program, digest);
        }
        Path home = folder.resolve(digest);
        if (commit.isPresent() || there.isEmpty()) {
            new BuildNote(BuildNote.SCHEMA, digest, commit, Instant.now().truncatedTo(ChronoUnit.SECONDS)).write(home);
        }
        return new KeptBuild(home.resolve(ProgramJar.NAME), digest, BuildNote.commitIn(home));
    }

    private void put(ProgramJar program, String digest) throws IOException {
        Path begun = folder.resolve(BEGUN + UUID.randomUUID());
        Path home = folder.resolve(digest);
        try {
            List<Path> own = program.own();
            Files.createDirectories(begun);
            copy(program.jar(), begun.resolve(ProgramJar.NAME));
            for (Path library : program.libraries()) {
                Path from = program.absolute(library);
                Path to = begun.resolve(library);
                Files.createDirectories(to.getParent());
                if (own.contains(from)) {
                    copy(from, to);
                } else {
                    link(alike(library, from).orElse(from), to);
                }
            }
            Folders.remove(home);
            Files.move(begun, home, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.remove(begun);
        }
    }

    /** The next build of the same checkout writes new own jars, perhaps into the same files. */
    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to);
    }

    /** The same library in another build: then both take the place of one. */
    private Optional<Path> alike(Path library, Path file) throws IOException {
        for (Path home : homes()) {
            Path other = home.resolve(library);
            if (Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(other, file) < 0) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /** Libraries of one version stay what they are, so the same file may have two names. */
    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from.toRealPath());
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // Another file system, or one without links.
            copy(from, to);
        }
    }

    private boolean isUnchanged(ProgramJar program, String digest) throws IOException {
        boolean own = Stream.concat(
                        Stream.of(program.jar()), program.libraries().stream().map(program::absolute))
                .allMatch(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
        return own && program.digest().equals(digest);
    }

    private List<Path> homes() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            DIGEST.matcher(entry.getFileName().toString()).matches())
                    .filter(BuildStore::isOwn)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOwn(Path home) {
        return Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS);
    }
}
