"""Training of the embedded English model. PyTorch is imported here and nowhere else."""
