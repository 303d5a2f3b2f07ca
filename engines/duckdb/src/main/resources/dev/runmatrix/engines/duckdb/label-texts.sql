-- All texts of labels that are met; null and nothing mean the same.
SELECT labels FROM row_groups
UNION
SELECT coalesce(node_labels, '') FROM node_labels
UNION
SELECT coalesce(namespace_labels, '') FROM namespace_labels
