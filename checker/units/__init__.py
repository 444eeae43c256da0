"""Many units looked at together: read one after the other, judged, summed up, and a report of each written beside the overview."""
