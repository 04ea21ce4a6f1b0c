"""How a question is answered: tiles, own words and ways, pictures offered for them, hearts, and what was taken off."""
