"""Every screen in every shape: small and low, with more room between letters, with type twice as large."""
