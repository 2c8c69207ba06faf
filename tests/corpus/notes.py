"""The corpus of what a verdict says in brackets."""
