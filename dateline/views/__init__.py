"""What a page may ask of the tables: selections in, frames out. pandas only."""
