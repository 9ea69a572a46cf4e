"""Build a dated, sourced timeline of events from news articles.

Read in the order the data goes: ``model`` (the words of the domain), ``schema`` (the tables on
disk), ``seeds`` (articles in), ``extract`` (one article -> mentions and figures), ``merge`` (many
mentions -> events and estimates), ``pipeline`` (the whole run), ``store`` (tables out), ``views``
(what a page may ask), ``charts`` (frames -> Plotly figures), ``ui`` (the only part that knows
Streamlit).
"""
