"""Many mentions -> events and estimates. A mention may join an event; none is ever dropped."""
