// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a server like S3, one for all of them. */
public final class WithS3 implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == S3Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WithS3.class))
                .computeIfAbsent(Shared.class, type -> start(), Shared.class)
                .server;
    }

    private static Shared start() {
        try {
            Path home = Files.createTempDirectory("run-matrix-s3-");
            return new Shared(S3Server.start(home), home);
        } catch (IOException e) {
            throw new ParameterResolutionException("no server like S3", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("no server like S3", e);
        }
    }

    private record Shared(S3Server server, Path home) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            server.close();
            try (Stream<Path> all = Files.walk(home)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
