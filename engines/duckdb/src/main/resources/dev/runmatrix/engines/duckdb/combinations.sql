-- The label sets that meet in some group, with their texts.
SELECT
  nodes, namespaces, pods,
  coalesce(of_nodes.labels, '{}'), coalesce(of_namespaces.labels, '{}'), of_pods.labels
FROM (SELECT DISTINCT nodes, namespaces, pods FROM set_groups)
LEFT JOIN label_sets AS of_nodes ON of_nodes.id = nodes
LEFT JOIN label_sets AS of_namespaces ON of_namespaces.id = namespaces
JOIN label_sets AS of_pods ON of_pods.id = pods
