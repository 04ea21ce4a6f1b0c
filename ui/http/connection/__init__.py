"""Connections, before what they ask is looked at: how many, how much they bring, how long they are silent."""
