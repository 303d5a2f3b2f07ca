// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A line of the ledger of projections: one that is made, or the end of one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Projection.class, name = "projected"),
    @JsonSubTypes.Type(value = ProjectionClosing.class, name = "closed")
})
public sealed interface LedgerLine permits Projection, ProjectionClosing {

    String SCHEMA = "run-matrix/projection/v1";

    /** {@value #SCHEMA}. */
    String schema();

    /** The projection that it is about. */
    String id();
}
