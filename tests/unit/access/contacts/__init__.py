"""How a contact ends, and for whom it ends without a step."""
