import threading, time
threading.stack_size(65536)
started = 0
def wait(): time.sleep(30)
try:
    for _ in range(100000):
        threading.Thread(target=wait, daemon=True).start()
        started += 1
        if started > 5000: break
except (RuntimeError, MemoryError): pass
print(started)
