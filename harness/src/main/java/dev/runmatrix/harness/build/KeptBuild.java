// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A build in the store.
 *
 * @param jar its main jar, with its libraries beside it
 * @param digest SHA-256 over its own jars, 64 hexadecimal digits
 * @param commit the commit that it was built from; absent where it was not built from one for the store
 */
public record KeptBuild(Path jar, String digest, Optional<String> commit) {}
