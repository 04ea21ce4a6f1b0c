"""All that persons and workers do with devices and sheets, step after step, against a model of a few lines."""
