"""The devices of a compass: how many there may be, who goes first, and how one comes to be the person's own."""
