"""What the files of workers are sealed with in these tests."""

SECRET = bytes(range(32))
