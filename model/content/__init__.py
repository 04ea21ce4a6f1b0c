"""What an organisation may say in a file of its own: read, checked, and every fault told by its file, line and cure."""
