"""What is left when the process dies at any moment: `python -m tests.kills --times 200`."""
