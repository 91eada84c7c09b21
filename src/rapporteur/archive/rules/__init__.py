"""What a file is, by its content, and what stands against taking it. Pure: it reads the stream it is given."""
