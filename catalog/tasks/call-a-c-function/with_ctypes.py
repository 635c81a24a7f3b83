# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:ctypes"
# ///
"""argtypes and restype say what the C header says; without them everything counts as int."""

import ctypes

libm, libc = ctypes.CDLL("libm.so.6"), ctypes.CDLL("libc.so.6")  # Linux with glibc


class Division(ctypes.Structure):  # div_t of stdlib.h
    _fields_ = [("quotient", ctypes.c_int), ("remainder", ctypes.c_int)]


libm.cbrt.argtypes, libm.cbrt.restype = [ctypes.c_double], ctypes.c_double
libc.strlen.argtypes, libc.strlen.restype = [ctypes.c_char_p], ctypes.c_size_t
libc.div.argtypes, libc.div.restype = [ctypes.c_int, ctypes.c_int], Division

print(f"cube root of 27: {libm.cbrt(27):.1f}")
print(f'"café" has {libc.strlen("café".encode())} bytes in C')
boxes = libc.div(17, 6)
print(f"17 eggs: {boxes.quotient} boxes of 6, and {boxes.remainder} left")
