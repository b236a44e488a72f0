"""Why the system refused a file, in the program's own words, so that it speaks one language."""

from __future__ import annotations

import errno

from wizard.model.message import Message

_CAUSES = {
    errno.EACCES: Message("permission denied"),
    errno.EPERM: Message("permission denied"),
    errno.EROFS: Message("the disk is read-only"),
    errno.ENOENT: Message("no such file or folder"),
    errno.ENOTDIR: Message("a part of its path is no folder"),
    errno.EISDIR: Message("it is a folder"),
    errno.ENXIO: Message("it is a device"),
    errno.EEXIST: Message("it exists already"),
    errno.ENOSPC: Message("the disk is full"),
    errno.EDQUOT: Message("your share of the disk is full"),
    errno.EFBIG: Message("it would be larger than the system allows"),
    errno.ENAMETOOLONG: Message("its name is too long"),
    errno.ELOOP: Message("its links lead in a circle"),
    errno.EMFILE: Message("too many files are open"),
    errno.ENFILE: Message("too many files are open"),
    errno.EIO: Message("the disk could not be read or written"),
    errno.EBUSY: Message("it is in use"),
    errno.ETXTBSY: Message("it is in use"),
    errno.ESTALE: Message("the network folder is gone"),
    errno.EPIPE: Message("nobody reads on"),
    errno.EBADF: Message("it is closed"),
}


def cause_of(problem: OSError | ValueError) -> Message:
    """The cause in words; for one that is not listed, its number, or what Python says of a bad name."""
    if isinstance(problem, OSError) and problem.errno:
        known = _CAUSES.get(problem.errno)
        return known or Message("the system's error {number}", {"number": problem.errno})
    return Message("{cause}", {"cause": str(problem)})


def quoted(path: object) -> str:
    """A path in quotation marks, with an escape for what no line can show. Backslashes stand as a person types them."""
    return repr(str(path)).replace("\\\\", "\\")
