"""Whole days and weeks of people and workers, over several screens and machines, with the clock set forward."""
