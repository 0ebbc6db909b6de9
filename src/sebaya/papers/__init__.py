"""Paper: PDFs made by typst in a child process, over pipes, within the request."""
