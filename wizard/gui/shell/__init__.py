"""The main window: its menu, steps, pages, panel and bars."""
