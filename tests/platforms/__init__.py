"""Tests of the edges, and the contract that each of them keeps."""
