// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.output;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;

import dev.runmatrix.aggregator.write.OutputColumn;
import dev.runmatrix.engines.contract.EngineRequest;
import dev.runmatrix.engines.contract.OutputForm;
import dev.runmatrix.engines.contract.WorkFolder;
import dev.runmatrix.engines.spark.input.Addresses;
import dev.runmatrix.engines.spark.summary.SummaryColumns;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Where a summary goes, in the order of the target table's rows: day, namespace, node, labels. */
public final class SummaryOutput implements Closeable {

    private final EngineRequest request;
    private final List<OutputColumn> target;
    private final Draft draft;

    private SummaryOutput(EngineRequest request, Draft draft) {
        this.request = request;
        this.draft = draft;
        target = OutputColumn.all(request.constants());
    }

    /** Sees to it before anything is read that the output can be written. */
    public static SummaryOutput open(EngineRequest request, Configuration configuration) throws IOException {
        Optional<Path> local = Addresses.local(request.output());
        Draft draft = local.isPresent()
                ? new LocalDraft(WorkFolder.beside(local.get(), request.force()))
                : RemoteDraft.of(Addresses.of(request.output()), request.force(), configuration);
        return new SummaryOutput(request, draft);
    }

    /** Writes the rows; nothing is at the output's name before {@link #commit}. */
    public void write(Dataset<Row> rows) throws IOException {
        Dataset<Row> sorted =
                rows.orderBy(SummaryColumns.DAY, SummaryColumns.NAMESPACE, SummaryColumns.NODE, SummaryColumns.LABELS);
        if (request.form() == OutputForm.FOLDER) {
            // By executors, in parts that follow each other in the order of the rows.
            sorted.select(target.stream().map(SummaryOutput::column).toArray(Column[]::new))
                    .write()
                    .mode(SaveMode.ErrorIfExists)
                    .parquet(draft.path().toString());
        } else {
            try (OutputStream out = draft.create()) {
                new FileContent(request.form(), request.constants(), out)
                        .write(sorted.select(SummaryColumns.inOrder(target)).toLocalIterator());
            }
        }
    }

    /** Makes the output appear, all of it. */
    public void commit() throws IOException {
        draft.commit();
    }

    private static Column column(OutputColumn column) {
        Column value = switch (column.content()) {
            case CONSTANT_TEXT -> constant(column, DataTypes.StringType);
            case CONSTANT_INTEGER -> constant(column, DataTypes.IntegerType);
            case NULL_TEXT -> lit(null).cast(DataTypes.StringType);
            case NULL_NUMBER -> lit(null).cast(DataTypes.DoubleType);
            case DAY -> date_from_unix_date(col(SummaryColumns.DAY));
            case TEXT -> col(SummaryColumns.sourceOf(column));
            case NUMBER, INTEGER -> col(column.name());
        };
        return value.as(column.name());
    }

    private static Column constant(OutputColumn column, DataType type) {
        return lit(column.constant().orElse(null)).cast(type);
    }

    @Override
    public void close() throws IOException {
        draft.close();
    }
}
