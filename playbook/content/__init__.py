"""The content: pages, points, sheets, references, glossary, credits, and how long words take to say."""
