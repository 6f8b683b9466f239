#include <sys/syscall.h>
#include <unistd.h>
#include <cstdio>
int main() {
  long found = -1;
#ifdef __x86_64__
  found = syscall(0x40000000 | SYS_getpid);
  asm volatile("int $0x80" : "=a"(found) : "a"(20) : "memory");
#endif
  printf("%s\n", found >= 0 ? "15" : "0");
}
