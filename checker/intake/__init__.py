"""Documents in: reads Word, Excel, PDF and text files into a reading that accounts for every number, and that into a draft case."""
