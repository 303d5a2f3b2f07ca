// SPDX-License-Identifier: Apache-2.0
/** Reads objects of S3 and of services that speak its language; the only package that knows its client. */
@NullMarked
package dev.runmatrix.aggregator.s3;

import org.jspecify.annotations.NullMarked;
