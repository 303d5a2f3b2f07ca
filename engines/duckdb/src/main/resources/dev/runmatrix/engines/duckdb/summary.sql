CREATE TABLE summary AS
WITH merged AS MATERIALIZED (
  SELECT nodes, namespaces, pods, labels, dense_rank() OVER (ORDER BY labels) AS place FROM merged_texts
), grouped AS (
  -- Different sets may be the same when merged.
  SELECT
    day, namespace, node, place, any_value(labels) AS labels, max(resource_id) AS resource_id,
    fsum(cpu_usage) AS cpu_usage, fsum(cpu_request) AS cpu_request,
    fsum(cpu_effective) AS cpu_effective, fsum(cpu_limit) AS cpu_limit,
    fsum(memory_usage) AS memory_usage, fsum(memory_request) AS memory_request,
    fsum(memory_effective) AS memory_effective, fsum(memory_limit) AS memory_limit,
    max(node_cores) AS node_cores, max(node_bytes) AS node_bytes
  FROM set_groups
  JOIN merged USING (nodes, namespaces, pods)
  GROUP BY day, namespace, node, place
), cluster_days AS (
  SELECT day, fsum(cpu) AS cpu, fsum(memory) AS memory FROM node_days GROUP BY day
)
SELECT
  DATE '1970-01-01' + grouped.day AS usage_start, namespace, grouped.node, resource_id, labels AS pod_labels, place,
  cpu_usage / 3600 AS pod_usage_cpu_core_hours,
  cpu_request / 3600 AS pod_request_cpu_core_hours,
  cpu_effective / 3600 AS pod_effective_usage_cpu_core_hours,
  cpu_limit / 3600 AS pod_limit_cpu_core_hours,
  memory_usage / 3600 / 1073741824 AS pod_usage_memory_gigabyte_hours,
  memory_request / 3600 / 1073741824 AS pod_request_memory_gigabyte_hours,
  memory_effective / 3600 / 1073741824 AS pod_effective_usage_memory_gigabyte_hours,
  memory_limit / 3600 / 1073741824 AS pod_limit_memory_gigabyte_hours,
  node_cores AS node_capacity_cpu_cores,
  node_days.cpu / 3600 AS node_capacity_cpu_core_hours,
  node_bytes / 1073741824 AS node_capacity_memory_gigabytes,
  node_days.memory / 3600 / 1073741824 AS node_capacity_memory_gigabyte_hours,
  cluster_days.cpu / 3600 AS cluster_capacity_cpu_core_hours,
  cluster_days.memory / 3600 / 1073741824 AS cluster_capacity_memory_gigabyte_hours,
  ${category} AS cost_category_id
FROM grouped
JOIN node_days ON node_days.day = grouped.day AND node_days.node = grouped.node
JOIN cluster_days ON cluster_days.day = grouped.day
