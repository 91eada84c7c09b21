"""Reading draws back: the list and one of them, their folders, and what a ceremony has come to."""
