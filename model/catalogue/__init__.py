"""What can be picked: conditions, questions, choices and their starter tiles."""
