// SPDX-License-Identifier: Apache-2.0
/**
 * How rows become Parquet files: paths, schemas and the writer. It knows nothing of names, stores or manifests.
 */
@NullMarked
package dev.runmatrix.datasets.parquet;

import org.jspecify.annotations.NullMarked;
