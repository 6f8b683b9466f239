#include <cstdio>
int deep(volatile int n) { volatile int kept[64] = {n}; return deep(n + 1) + kept[0]; }
int main() { printf("%d\n", deep(0)); }
