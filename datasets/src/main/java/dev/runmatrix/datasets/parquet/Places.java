// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.RowOrder;

/**
 * Order of the places of a day.
 *
 * @param subjects nodes, namespaces or pods that have a row each hour
 * @param order whether hours or subjects come together
 */
record Places(int subjects, RowOrder order) {

    int subject(int place) {
        return order == RowOrder.HOUR_MAJOR ? place % subjects : place / DatasetParameters.HOURS_PER_DAY;
    }

    int hour(int place) {
        return order == RowOrder.HOUR_MAJOR ? place / subjects : place % DatasetParameters.HOURS_PER_DAY;
    }
}
