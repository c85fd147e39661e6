"""文书 — every paper of `law.notices` filled from the record, set in the layout of GB/T 9704, signed, numbered and kept as sent.

`prepare.prepare` fills one and tells what is missing; `pdf.pdf` and `word.docx` make files of its `document()`;
`drafts.submit` sends it for signature; `issue.obstacles` says why it cannot be signed, `issue.issue` signs it,
`issue.issue_many` many; `issue.content` gives the file as sent.  `own.template`, `own.adopt` and `own.restore` are an
office's own wording.
"""
