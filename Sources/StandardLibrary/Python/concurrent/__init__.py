"""Running things side by side."""
