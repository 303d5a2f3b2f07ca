// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.session;

import dev.runmatrix.engines.spark.s3.S3Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options that are about Spark itself. */
public final class ClusterOptions {

    private static final Pattern MASTER = Pattern.compile("local(-cluster)?(\\[.+])?|yarn|spark://.+:\\d+|k8s://.+");

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Where Spark runs: local[N], spark://HOST:PORT, yarn, k8s://… (default: local[max-workers], or"
                            + " what spark-submit says).")
    private Optional<String> master = Optional.empty();

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of Spark, such as spark.executor.memory=4g; may be repeated.")
    private Map<String, String> conf = new LinkedHashMap<>();

    @Option(
            names = "--executor-wait",
            paramLabel = "SECONDS",
            description = "Give up when the cluster lends no executor for so long (default: ${DEFAULT-VALUE}).")
    private int executorWaitSeconds = 60;

    /** What is wrong with them. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        conf.keySet().stream()
                .filter(key -> !key.startsWith("spark."))
                .forEach(key -> problems.add("--conf: " + key + " is no setting of Spark, they begin with spark."));
        conf.keySet().stream()
                .filter(S3Access::isSecret)
                .forEach(key -> problems.add("--conf: " + key
                        + " would show in the list of processes; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY"));
        master.filter(url -> !MASTER.matcher(url).matches())
                .ifPresent(url -> problems.add("--master: " + url
                        + " is none; write local[N], spark://HOST:PORT, yarn or k8s://https://HOST:PORT"));
        if (executorWaitSeconds < 1) {
            problems.add("--executor-wait: " + executorWaitSeconds + " is not allowed, use 1 or more");
        }
        return problems;
    }

    /** The master that was named; absent if none was. */
    public Optional<String> master() {
        return master;
    }

    /** Settings of Spark by their names. */
    public Map<String, String> conf() {
        return Map.copyOf(conf);
    }

    /** How long a cluster may be without any executor, in seconds. */
    public int executorWaitSeconds() {
        return executorWaitSeconds;
    }
}
