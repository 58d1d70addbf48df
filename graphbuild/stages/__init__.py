"""Pure steps from text to facts; none knows another."""
