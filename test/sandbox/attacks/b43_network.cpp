#include <arpa/inet.h>
#include <sys/socket.h>
#include <cstdio>
int main() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET; at.sin_port = htons(39999); at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  printf("%s\n", connect(fd, (sockaddr*)&at, sizeof at) == 0 ? "15" : "0");
}
