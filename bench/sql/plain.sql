-- The group-by alone: no label is parsed or merged, no capacity is added up.
CREATE OR REPLACE TEMP TABLE grouped AS
SELECT
  ${day} AS day, namespace, node, pod_labels, max(resource_id) AS resource_id,
  sum(pod_usage_cpu_core_seconds) AS cpu_usage,
  sum(pod_request_cpu_core_seconds) AS cpu_request,
  sum(pod_limit_cpu_core_seconds) AS cpu_limit,
  sum(greatest(pod_usage_cpu_core_seconds, pod_request_cpu_core_seconds)) AS cpu_effective,
  sum(pod_usage_memory_byte_seconds) AS memory_usage,
  sum(pod_request_memory_byte_seconds) AS memory_request,
  sum(pod_limit_memory_byte_seconds) AS memory_limit,
  sum(greatest(pod_usage_memory_byte_seconds, pod_request_memory_byte_seconds)) AS memory_effective,
  max(node_capacity_cpu_core_seconds) AS node_cpu,
  max(node_capacity_memory_byte_seconds) AS node_memory
FROM read_parquet(${pod_usage}, hive_partitioning = false)
WHERE node IS NOT NULL AND node <> ''
GROUP BY ALL;
SELECT count(*), sum(cpu_usage), sum(cpu_effective), sum(memory_usage), sum(memory_effective) FROM grouped
