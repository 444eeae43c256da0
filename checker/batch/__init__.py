"""Many cases: tables judged by a database."""
