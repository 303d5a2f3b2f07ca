-- One day of namespace labels: each namespace in each hour.
SELECT
  format('${date} {:02d}:00:00 +0000 UTC', h.range) AS interval_start,
  format('project-{:02d}', s.range) AS namespace,
  format('{{"team":"team-{}","cost_center":"cc-{}","app":"default-{}"}}', s.range % 12, s.range % 7, s.range % 4)
    AS namespace_labels
FROM range(24) h, range(50) s
ORDER BY h.range, s.range
