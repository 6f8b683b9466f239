import os
seen = []
for pid in os.listdir("/proc"):
    if not pid.isdigit() or int(pid) == os.getpid(): continue
    for name in ("environ", "mem", "maps", "root/etc/passwd", "cwd/x"):
        try: seen.append(open(f"/proc/{pid}/{name}", "rb").read(100))
        except (OSError, ValueError): pass
    for fd in range(64):
        try:
            with open(f"/proc/{pid}/fd/{fd}", "wb", buffering=0) as file: file.write(b"15\n")
            seen.append(fd)
        except OSError: pass
print(*seen) if seen else print(0)
