"""What people make at a screen: drawings with a finger or a pen, and what they say."""
