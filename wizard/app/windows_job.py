"""On Windows, where processes have no groups, what a process starts outlives it, unless a job holds both."""

from __future__ import annotations

import sys

# Of Windows' winnt.h: the limits of a job, where their flags stand among them, and the one that is wanted.
_EXTENDED_LIMITS = 9
_LIMITS_BYTES, _FLAGS_AT = 144, 16
_END_ALL_WITH_THE_LAST_HANDLE = 0x2000


def end_with_this_process() -> bool:
    """From now on what this process starts ends with it, in whatever way it ends; whether the system grants it."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = bytearray(_LIMITS_BYTES)
        limits[_FLAGS_AT : _FLAGS_AT + 4] = _END_ALL_WITH_THE_LAST_HANDLE.to_bytes(4, "little")
        # Nobody closes this handle: the system does, when the process has ended.
        job = kernel.CreateJobObjectW(None, None)
        return bool(
            job
            and kernel.SetInformationJobObject(
                job, _EXTENDED_LIMITS, (ctypes.c_char * _LIMITS_BYTES).from_buffer(limits), _LIMITS_BYTES
            )
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        )
    else:
        return False
