"""Who talks to the server in these tests, without a browser, and what they see and leave."""
