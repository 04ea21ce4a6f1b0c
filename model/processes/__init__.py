"""Processes of their own for what may go wrong: one may crash, hang or swell without harm to anything else."""
