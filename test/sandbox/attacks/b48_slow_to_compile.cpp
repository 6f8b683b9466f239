constexpr unsigned long long slow(unsigned long long n) { return n < 2 ? n : slow(n - 1) + slow(n - 2); }
static_assert(slow(90) != 0);
int main() {}
