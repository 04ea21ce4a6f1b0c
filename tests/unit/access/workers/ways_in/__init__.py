"""A worker's own ways in, changed only soon after they showed who they are, and told everywhere else."""
