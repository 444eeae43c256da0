"""The page of `checker serve`: from documents to a signed report in a browser on one's own machine."""
