/* A program of a user's: answers HTTP on port 7081, and for /secret tries to open the passwords first. */
#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(7081) };
    int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(server, (void *)&address, sizeof address) || listen(server, 8)) return 1;
    for (;;) {
        char request[1024] = "";
        int client = accept(server, 0, 0);
        if (client < 0 || read(client, request, sizeof request - 1) < 0) return 2;
        int isOpen = strstr(request, "/secret") && open("/etc/shadow", O_RDONLY) >= 0;
        const char *answer = isOpen ? "HTTP/1.0 200 OK\r\n\r\nsecret" : "HTTP/1.0 200 OK\r\n\r\nhello";
        if (write(client, answer, strlen(answer)) < 0) return 3;
        close(client);
    }
}
