"""Pages of characters at places (PDF, OFD): lines, paragraphs and ruled tables from geometry alone, in hundredths of a point."""
