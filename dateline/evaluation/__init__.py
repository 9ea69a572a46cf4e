"""How well the pipeline reads stories it was not written for, against answers by hand."""
