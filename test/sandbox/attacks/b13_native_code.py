import ctypes
libc = ctypes.CDLL(None, use_errno=True)
done = [n for n in (101, 165, 272, 308, 310, 321, 425, 304, 250, 298, 323, 319) if libc.syscall(n, 0, 0, 0, 0, 0) >= 0]
print(15 if done else 0)
