"""One person's compass: each part of it a class, a field on disk and a thing to share."""
