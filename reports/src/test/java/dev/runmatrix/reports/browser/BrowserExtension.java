// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser and one rendering of all specimens for all classes, until the last test has ended. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final Namespace ALL = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Shared shared = shared(context);
        return shared.why()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser"));
    }

    private static Shared shared(ExtensionContext context) {
        Store store = context.getRoot().getStore(ALL);
        return store.computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == Specimens.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Browser.class) {
            return shared(context).browser().orElseThrow();
        }
        Store store = context.getRoot().getStore(ALL);
        return store.computeIfAbsent(Specimens.class, key -> Specimens.render(), Specimens.class);
    }

    /**
     * The browser of this machine.
     *
     * @param browser absent where there is none
     * @param why there is none; absent where there is one
     */
    private record Shared(Optional<Browser> browser, Optional<String> why) implements AutoCloseable {

        private static final String VARIABLE = "RUN_MATRIX_BROWSER";

        static Shared start() {
            String wish = Optional.ofNullable(System.getenv(VARIABLE)).orElse("");
            try {
                if (wish.equals("off")) {
                    throw new NoBrowserException(VARIABLE + " is off");
                }
                String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
                return new Shared(Optional.of(Browser.start(Installation.on(path))), Optional.empty());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoBrowserException e) {
                if (wish.equals("required")) {
                    throw new IllegalStateException(VARIABLE + " is required, but " + e.getMessage(), e);
                }
                System.out.println("SKIPPED browser tests: " + e.getMessage());
                return new Shared(Optional.empty(), Optional.ofNullable(e.getMessage()));
            }
        }

        @Override
        public void close() {
            browser.ifPresent(Browser::close);
        }
    }
}
