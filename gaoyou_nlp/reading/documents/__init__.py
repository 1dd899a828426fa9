"""Documents as people have them (web pages, PDF, Word, Excel, mail …) to articles with anchors."""
