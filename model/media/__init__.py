"""Photos, drawings and voices: what was sent becomes something safe to keep."""
