"""What is true, where it is kept, and who may do what; no widgets, no HTTP."""
