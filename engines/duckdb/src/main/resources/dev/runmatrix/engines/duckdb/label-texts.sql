-- All texts of labels that are met.
SELECT labels FROM row_groups
UNION
SELECT node_labels FROM node_labels
UNION
SELECT namespace_labels FROM namespace_labels
