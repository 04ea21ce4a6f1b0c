"""People in pictograms, drawn from one model of a body into `assets/pictograms`."""
