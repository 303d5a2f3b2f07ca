-- The whole summary, in the fastest of the formulations that were tried: rows are grouped by the texts of their labels
-- first, and labels are parsed and merged once for each distinct combination of texts. The output stays in memory.
CREATE OR REPLACE TEMP TABLE summary AS
WITH pods AS MATERIALIZED (
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
  GROUP BY ALL
), nodes AS (
  SELECT ${day} AS day, node, arg_max(node_labels, interval_start) AS node_labels
  FROM read_parquet(${node_labels}, hive_partitioning = false)
  GROUP BY ALL
), namespaces AS (
  SELECT ${day} AS day, namespace, arg_max(namespace_labels, interval_start) AS namespace_labels
  FROM read_parquet(${namespace_labels}, hive_partitioning = false)
  GROUP BY ALL
), intervals AS (
  SELECT
    interval_start, node,
    max(node_capacity_cpu_core_seconds) AS cpu,
    max(node_capacity_memory_byte_seconds) AS memory
  FROM read_parquet(${pod_usage}, hive_partitioning = false)
  WHERE node IS NOT NULL AND node <> ''
  GROUP BY ALL
), node_capacity AS (
  SELECT ${day} AS day, node, sum(cpu) AS cpu, sum(memory) AS memory FROM intervals GROUP BY ALL
), cluster_capacity AS (
  SELECT day, sum(cpu) AS cpu, sum(memory) AS memory FROM node_capacity GROUP BY ALL
), labelled AS MATERIALIZED (
  SELECT pods.*, node_labels, namespace_labels
  FROM pods
  LEFT JOIN nodes ON nodes.day = pods.day AND nodes.node = pods.node
  LEFT JOIN namespaces ON namespaces.day = pods.day AND namespaces.namespace = pods.namespace
), merged AS (
  SELECT node_labels, namespace_labels, pod_labels, '{' || concat_ws(',', ${members}) || '}' AS labels
  FROM (SELECT DISTINCT node_labels, namespace_labels, pod_labels FROM labelled)
), grouped AS (
  SELECT
    labelled.day, namespace, node, labels, max(resource_id) AS resource_id,
    sum(cpu_usage) AS cpu_usage, sum(cpu_request) AS cpu_request,
    sum(cpu_limit) AS cpu_limit, sum(cpu_effective) AS cpu_effective,
    sum(memory_usage) AS memory_usage, sum(memory_request) AS memory_request,
    sum(memory_limit) AS memory_limit, sum(memory_effective) AS memory_effective,
    max(node_cpu) AS node_cpu, max(node_memory) AS node_memory
  FROM labelled
  JOIN merged
    ON labelled.node_labels IS NOT DISTINCT FROM merged.node_labels
    AND labelled.namespace_labels IS NOT DISTINCT FROM merged.namespace_labels
    AND labelled.pod_labels IS NOT DISTINCT FROM merged.pod_labels
  GROUP BY ALL
)
SELECT
  grouped.day::DATE AS usage_start, namespace, grouped.node, labels, resource_id,
  cpu_usage / 3600 AS pod_usage_cpu_core_hours,
  cpu_request / 3600 AS pod_request_cpu_core_hours,
  cpu_limit / 3600 AS pod_limit_cpu_core_hours,
  cpu_effective / 3600 AS pod_effective_usage_cpu_core_hours,
  memory_usage / 3600 / 1073741824 AS pod_usage_memory_gigabyte_hours,
  memory_request / 3600 / 1073741824 AS pod_request_memory_gigabyte_hours,
  memory_limit / 3600 / 1073741824 AS pod_limit_memory_gigabyte_hours,
  memory_effective / 3600 / 1073741824 AS pod_effective_usage_memory_gigabyte_hours,
  node_cpu / 3600 AS node_capacity_cpu_cores,
  node_memory / 3600 / 1073741824 AS node_capacity_memory_gigabytes,
  node_capacity.cpu / 3600 AS node_capacity_cpu_core_hours,
  node_capacity.memory / 3600 / 1073741824 AS node_capacity_memory_gigabyte_hours,
  cluster_capacity.cpu / 3600 AS cluster_capacity_cpu_core_hours,
  cluster_capacity.memory / 3600 / 1073741824 AS cluster_capacity_memory_gigabyte_hours
FROM grouped
LEFT JOIN node_capacity ON node_capacity.day = grouped.day AND node_capacity.node = grouped.node
LEFT JOIN cluster_capacity ON cluster_capacity.day = grouped.day;
SELECT count(*), sum(length(labels)), count(DISTINCT labels), sum(COLUMNS('_hours$|_cores$|_gigabytes$')) FROM summary

