"""Every row of the table in every state of lock, workers and strangers × every route, screen and event listener."""
