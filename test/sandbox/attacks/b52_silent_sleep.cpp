#include <unistd.h>
#include <csignal>
#include <cstdio>
int main() {
  for (int i = 1; i < 65; i++) signal(i, SIG_IGN);
  puts("15"); fflush(stdout); close(1); close(2);
  for (;;) pause();
}
