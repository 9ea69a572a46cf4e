"""Entry point: ``streamlit run dashboard.py``. Everything is in the shell and in pages/."""

from dateline.ui import shell

shell.main()
