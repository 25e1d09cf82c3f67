"""The edges: translate between a chat network and the model, decide nothing."""
