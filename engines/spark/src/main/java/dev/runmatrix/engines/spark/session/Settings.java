// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.session;

import dev.runmatrix.engines.spark.s3.S3Access;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/** What Spark is told: what the user says goes before what spark-submit says, and that before what suits a summary. */
final class Settings {

    private static final String MASTER = "spark.master";
    private static final String JARS = "spark.jars";

    private static final String PARTS = "spark.sql.shuffle.partitions";
    private static final long ROWS_OF_PART = 4_000_000;
    private static final int MOST_PARTS = 2_000;

    private Settings() {}

    static SparkConf of(ClusterOptions options, int workers, long rows) {
        SparkConf conf = of(options, workers);
        if (isLocal(conf)) {
            conf.setIfMissing(PARTS, Integer.toString(parts(workers, rows)));
        }
        return conf;
    }

    static SparkConf of(ClusterOptions options, int workers) {
        SparkConf conf = new SparkConf();
        options.master().ifPresent(master -> conf.set(MASTER, master));
        conf.setIfMissing(MASTER, "local[" + workers + "]");
        options.conf().forEach(conf::set);
        conf.setIfMissing("spark.app.name", "run-matrix summary");
        defaults().forEach(conf::setIfMissing);
        S3Access.settings(System.getenv()).forEach(conf::setIfMissing);
        semantics().forEach(conf::set);
        if (isLocal(conf)) {
            conf.setIfMissing("spark.driver.host", "localhost");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        } else if (!System.getProperties().containsKey("SPARK_SUBMIT")) {
            conf.setIfMissing(JARS, ownJars());
        }
        return conf;
    }

    /**
     * Into how many parts rows are dealt out within one process, where a part costs more than it holds unless there are
     * many rows. On a cluster Spark has its own number and joins small parts.
     */
    static int parts(int workers, long rows) {
        return (int) Math.min(MOST_PARTS, Math.max(workers, rows / ROWS_OF_PART));
    }

    static boolean isLocal(SparkConf conf) {
        return conf.get(MASTER).startsWith("local");
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("spark.ui.enabled", "false");
        defaults.put("spark.ui.showConsoleProgress", "false");
        defaults.put("spark.sql.catalogImplementation", "in-memory");
        // Parts without a checksum file beside each.
        defaults.put("spark.hadoop.fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        return defaults;
    }

    /** What the meaning of the summary depends on. */
    private static Map<String, String> semantics() {
        Map<String, String> semantics = new LinkedHashMap<>();
        semantics.put("spark.sql.session.timeZone", "UTC");
        semantics.put("spark.sql.caseSensitive", "true");
        semantics.put("spark.sql.ansi.enabled", "false");
        semantics.put("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED");
        semantics.put("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED");
        semantics.put("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED");
        semantics.put("spark.sql.parquet.int96TimestampConversion", "false");
        semantics.put("spark.sql.files.ignoreCorruptFiles", "false");
        semantics.put("spark.sql.files.ignoreMissingFiles", "false");
        semantics.put("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
        return semantics;
    }

    /** The jars of this project on the class path: executors bring Spark, but not these. */
    private static String ownJars() {
        String[] entries = System.getProperty("java.class.path", "").split(File.pathSeparator, -1);
        return Stream.of(entries)
                .filter(entry -> !entry.isEmpty())
                .flatMap(OwnJars::of)
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(","));
    }
}
