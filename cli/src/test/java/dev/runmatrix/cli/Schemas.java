// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The schemas of the files that commands write. */
final class Schemas {

    private Schemas() {}

    /** What is wrong with a document. */
    static List<String> problems(String schemaFile, String json) throws IOException {
        try (InputStream in = Objects.requireNonNull(RunStore.class.getResourceAsStream(schemaFile), schemaFile)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(json, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
