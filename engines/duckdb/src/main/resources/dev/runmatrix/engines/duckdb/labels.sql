-- Label sets by number, in the order of their canonical texts.
CREATE TABLE label_sets AS
SELECT labels, (row_number() OVER (ORDER BY labels))::INTEGER AS id
FROM (SELECT labels FROM label_texts UNION SELECT '{}');

CREATE TABLE text_sets AS
SELECT text, id FROM label_texts JOIN label_sets ON label_sets.labels = label_texts.labels;

-- Of the labels of a day the latest count, and of several such those whose text is greatest.
CREATE TABLE node_label_days AS
SELECT day, node AS name, arg_max(id, ROW(nano, id)) AS id
FROM node_labels
JOIN text_sets ON text_sets.text = coalesce(node_labels.node_labels, '')
WHERE node <> ''
GROUP BY day, node;

CREATE TABLE namespace_label_days AS
SELECT day, namespace AS name, arg_max(id, ROW(nano, id)) AS id
FROM namespace_labels
JOIN text_sets ON text_sets.text = coalesce(namespace_labels.namespace_labels, '')
WHERE namespace IS NOT NULL
GROUP BY day, namespace;

-- Rows by label sets; 0 is that of a node or namespace without labels.
CREATE TABLE set_groups AS
SELECT
  row_groups.day, row_groups.namespace, row_groups.node,
  coalesce(node_label_days.id, 0) AS nodes, coalesce(namespace_label_days.id, 0) AS namespaces, text_sets.id AS pods,
  max(resource_id) AS resource_id,
  fsum(cpu_usage) AS cpu_usage, fsum(cpu_request) AS cpu_request,
  fsum(cpu_effective) AS cpu_effective, fsum(cpu_limit) AS cpu_limit,
  fsum(memory_usage) AS memory_usage, fsum(memory_request) AS memory_request,
  fsum(memory_effective) AS memory_effective, fsum(memory_limit) AS memory_limit,
  max(node_cores) AS node_cores, max(node_bytes) AS node_bytes
FROM row_groups
JOIN text_sets ON text_sets.text = row_groups.labels
LEFT JOIN node_label_days ON node_label_days.day = row_groups.day AND node_label_days.name = row_groups.node
LEFT JOIN namespace_label_days
  ON namespace_label_days.day = row_groups.day AND namespace_label_days.name = row_groups.namespace
GROUP BY ALL;

DROP TABLE row_groups
