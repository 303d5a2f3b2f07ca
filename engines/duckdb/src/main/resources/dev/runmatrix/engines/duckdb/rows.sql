-- Rows by the texts of their labels: texts are far fewer than rows, and what they mean is looked up for groups.
CREATE OR REPLACE TABLE row_groups AS
SELECT
  day, namespace, node, coalesce(pod_labels, '') AS labels, max(resource_id) AS resource_id,
  ${sum}(pod_usage_cpu_core_seconds) AS cpu_usage,
  ${sum}(pod_request_cpu_core_seconds) AS cpu_request,
  ${sum}(coalesce(
    pod_effective_usage_cpu_core_seconds,
    greatest(pod_usage_cpu_core_seconds, pod_request_cpu_core_seconds))) AS cpu_effective,
  ${sum}(pod_limit_cpu_core_seconds) AS cpu_limit,
  ${sum}(pod_usage_memory_byte_seconds) AS memory_usage,
  ${sum}(pod_request_memory_byte_seconds) AS memory_request,
  ${sum}(coalesce(
    pod_effective_usage_memory_byte_seconds,
    greatest(pod_usage_memory_byte_seconds, pod_request_memory_byte_seconds))) AS memory_effective,
  ${sum}(pod_limit_memory_byte_seconds) AS memory_limit,
  max(coalesce(node_capacity_cpu_cores, node_capacity_cpu_core_seconds / 3600)) AS node_cores,
  max(coalesce(node_capacity_memory_bytes, node_capacity_memory_byte_seconds / 3600)) AS node_bytes
FROM pod_usage
WHERE node <> ''
GROUP BY day, namespace, node, pod_labels;

-- A node has one capacity an instant, whatever number of its pods say so.
CREATE OR REPLACE TABLE node_days AS
SELECT day, node, fsum(cpu) AS cpu, fsum(memory) AS memory
FROM (
  SELECT
    day, nano, node,
    max(node_capacity_cpu_core_seconds) AS cpu,
    max(node_capacity_memory_byte_seconds) AS memory
  FROM pod_usage
  GROUP BY day, nano, node
)
GROUP BY day, node
