-- One day of node labels: each node in each hour.
SELECT
  format('${date} {:02d}:00:00 +0000 UTC', h.range) AS interval_start,
  format('worker-{:04d}.bench.example.com', n.range) AS node,
  format('{{"role":"worker","zone":"zone-{}","environment":"shared","machine":"m{}"}}', n.range % 3, n.range % 5)
    AS node_labels
FROM range(24) h, range(${nodes}) n
ORDER BY h.range, n.range
