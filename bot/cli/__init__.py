"""The command line: what each command of afterglow does and shows."""
