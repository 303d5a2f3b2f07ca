-- What remains is the start of the process and of the database.
SELECT 1
