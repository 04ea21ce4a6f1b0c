"""Workers: their accounts, and what somebody shows to prove who they are."""
