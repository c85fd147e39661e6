"""The subcommands of `yifa`, by what they need: facts of law need no database, the office's own do."""
