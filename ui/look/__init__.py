"""How it looks, on screen and paper alike: colours, the drawing, pictures, QR, public files."""
