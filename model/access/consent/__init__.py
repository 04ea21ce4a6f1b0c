"""What only the person says: their picture and picture PIN as a proof, answers to questions, who sees what."""
