// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.session;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.engines.contract.EngineException;
import dev.runmatrix.engines.spark.s3.S3Access;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** A session with Spark, from its settings to its end. */
public final class Session implements Closeable {

    private final SparkSession spark;
    private final Supervision supervision;

    private Session(SparkSession spark, Supervision supervision) {
        this.spark = spark;
        this.supervision = supervision;
    }

    /**
     * Starts Spark in this process, or reaches a cluster.
     *
     * @param options what the user says of Spark
     * @param workers threads of this process, where Spark runs in it
     * @param rows how many rows there are to read
     */
    public static Session start(ClusterOptions options, int workers, long rows)
            throws BadInputException, IOException, EngineException {
        SparkConf conf = Settings.of(options, workers, rows);
        MasterProbe.require(conf.get("spark.master"));
        SparkSession spark =
                Failures.explained(() -> SparkSession.builder().config(conf).getOrCreate());
        S3Access.forgetCredentials(spark.sparkContext().hadoopConfiguration(), conf);
        return new Session(
                spark,
                Settings.isLocal(conf)
                        ? Supervision.ofOneProcess()
                        : Supervision.ofCluster(spark.sparkContext(), options.executorWaitSeconds()));
    }

    /** What file systems are told. */
    public static Configuration configuration(ClusterOptions options, int workers) {
        SparkConf conf = Settings.of(options, workers);
        Configuration configuration = SparkHadoopUtil.get().newConfiguration(conf);
        S3Access.forgetCredentials(configuration, conf);
        return configuration;
    }

    /** Runs work that reaches files on this thread, and explains how it failed. */
    public static <T> T explained(Callable<T> work) throws BadInputException, IOException, EngineException {
        return Failures.explained(work);
    }

    public SparkSession spark() {
        return spark;
    }

    /** Runs work that Spark does, and ends it when the cluster is gone. */
    public <T> T run(Callable<T> work) throws BadInputException, IOException, EngineException {
        return supervision.run(work);
    }

    @Override
    public void close() {
        spark.stop();
    }
}
