import mmap
kept = []
for _ in range(64):
    block = mmap.mmap(-1, 64 << 20)
    for at in range(0, len(block), 4096): block[at] = 1
    kept.append(block)
print(15)
