"""首页与帮助 — where to begin, the channels and hours of Art. 18."""
