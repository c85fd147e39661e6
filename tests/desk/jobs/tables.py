"""A table as a page hands it out, read back."""

from io import BytesIO

from openpyxl import load_workbook


def rows_of(answer):
    """The rows of the file an answer carries, headings first."""
    content = BytesIO(b"".join(answer.streaming_content))
    answer.close()
    book = load_workbook(content, read_only=True)
    rows = [list(row) for row in book.active.iter_rows(values_only=True)]
    book.close()
    return rows
