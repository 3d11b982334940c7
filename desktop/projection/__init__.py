"""Numbers in, numbers out: baselines, trajectories, status and direction of travel."""
