-- One day of pod usage: each pod of each node in each hour. Requests and limits hold for a part of the hour, so that
-- hardly a number appears twice and all of them use the full width of a double.
WITH pod AS (
  SELECT
    n.range AS node_number,
    p.range AS slot,
    n.range * ${pods} + p.range AS id,
    hash(id, 'namespace') % 50 AS namespace_number,
    hash(id, 'labels') % 400 AS label_number,
    (50 + hash(id, 'request') % 4000) / 1000.0::DOUBLE AS cores,
    (32 + hash(id, 'memory') % 8160) * 1048576.0::DOUBLE AS bytes
  FROM range(${nodes}) n, range(${pods}) p
), hour AS (
  SELECT
    pod.*,
    h.range AS hour,
    3240 + 360 * ((hash(id, hour, '${date}', 'seconds') >> 11)::DOUBLE / 9007199254740992) AS seconds,
    (hash(id, hour, '${date}', 'cpu') >> 11)::DOUBLE / 9007199254740992 AS cpu_share,
    (hash(id, hour, '${date}', 'memory') >> 11)::DOUBLE / 9007199254740992 AS memory_share
  FROM pod, range(24) h
)
SELECT
  format('${date} {:02d}:00:00 +0000 UTC', hour) AS interval_start,
  format('project-{:02d}', namespace_number) AS namespace,
  format('worker-{:04d}.bench.example.com', node_number) AS node,
  format('app-{:03d}-{}', slot, substr(md5(id::VARCHAR), 1, 10)) AS pod,
  'i-' || substr(md5('worker' || node_number), 1, 17) AS resource_id,
  CASE WHEN label_number % 40 = 39 THEN '{}' ELSE format(
    '{{"app":"app-{}","environment":"{}","version":"v{}","tier":"tier-{}"}}',
    label_number % 20,
    ['prod', 'stage', 'qa', 'dev'][1 + (label_number // 20 % 4)::INT],
    label_number // 80,
    label_number % 3) END AS pod_labels,
  cpu_share * cores * 1.5 * 3600 AS pod_usage_cpu_core_seconds,
  cores * seconds AS pod_request_cpu_core_seconds,
  cores * 2 * seconds AS pod_limit_cpu_core_seconds,
  memory_share * bytes * 1.5 * 3600 AS pod_usage_memory_byte_seconds,
  bytes * seconds AS pod_request_memory_byte_seconds,
  bytes * 1.5 * seconds AS pod_limit_memory_byte_seconds,
  CASE WHEN node_number % 3 = 0 THEN 16.0 ELSE 32.0 END::DOUBLE * 3600 AS node_capacity_cpu_core_seconds,
  CASE WHEN node_number % 3 = 0 THEN 64.0 ELSE 128.0 END::DOUBLE * 1073741824 * 3600 AS node_capacity_memory_byte_seconds
FROM hour
ORDER BY hour, node_number, slot
