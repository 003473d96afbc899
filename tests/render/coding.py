"""Texts as the bytes of files: Unicode in its forms, and the codings from before it."""

import re
import unicodedata
from random import Random

# The national standard's letters, in the order of its codes, typed here a second time.
TCVN3 = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        strict=True,
    )
)
VNI_TONES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï", strict=True))
_VNI_HATS = dict(zip("\u0301\u0300\u0309\u0303\u0323", "áàåãä", strict=True))
_VNI_BOWLS = dict(zip("\u0301\u0300\u0309\u0303\u0323", "éèúüë", strict=True))
_VNI_WHOLE = {"đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def encoded(rng: Random, text: str) -> bytes:
    """A text as files hold it: either normal form, either line end, a stray non-breaking space."""
    if rng.random() < 0.2:
        text = unicodedata.normalize("NFD", text)
    if rng.random() < 0.3:
        text = re.sub(r"(?<=\w) (?=\d)", lambda _: rng.choice((" ", " ", "\u00a0")), text)
    if rng.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return text.encode(rng.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16")))


def typed_before_unicode(rng: Random, text: str) -> bytes:
    """A text in TCVN3 or VNI, as an old file or one that was saved again as UTF-8 holds it."""
    typed = rng.choice((to_tcvn3, to_vni))(text)
    return typed.encode("cp1252" if rng.random() < 0.7 else "utf-8")


def to_tcvn3(text: str) -> str:
    """Type a text in TCVN3; the capitals it has no codes for become small."""
    return "".join(TCVN3.get(c) or TCVN3.get(c.lower()) or c for c in text)


def to_vni(text: str) -> str:
    """Type a text in VNI."""
    return "".join(map(_vni_letter, text))


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    if small in _VNI_WHOLE:
        typed = _VNI_WHOLE[small]
    else:
        base, *marks = unicodedata.normalize("NFD", small)
        tone = next((m for m in marks if m in VNI_TONES), "")
        if "\u0302" in marks:
            typed = base + _VNI_HATS.get(tone, "â")
        elif "\u0306" in marks:
            typed = base + _VNI_BOWLS.get(tone, "ê")
        elif "\u031b" in marks:
            typed = {"o": "ô", "u": "ö"}[base] + VNI_TONES.get(tone, "")
        elif tone:
            typed = base + VNI_TONES[tone]
        else:
            return letter
    return typed.upper() if letter.isupper() else typed
