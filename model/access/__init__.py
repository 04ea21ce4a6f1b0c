"""Who may do what: the gate, keys, coming in, sharing, signing in."""
