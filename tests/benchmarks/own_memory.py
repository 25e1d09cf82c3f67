"""What memory this process takes; a module of its own, so that a floor loads nothing else."""

from pathlib import Path


def most_memory() -> int:
    """The most memory this process had at once, in bytes; not what its parent had, which `getrusage` may tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource  # not on Windows, where there is no measure

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    [line] = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024
