"""What a check is, and the engines that conclude it."""
