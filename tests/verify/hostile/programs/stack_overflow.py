"""Calls deeper than the stack is, in C where no interpreter counts."""

import ctypes

libc = ctypes.CDLL(None)
compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
numbers = (ctypes.c_int * 2)(2, 1)


@compare
def again(_one, _other):
    libc.qsort(numbers, 2, 4, again)
    return 0


import sys

sys.setrecursionlimit(10**9)
libc.qsort(numbers, 2, 4, again)
