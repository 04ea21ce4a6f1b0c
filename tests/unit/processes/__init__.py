"""Processes that are begun, ended, and shut in."""
