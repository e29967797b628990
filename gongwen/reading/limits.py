"""The limits that every reader keeps, each with its name; over one of them the input is unreadable.

They bound time and memory on hostile input and lie far above what real documents need.
docs/reading.md lists them for users.
"""

from __future__ import annotations

MAX_BYTES = 256 * 1024 * 1024
"""Bytes of an input."""
MAX_CHARACTERS = 10_000_000
"""Characters of the text that a reader gives."""
MAX_ENTRIES = 10_000
"""Entries of an archive (DOCX, OFD)."""
MAX_ENTRY_BYTES = 64 * 1024 * 1024
"""Bytes of one entry of an archive, unpacked."""
MAX_UNPACKED_BYTES = 256 * 1024 * 1024
"""Bytes that are unpacked of one archive altogether."""
MAX_MARKUP_BYTES = 32 * 1024 * 1024
"""Bytes of a web page, or of one XML part of a document."""
MAX_NESTING = 50
"""Depth of nested blocks on an OFD page (XML and HTML have the limits of libxml2: 256 and 2,048 elements)."""
MAX_PAGES = 3_000
"""Pages of a paged document."""
MAX_PAGE_CHARACTERS = 100_000
"""Characters of one page of a paged document."""
MAX_IMAGE_PAGES = 100
"""Pictures in one TIFF."""
MAX_PIXELS = 60_000_000
"""Pixels of one image."""
MAX_PLUMBER_SECONDS = 6
"""Seconds that pdfplumber may take for a document, where what PDFium reads is doubtful."""
MAX_PLUMBER_BYTES = 1024 * 1024 * 1024
"""Bytes of memory that it may take, in a process of its own."""
