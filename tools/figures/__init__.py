"""People in pictograms, drawn from one model of a body; `python -m tools.figures` writes them into `assets/pictograms`."""
