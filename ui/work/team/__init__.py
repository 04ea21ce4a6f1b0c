"""The team: a coordinator invites colleagues, lets them in and out, and says who does what."""
