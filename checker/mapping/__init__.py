"""Tables as people have them, read by a mapping file (tables.yaml) into cases, which are packed like any others."""
