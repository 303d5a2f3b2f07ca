-- Groups that met a number that is not finite, which sums and maxima do not hide.
SELECT
  (
    SELECT count(*)
    FROM row_groups
    WHERE NOT (
      isfinite(coalesce(cpu_usage, 0)) AND isfinite(coalesce(cpu_request, 0))
      AND isfinite(coalesce(cpu_effective, 0)) AND isfinite(coalesce(cpu_limit, 0))
      AND isfinite(coalesce(memory_usage, 0)) AND isfinite(coalesce(memory_request, 0))
      AND isfinite(coalesce(memory_effective, 0)) AND isfinite(coalesce(memory_limit, 0))
      AND isfinite(coalesce(node_cores, 0)) AND isfinite(coalesce(node_bytes, 0)))
  ) + (
    SELECT count(*)
    FROM node_days
    WHERE NOT (isfinite(coalesce(cpu, 0)) AND isfinite(coalesce(memory, 0)))
  )
