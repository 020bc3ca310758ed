"""What is wrong with an annotation program's file, for who gave it."""


def describe(error: Exception) -> str:
    r"""One sentence without the file's content, which can be long.

    >>> describe(KeyError("title")), describe(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"))
    ("'title' is missing", 'damaged UTF-8: byte 0xff at 0')
    """
    if isinstance(error, UnicodeDecodeError):
        return f"damaged UTF-8: byte 0x{error.object[error.start]:02x} at {error.start}"
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error) or type(error).__name__
