"""No lock loses a compass: what is put down, tried and forgotten opens again for whose it is."""
