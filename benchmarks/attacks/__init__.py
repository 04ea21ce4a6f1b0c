"""What one visitor can do to everybody else: a server under attack, beside people who tap."""
