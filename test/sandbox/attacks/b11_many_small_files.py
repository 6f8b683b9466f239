count = 0
try:
    while True:
        open(f"f{count}", "w").close()
        count += 1
except OSError: pass
print(count)
