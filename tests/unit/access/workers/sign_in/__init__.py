"""How a worker comes in: with a password and a code, with a recovery code, or with a passkey."""
