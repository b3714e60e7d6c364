"""Papers: a page is read into a document, and the document is written as PDF; docx/ writes it for Word."""
