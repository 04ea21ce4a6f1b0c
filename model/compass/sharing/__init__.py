"""Who gets in, and what the person says of that: sharing, the picture PIN, new devices, answers in doubt."""
