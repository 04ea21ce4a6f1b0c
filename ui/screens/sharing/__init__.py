"""Taking the compass along, and who looks along."""
