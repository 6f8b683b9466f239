/** Machines whose system calls are known, as Node names them. */
export type Architecture = "x64" | "arm64";

type Numbers = readonly [x64: number, arm64: number | null];

/**
 * The system calls that any program may make, whatever their arguments: all that an interpreter, a compiler or a contest
 * program needs, and none that reaches beyond its own process, its files and its streams. Numbers by machine; `null`
 * where it has no such call.
 */
const ALLOWED: Readonly<Record<string, Numbers>> = {
  // memory
  brk: [12, 214],
  mmap: [9, 222],
  munmap: [11, 215],
  mprotect: [10, 226],
  mremap: [25, 216],
  madvise: [28, 233],
  mincore: [27, 232],
  msync: [26, 227],
  membarrier: [324, 283],
  // threads
  futex: [202, 98],
  futex_waitv: [449, 449],
  set_tid_address: [218, 96],
  set_robust_list: [273, 99],
  get_robust_list: [274, 100],
  rseq: [334, 293],
  gettid: [186, 178],
  sched_yield: [24, 124],
  sched_getaffinity: [204, 123],
  sched_getparam: [143, 121],
  sched_getscheduler: [145, 120],
  sched_get_priority_max: [146, 125],
  sched_get_priority_min: [147, 126],
  getcpu: [309, 168],
  arch_prctl: [158, null],
  restart_syscall: [219, 128],
  exit: [60, 93],
  exit_group: [231, 94],
  // descriptors
  read: [0, 63],
  write: [1, 64],
  readv: [19, 65],
  writev: [20, 66],
  pread64: [17, 67],
  pwrite64: [18, 68],
  preadv: [295, 69],
  pwritev: [296, 70],
  preadv2: [327, 286],
  pwritev2: [328, 287],
  close: [3, 57],
  close_range: [436, 436],
  dup: [32, 23],
  dup2: [33, null],
  dup3: [292, 24],
  fcntl: [72, 25],
  lseek: [8, 62],
  pipe: [22, null],
  pipe2: [293, 59],
  eventfd: [284, null],
  eventfd2: [290, 19],
  sendfile: [40, 71],
  copy_file_range: [326, 285],
  fsync: [74, 82],
  fdatasync: [75, 83],
  flock: [73, 32],
  select: [23, null],
  pselect6: [270, 72],
  poll: [7, null],
  ppoll: [271, 73],
  epoll_create: [213, null],
  epoll_create1: [291, 20],
  epoll_ctl: [233, 21],
  epoll_wait: [232, null],
  epoll_pwait: [281, 22],
  epoll_pwait2: [441, 441],
  signalfd4: [289, 74],
  timerfd_create: [283, 85],
  timerfd_settime: [286, 86],
  timerfd_gettime: [287, 87],
  // files
  open: [2, null],
  openat: [257, 56],
  openat2: [437, 437],
  creat: [85, null],
  stat: [4, null],
  lstat: [6, null],
  fstat: [5, 80],
  newfstatat: [262, 79],
  statx: [332, 291],
  statfs: [137, 43],
  fstatfs: [138, 44],
  access: [21, null],
  faccessat: [269, 48],
  faccessat2: [439, 439],
  readlink: [89, null],
  readlinkat: [267, 78],
  getdents: [78, null],
  getdents64: [217, 61],
  getcwd: [79, 17],
  chdir: [80, 49],
  fchdir: [81, 50],
  mkdir: [83, null],
  mkdirat: [258, 34],
  rmdir: [84, null],
  unlink: [87, null],
  unlinkat: [263, 35],
  rename: [82, null],
  renameat: [264, 38],
  renameat2: [316, 276],
  link: [86, null],
  linkat: [265, 37],
  symlink: [88, null],
  symlinkat: [266, 36],
  chmod: [90, null],
  fchmod: [91, 52],
  fchmodat: [268, 53],
  truncate: [76, 45],
  ftruncate: [77, 46],
  fallocate: [285, 47],
  fadvise64: [221, 223],
  utime: [132, null],
  utimes: [235, null],
  utimensat: [280, 88],
  umask: [95, 166],
  // sockets that reach nobody
  shutdown: [48, 210],
  getsockname: [51, 204],
  getpeername: [52, 205],
  getsockopt: [55, 209],
  setsockopt: [54, 208],
  sendto: [44, 206],
  recvfrom: [45, 207],
  sendmsg: [46, 211],
  recvmsg: [47, 212],
  // signals
  rt_sigaction: [13, 134],
  rt_sigprocmask: [14, 135],
  rt_sigreturn: [15, 139],
  rt_sigpending: [127, 136],
  rt_sigtimedwait: [128, 137],
  rt_sigsuspend: [130, 133],
  rt_sigqueueinfo: [129, 138],
  sigaltstack: [131, 132],
  kill: [62, 129],
  tkill: [200, 130],
  tgkill: [234, 131],
  pause: [34, null],
  alarm: [37, null],
  setitimer: [38, 103],
  getitimer: [36, 102],
  timer_create: [222, 107],
  timer_settime: [223, 110],
  timer_gettime: [224, 108],
  timer_getoverrun: [225, 109],
  timer_delete: [226, 111],
  // clock
  nanosleep: [35, 101],
  clock_nanosleep: [230, 115],
  clock_gettime: [228, 113],
  clock_getres: [229, 114],
  gettimeofday: [96, 169],
  time: [201, null],
  times: [100, 153],
  // itself
  getpid: [39, 172],
  getppid: [110, 173],
  getuid: [102, 174],
  geteuid: [107, 175],
  getgid: [104, 176],
  getegid: [108, 177],
  getresuid: [118, 148],
  getresgid: [120, 150],
  getgroups: [115, 158],
  getpgrp: [111, null],
  getpgid: [121, 155],
  setpgid: [109, 154],
  getsid: [124, 156],
  setsid: [112, 157],
  getpriority: [140, 141],
  getrlimit: [97, 163],
  setrlimit: [160, 164],
  prlimit64: [302, 261],
  getrusage: [98, 165],
  uname: [63, 160],
  sysinfo: [99, 179],
  capget: [125, 90],
  getrandom: [318, 278],
  wait4: [61, 260],
  waitid: [247, 95],
  execve: [59, 221],
  execveat: [322, 281],
};

/** Calls that are allowed to compilers alone, which start their parts as processes. */
const ALLOWED_TO_COMPILERS: Readonly<Record<string, Numbers>> = {
  fork: [57, null],
  vfork: [58, null],
};

/** A call of which some arguments are allowed. */
export type RuledCall = "clone" | "socketpair" | "ioctl" | "prctl";

const RULED: Readonly<Record<RuledCall, readonly [x64: number, arm64: number]>> = {
  clone: [56, 220],
  socketpair: [53, 199],
  ioctl: [16, 29],
  prctl: [157, 167],
};

const indexOf = (architecture: Architecture): 0 | 1 => (architecture === "x64" ? 0 : 1);

/** The numbers of calls that are allowed whatever their arguments, in ascending order. */
export function allowedCalls(architecture: Architecture, mayStartProcesses: boolean): number[] {
  const calls = { ...ALLOWED, ...(mayStartProcesses ? ALLOWED_TO_COMPILERS : {}) };
  const numbers = Object.values(calls).map((each) => each[indexOf(architecture)]);
  return numbers.filter((number) => number !== null).sort((a, b) => a - b);
}

/** The number of a call of which some arguments are allowed. */
export function ruledCall(name: RuledCall, architecture: Architecture): number {
  return RULED[name][indexOf(architecture)];
}
