"""What opens the compass: devices, the sheet and its picture PIN."""
