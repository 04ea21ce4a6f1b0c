"""What is seen: screens, plain pages, paper, and the HTTP around them."""
