"""How parts, activity and days are said."""
