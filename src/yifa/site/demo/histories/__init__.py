"""经过 — the courses a petition may take, one function each; together they reach every act of the law."""
