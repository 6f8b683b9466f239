import os, sys
sys.stdout.write("15\n")
sys.stdout.flush()
os._exit(102)
