-- Reads every column that the summary needs and does next to nothing with them.
SELECT
  count(*),
  min(interval_start), min(namespace), min(node), min(pod_labels), max(resource_id),
  sum(pod_usage_cpu_core_seconds), sum(pod_request_cpu_core_seconds), sum(pod_limit_cpu_core_seconds),
  sum(pod_usage_memory_byte_seconds), sum(pod_request_memory_byte_seconds), sum(pod_limit_memory_byte_seconds),
  max(node_capacity_cpu_core_seconds), max(node_capacity_memory_byte_seconds)
FROM read_parquet(${pod_usage}, hive_partitioning = false)
