"""Opening a compass: each part when somebody looks into it, and what it was before a change."""
