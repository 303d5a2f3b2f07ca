// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The schemas of stored files. They allow no key that they do not name. */
public final class JsonSchemas {

    private JsonSchemas() {}

    /** What is wrong with a document. */
    public static List<String> problems(String schemaFile, String json) throws IOException {
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
