"""Cases as tables: one per entity, derived from the vocabulary; what batches are read from."""
