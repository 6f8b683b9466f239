/**
 * The Python program that a box runs: it takes requests from the host, and runs each in a process of its own, which is
 * the first of a namespace of processes. So no program sees the supervisor or can send it a signal, and all that a
 * program has started ends with it. The supervisor alone may mount (it gives every run a new, empty `/tmp`); a program
 * gives that up, and the streams to the host, before its first line.
 *
 * A message is the lengths of a header of JSON and of what follows, 4 bytes each, and both.
 */
export const SUPERVISOR: string = String.raw`
import ctypes, errno, fcntl, gc, json, os, random, resource, select, signal, struct, sys, time, types

libc = ctypes.CDLL(None, use_errno=True)
CLONE_NEWPID, MNT_DETACH, MS_NOSUID, MS_NODEV = 0x20000000, 2, 2, 4
PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, SECCOMP_MODE_FILTER = 4, 22, 38, 2
SEALS = fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE
FAILURE_FD, IMAGE_FD, MESSAGE_BYTES, EXIT_MEMORY = 3, 4, 4096, 101

def checked(result):
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))

def receive():
    def exactly(count):
        data = host_in.read(count)
        if len(data) < count:
            os._exit(0)
        return data
    header, body = struct.unpack("<II", exactly(8))
    return json.loads(exactly(header)), exactly(body)

def send(header, *parts):
    text = json.dumps(header).encode()
    host_out.write(struct.pack("<II", len(text), sum(map(len, parts))) + text + b"".join(parts))
    host_out.flush()

def sealed(data):
    fd = os.memfd_create("image", os.MFD_ALLOW_SEALING | os.MFD_CLOEXEC)
    with open(fd, "wb", closefd=False) as file:
        file.write(data)
    fcntl.fcntl(fd, fcntl.F_ADD_SEALS, SEALS)
    os.lseek(fd, 0, os.SEEK_SET)
    return fd

class SockFprog(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]

def kernel_filter(data):
    return SockFprog(len(data) // 8, data)

def renew_tmp(size):
    libc.umount2(b"/tmp", MNT_DETACH)
    options = b"size=%d,nr_inodes=4096,mode=700" % size
    checked(libc.mount(b"tmpfs", b"/tmp", b"tmpfs", MS_NOSUID | MS_NODEV, options))

def limit(kind, value):
    resource.setrlimit(kind, (value, value))

def give_up_rights(request):
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_NOFILE, 64)
    limit(resource.RLIMIT_NPROC, request["processes"])
    limit(resource.RLIMIT_FSIZE, request["diskBytes"])
    limit(resource.RLIMIT_STACK, request["stackBytes"])
    limit(resource.RLIMIT_CPU, request["cpuSeconds"])
    if request["memoryOf"] == "data":
        limit(resource.RLIMIT_DATA, request["memoryBytes"])
    else:
        limit(resource.RLIMIT_AS, request["memoryBytes"] + (own_size if request["call"] else 0))
    header, nothing = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    checked(libc.capset(header, nothing))
    checked(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    checked(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(filters[request["filter"]]), 0, 0))

def become_program(request, stdin, out, err, failure):
    os.dup2(failure, 200, inheritable=False)
    os.dup2(image_fd, 201, inheritable=True)
    for target, source in enumerate((stdin, out, err)):
        os.dup2(source, target)
    os.dup2(200, FAILURE_FD, inheritable=False)
    os.dup2(201, IMAGE_FD, inheritable=True)
    os.closerange(IMAGE_FD + 1, 256)
    os.chdir("/tmp")
    give_up_rights(request)
    if request["call"]:
        os.closerange(FAILURE_FD, IMAGE_FD + 1)
        random.seed(0)
        function, *arguments = request["call"]
        harness._streams = harness._open_streams()
        getattr(harness, function)(image.decode("utf-8", "surrogatepass"), *arguments)
    command = request["argv"]
    try:
        if not command:
            os.execve(IMAGE_FD, ["main"], os.environ)
        os.close(IMAGE_FD)
        os.execv(command[0], command)
    except OSError as error:
        # A program whose own data is larger than its limit.
        if error.errno == errno.ENOMEM:
            os._exit(EXIT_MEMORY)
        raise

def start(request, stdin, out, err):
    failed, failure = os.pipe2(os.O_CLOEXEC)
    checked(libc.unshare(CLONE_NEWPID))
    try:
        pid = os.fork()
        if pid == 0:
            try:
                become_program(request, stdin, out, err, failure)
            except BaseException as error:
                os.write(FAILURE_FD, repr(error).encode())
            finally:
                os._exit(1)
    finally:
        checked(libc.setns(own_processes, CLONE_NEWPID))
        os.close(failure)
    return pid, failed

class Stream:
    def __init__(self, most):
        self.fd, self.inner = os.pipe2(os.O_CLOEXEC)
        self.most, self.data = most, bytearray()

    def read(self):
        chunk = os.read(self.fd, 1 << 16)
        self.data += chunk[: self.most - len(self.data) + 1]
        return len(chunk) > 0

    def is_over(self):
        return len(self.data) > self.most

    def take(self):
        while self.read():
            pass
        os.close(self.fd)
        return bytes(self.data[: self.most])

def watch(pid, deadline, out, err):
    process = os.pidfd_open(pid)
    poll = select.poll()
    streams = {out.fd: out, err.fd: err}
    for fd in (process, *streams):
        poll.register(fd, select.POLLIN)
    ended = None
    while ended is None:
        left = deadline - time.monotonic()
        ready = [fd for fd, _ in poll.poll(max(0, left * 1000))] if left > 0 else []
        for fd in ready:
            if fd in streams and not streams[fd].read():
                poll.unregister(fd)
        if process in ready:
            ended = "itself"
        elif out.is_over():
            ended = "output"
        elif left <= 0:
            ended = "deadline"
    os.close(process)
    return ended

def read_result(request):
    if request["resultFile"] is None:
        return b""
    try:
        fd = os.open("/tmp/" + request["resultFile"], os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return b""
    with open(fd, "rb") as file:
        return file.read(request["diskBytes"])

def run(request, stdin):
    renew_tmp(request["diskBytes"])
    if request["programFile"] is not None:
        with open("/tmp/" + request["programFile"], "wb") as file:
            file.write(image)
    for name, text in request["files"].items():
        with open("/tmp/" + name, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
    out, err = Stream(request["outputBytes"]), Stream(MESSAGE_BYTES)
    input_fd = sealed(stdin)
    started = time.monotonic()
    pid, failed = start(request, input_fd, out.inner, err.inner)
    for fd in (input_fd, out.inner, err.inner):
        os.close(fd)
    ended = watch(pid, started + request["timeMs"] / 1000, out, err)
    os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    wall = time.monotonic() - started
    failure = os.read(failed, MESSAGE_BYTES).decode(errors="replace")
    os.close(failed)
    parts = [out.take(), err.take(), read_result(request)]
    if out.is_over() and ended == "itself":
        ended = "output"
    send({
        "ended": ended, "failure": failure, "wallMs": wall * 1000,
        "memoryBytes": usage.ru_maxrss * 1024,
        "isOutOfTime": usage.ru_utime + usage.ru_stime >= request["cpuSeconds"] - 0.5,
        "exitCode": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
        "lengths": [len(part) for part in parts],
    }, *parts)

def limit_thread_stacks():
    # Contest programs ask for stacks of half a gigabyte, which count as memory whether they are used or not.
    import threading
    original = threading.stack_size
    threading.stack_size = lambda size=0: original(min(size, 64 << 20))

host_in, host_out = os.fdopen(os.dup(0), "rb", 1 << 16), os.fdopen(os.dup(1), "wb", 1 << 16)
for fd in (0, 1):
    os.dup2(os.open("/dev/null", os.O_RDWR), fd)
settings, harness_source = receive()
if sys.version_info < (3, 9):
    sys.exit("The supervisor of boxes needs Python 3.9 or newer, and this is " + sys.version.split()[0] + ".")
own_processes = os.open("/proc/self/ns/pid", os.O_RDONLY)
checked(libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0))
filters = {name: kernel_filter(bytes.fromhex(data)) for name, data in settings["filters"].items()}
own_main = sys.modules["__main__"]
sys.modules["__main__"] = types.ModuleType("__main__")
sys.path[:] = [path for path in sys.path if path != ""]
sys.argv[:] = ["main.py"]
harness = sys.modules["_harness"] = types.ModuleType("_harness")
exec(compile(harness_source, "_harness", "exec"), harness.__dict__)
limit_thread_stacks()
gc.collect()
gc.freeze()
with open("/proc/self/statm") as file:
    own_size = int(file.read().split()[0]) * resource.getpagesize()
send({"ready": True})
image, image_fd = b"", sealed(b"")
while True:
    request, body = receive()
    if request.get("load"):
        os.close(image_fd)
        image, image_fd = body, sealed(body)
    else:
        try:
            run(request, body)
        except OSError as error:
            send({"failure": repr(error)})
`;
