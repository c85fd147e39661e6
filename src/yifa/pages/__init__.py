"""页面 — what the desk's and the portal's pages share: the look, the clock's chip, the citation, the form of an act."""
