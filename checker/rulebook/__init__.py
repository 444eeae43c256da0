"""Rule folders read into the rules in force for a case."""
