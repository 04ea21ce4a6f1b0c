"""One file, written whole or not at all, and found out when it was changed by something else."""
