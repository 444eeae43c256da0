"""Rules by durable-rules."""
