"""登记 — a letter, visit, call or fax written down by keyboard; earlier petitions it may repeat; the receipt."""
