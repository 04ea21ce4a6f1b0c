"""The sheet for the fridge and the card for the wallet: what is on it, and that a phone reads it."""
