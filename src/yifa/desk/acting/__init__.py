"""办理 — the form of every act: fill in, see what will happen, do it or send it for approval."""
