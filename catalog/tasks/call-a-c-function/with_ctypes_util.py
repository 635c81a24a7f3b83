# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:ctypes.util"
# ///
"""One asks for "m" and "c" and gets libm.so.6, libm.dylib or whatever the system has."""

from ctypes import CDLL, Structure, c_char_p, c_double, c_int, c_size_t
from ctypes.util import find_library

libm, libc = CDLL(find_library("m")), CDLL(find_library("c"))


class Division(Structure):  # div_t of stdlib.h
    _fields_ = [("quotient", c_int), ("remainder", c_int)]


libm.cbrt.argtypes, libm.cbrt.restype = [c_double], c_double
libc.strlen.argtypes, libc.strlen.restype = [c_char_p], c_size_t
libc.div.argtypes, libc.div.restype = [c_int, c_int], Division

print(f"cube root of 27: {libm.cbrt(27):.1f}")
print(f'"café" has {libc.strlen("café".encode())} bytes in C')
boxes = libc.div(17, 6)
print(f"17 eggs: {boxes.quotient} boxes of 6, and {boxes.remainder} left")
