"""Simulated communities: whole bots, seeded people and faults, and what must hold whatever they do."""
