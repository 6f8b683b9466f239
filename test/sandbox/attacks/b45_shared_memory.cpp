#include <sys/mman.h>
#include <cstring>
#include <cstdio>
int main() {
  for (int i = 0; i < 64; i++) {
    void* block = mmap(nullptr, 64 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED) return 1;
    memset(block, 1, 64 << 20);
  }
  puts("15");
}
