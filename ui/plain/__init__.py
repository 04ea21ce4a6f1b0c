"""Pages without the framework, for everyone who holds no key."""
