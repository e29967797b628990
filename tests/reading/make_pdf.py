"""PDF files for tests of reading: the package's writer, and what some producers do besides."""

from gongwen.testing.pdf import PdfPageDraft, write_pdf


class PdfPage(PdfPageDraft):
    def characters(self, text, x, y, size=16):
        """Each character placed by itself, as some producers write them; blanks are not written."""
        for character in text:
            if character not in " \u3000":
                self.text(character, x, y, size)
            x += size * (0.5 if ord(character) < 0x100 else 1.0)

    def box(self, x, y, width, height, colour="0.9 g"):
        self.content.append(f"q {colour} {x} {self.height - y - height} {width} {height} re f Q")


def pdf(pages, *, font="STSong-Light", producer="adobe", title="", widths="[32 126 500]"):
    """``producer``: ``adobe`` names a predefined encoding, ``identity`` numbers glyphs and says what they mean,
    ``glyphless`` brings a font in which nothing shows."""
    return write_pdf(pages, font=font, encoding=producer, title=title, widths=widths)
