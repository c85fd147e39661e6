"""报告核对 — paste or upload a report; its findings marked in the text."""
