// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.List;

/** A parsed JSON value that keeps what the summary shows: number literals, member order, duplicate members. */
sealed interface JsonValue {
    /** A string after unescaping. */
    record Text(String value) implements JsonValue {}

    /** A number, {@code true}, {@code false} or {@code null}, as it was written. */
    record Literal(String written) implements JsonValue {}

    /** An array. */
    record Items(List<JsonValue> items) implements JsonValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object: all members, in the order written. */
    record Members(List<Member> members) implements JsonValue {
        public Members {
            members = List.copyOf(members);
        }
    }

    /** One member of an object. */
    record Member(String key, JsonValue value) {}
}
