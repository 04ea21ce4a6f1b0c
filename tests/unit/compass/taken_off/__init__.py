"""What was taken off: put back as it was while the contact lasts, seen by the person alone, then gone for good."""
