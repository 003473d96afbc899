"""Files of every kind -> the lines of the notice in them.

kinds       which kind of file some bytes are, by the bytes alone
archive     a zip archive -> the files in it
docx        Word; numbering, docx_styles: what Word counts and inherits
odt         OpenDocument text
office      old Word and RTF, by way of LibreOffice
html        a portal's page; html_main: where on it the notice is
pdf         printed pages; pdf_file, pdf_page: a PDF's; ocr: a scan's
            layout, ruled, running, paragraphs: from words to lines
build       lines put together, and brought into one normal form
limits      what a file may cost

A reader is a function of a file's bytes and its name (for messages) and imports its library only
when it is called.
"""

from ingest.readers.kinds import Kind, kind_of
from ingest.readers.lines import lines_of_file

__all__ = ["Kind", "kind_of", "lines_of_file"]
