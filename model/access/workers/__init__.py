"""Who among the workers may do what: accounts, signing in, the desk, a tablet that changes hands."""
