"""What comes in and goes out: case files, spreadsheets."""
