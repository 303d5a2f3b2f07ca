// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes CSV files as nise writes them. */
final class NiseFiles {

    static final String POD_HEADER = "report_period_start,report_period_end,interval_start,interval_end,pod,namespace,"
            + "node,resource_id,pod_usage_cpu_core_seconds,pod_request_cpu_core_seconds,pod_limit_cpu_core_seconds,"
            + "pod_usage_memory_byte_seconds,pod_request_memory_byte_seconds,pod_limit_memory_byte_seconds,"
            + "node_capacity_cpu_cores,node_capacity_cpu_core_seconds,node_capacity_memory_bytes,"
            + "node_capacity_memory_byte_seconds,pod_labels\n";
    static final String NODE_HEADER =
            "report_period_start,report_period_end,interval_start,interval_end,node,node_labels\n";
    static final String NAMESPACE_HEADER =
            "report_period_start,report_period_end,interval_start,interval_end,namespace,namespace_labels\n";
    static final String STORAGE_HEADER =
            "report_period_start,report_period_end,interval_start,interval_end,namespace,pod,"
                    + "persistentvolumeclaim,persistentvolume,storageclass\n";

    private NiseFiles() {}

    /** The four times of a row. */
    static String times(int day, int hour) {
        return String.format(
                "2025-10-01 00:00:00 +0000 UTC,2025-11-01 00:00:00 +0000 UTC,"
                        + "2025-10-%02d %02d:00:00 +0000 UTC,2025-10-%02d %02d:59:59 +0000 UTC,",
                day, hour, day, hour);
    }

    /** A row of pod usage: a quarter core used, half a core asked for. */
    static String pod(int day, int hour, String pod, String labels) {
        return pod(day, hour, pod, "shop", "node-1", labels);
    }

    static String pod(int day, int hour, String pod, String namespace, String node, String labels) {
        return times(day, hour) + pod + "," + namespace + "," + node
                + ",i-1,900,1800,3600,1073741824,2147483648,4294967296,8,28800,34359738368,123695058124800," + labels
                + "\n";
    }

    static String node(int day, int hour, String node, String labels) {
        return times(day, hour) + node + "," + labels + "\n";
    }

    static void write(Path file, String... texts) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("", texts));
    }

    static void writeCompressed(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, compressed(text));
    }

    static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
