"""Steps: making one, doing it, all of them, and a contact that ends with one."""
