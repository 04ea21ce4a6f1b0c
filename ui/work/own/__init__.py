"""What a worker sees and changes of their own signing in, and where they show once more that it is them."""
