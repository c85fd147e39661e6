"""Who may open which page, kept by hand: what the doors of the views and the answers of the server are held against."""

from yifa.organs.models import Role

ANYBODY, CITIZEN = "任何人", "信访人"
ALL = frozenset(Role)
OPERATOR = frozenset({Role.OPERATOR})
INTAKE = frozenset({Role.REGISTRAR, Role.HANDLER})
KEEPING = INTAKE | {Role.OFFICE}
WORDING = frozenset({Role.HEAD, Role.OFFICE, Role.SCREENER})
WRITING = frozenset({Role.HEAD, Role.OFFICE})

PAGES: dict[str, str | frozenset[Role]] = {
    **dict.fromkeys(("health", "law", "sign-in", "sign-out"), ANYBODY),
    **dict.fromkeys(("portal-home", "help", "size", "find-path", "find-path-result", "find-path-question"), ANYBODY),
    **dict.fromkeys(("file", "file-discard", "file-asked", "file-claim", "file-accused", "file-attachments"), ANYBODY),
    **dict.fromkeys(("file-check", "file-receipt", "file-step", "follow", "follow-leave"), ANYBODY),
    **dict.fromkeys(("my-petition", "my-story", "my-papers", "my-paper", "my-files", "my-file"), CITIZEN),
    **dict.fromkeys(("my-act", "my-claim-act", "my-signed-paper"), CITIZEN),
    **dict.fromkeys(("home", "owed-export", "password", "petitions", "petitions-export", "view-keep"), ALL),
    **dict.fromkeys(("jobs", "batch", "approvals", "readings"), ALL),
    **dict.fromkeys(("year", "year-rows", "figure-export", "year-export", "check-report"), ALL),
    **dict.fromkeys(("reports", "report", "report-file", "report-rows", "report-settled", "report-settled-file"), ALL),
    **dict.fromkeys(("report-write", "report-template", "report-settle"), WRITING),
    **dict.fromkeys(("office", "organs", "organ-new", "organ", "people", "person-new", "person"), OPERATOR),
    **dict.fromkeys(("calendars", "published", "reading", "check"), OPERATOR),
    **dict.fromkeys(("papers", "papers-waiting", "papers-sign-waiting", "papers-batch"), ALL),
    **dict.fromkeys(("ledgers", "ledger", "ledger-export", "ledger-row", "screening"), ALL - OPERATOR),
    **dict.fromkeys(("ledger-new", "ledger-change"), KEEPING),
    **dict.fromkeys(("paper-templates", "paper-template", "paper-template-docx", "letterhead"), WORDING),
    **dict.fromkeys(("register", "register-look", "register-claim"), INTAKE),
}
"""Pages that speak of no petition of their own, and of staff the roles they open to."""

FILES: dict[str, frozenset[Role]] = {
    **dict.fromkeys(("petition", "attachment", "note", "hand-over", "act", "approval"), ALL),
    **dict.fromkeys(("petition-papers", "paper", "signed-file"), ALL),
    "register-receipt": INTAKE,
    "query-code": frozenset({Role.REGISTRAR, Role.SCREENER, Role.HANDLER}),
}
"""Pages of one petition: to these roles, of a person who may see the file; to everybody else it does not exist."""

OWN: dict[str, frozenset[Role]] = {
    **dict.fromkeys(("job", "job-file", "job-again", "job-drop", "view-drop"), ALL),
    **dict.fromkeys(("papers-job", "papers-job-table", "papers-job-pdf"), ALL),
}
"""Pages of what one person made: to nobody else."""
