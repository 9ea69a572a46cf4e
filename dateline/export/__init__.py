"""What is shown, as files in other people's formats. Each says what it could not carry."""
