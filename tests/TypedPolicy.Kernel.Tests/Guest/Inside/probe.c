/* What runs in the guest. It is the agent that answers questions over a serial line, and the program of every domain under test.
 *
 *   probe load FILE          hands a policy to the kernel, byte for byte and in one write
 *   probe agent DEVICE       answers questions until the line ends, then stops the machine
 *   probe do STEP...         does steps, and ends with the errno of the first that fails, or 0
 *
 * A step is its name and its arguments; ";" stands between steps. A question is one line, its words parted by tabs:
 *
 *   ID  as CONTEXT STEPS     a new process enters CONTEXT and does the steps
 *   ID  start CONTEXT STEPS  the same, and does not wait for the end: for what serves
 *   ID  stop PID             ends what start began
 *
 * The agent's own domain is the only permissive one, so that its children may enter any context while the kernel goes on enforcing. What a
 * child comes to is in memory that it shares with the agent, since a confined domain may write to no pipe of the agent's.
 * The context that a process ends in is read from outside, after its end and before it is reaped.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/netlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/klog.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <termios.h>
#include <unistd.h>

enum { LONGEST_LINE = 8192, MOST_WORDS = 128 };

/* What a child shares with the agent: the step that failed, its errno, what the steps had to say. */
struct outcome {
    int entered, executed, step, error, ready;
    char text[LONGEST_LINE];
};
static struct outcome alone, *outcome = &alone;

static int failed(int result) { return result < 0 ? errno : 0; }

static void say(const char *text) {
    size_t used = strlen(outcome->text);
    for (; *text && used + 1 < sizeof outcome->text; text++) outcome->text[used++] = *text == '\n' || *text == '\t' ? ' ' : *text;
    outcome->text[used] = 0;
}

static void serving(void) {
    outcome->ready = 1;
    for (;;) pause();
}

/* ---- files ---- */

static int write_to(const char *path, int flags, const void *bytes, size_t size) {
    int file = open(path, flags | O_CLOEXEC, 0644), error;
    if (file < 0) return errno;
    ssize_t written = write(file, bytes, size);
    error = written < 0 ? errno : written == (ssize_t)size ? 0 : EIO;
    close(file);
    return error;
}

static int read_from(int file, char *into, size_t size) {
    ssize_t count = read(file, into, size - 1);
    if (count < 0) return errno;
    while (count > 0 && (into[count - 1] == '\n' || into[count - 1] == 0)) count--;
    into[count] = 0;
    return 0;
}

static int text_of(const char *path, char *into, size_t size) {
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), error;
    if (file < 0) return errno;
    error = read_from(file, into, size);
    close(file);
    return error;
}

static int set_attribute(const char *name, const char *context) {
    char path[64];
    snprintf(path, sizeof path, "/proc/thread-self/attr/%s", name);
    return write_to(path, O_WRONLY, context, strlen(context));
}

static int do_read(char **a) {
    char text[4096];
    int error = text_of(a[0], text, sizeof text);
    if (!error) say(text);
    return error;
}
static int do_open(char **a) {
    int flags = !strcmp(a[1], "read") ? O_RDONLY : !strcmp(a[1], "write") ? O_WRONLY : !strcmp(a[1], "append") ? O_WRONLY | O_APPEND : O_RDWR;
    return failed(open(a[0], flags | O_NONBLOCK));
}
static int do_write(char **a) { return write_to(a[0], O_WRONLY, a[1], strlen(a[1])); }
static int do_append(char **a) { return write_to(a[0], O_WRONLY | O_APPEND | O_CREAT, a[1], strlen(a[1])); }
static int do_create(char **a) { return write_to(a[0], O_WRONLY | O_CREAT | O_EXCL, "x", 1); }
static int do_mkdir(char **a) { return failed(mkdir(a[0], 0755)); }
static int do_rmdir(char **a) { return failed(rmdir(a[0])); }
static int do_unlink(char **a) { return failed(unlink(a[0])); }
static int do_rename(char **a) { return failed(rename(a[0], a[1])); }
static int do_link(char **a) { return failed(link(a[0], a[1])); }
static int do_symlink(char **a) { return failed(symlink(a[0], a[1])); }
static int do_readlink(char **a) { char to[512]; return failed((int)readlink(a[0], to, sizeof to)); }
static int do_stat(char **a) { struct stat status; return failed(lstat(a[0], &status)); }
static int do_chmod(char **a) { return failed(chmod(a[0], (mode_t)strtol(a[1], 0, 8))); }
static int do_mkfifo(char **a) { return failed(mkfifo(a[0], 0644)); }
static int do_mknod(char **a) {
    return failed(mknod(a[0], (*a[1] == 'c' ? S_IFCHR : S_IFBLK) | 0666, makedev((unsigned)atoi(a[2]), (unsigned)atoi(a[3]))));
}
static int do_list(char **a) {
    DIR *folder = opendir(a[0]);
    if (!folder) return errno;
    errno = 0;
    while (readdir(folder)) { }
    int error = errno;
    closedir(folder);
    return error;
}
static int do_map(char **a) {
    int file = open(a[0], O_RDONLY | O_CLOEXEC);
    if (file < 0) return errno;
    int protection = PROT_READ | (*a[1] == 'x' ? PROT_EXEC : 0);
    return mmap(0, 4096, protection, MAP_PRIVATE, file, 0) == MAP_FAILED ? errno : 0;
}
static int do_ioctl(char **a) {
    char buffer[512] = "";
    int file = open(a[0], O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    return file < 0 ? errno : failed(ioctl(file, strtoul(a[1], 0, 0), buffer));
}
static int do_mount(char **a) { return failed(mount(a[0], a[1], a[2], 0, 0)); }
static int do_bindmount(char **a) { return failed(mount(a[0], a[1], 0, MS_BIND, 0)); }

/* ---- labels ---- */

static int do_getlabel(char **a) {
    char label[512];
    ssize_t size = lgetxattr(a[0], "security.selinux", label, sizeof label - 1);
    if (size < 0) return errno;
    label[size] = 0;
    say(label);
    return 0;
}
static int do_setlabel(char **a) { return failed(lsetxattr(a[0], "security.selinux", a[1], strlen(a[1]) + 1, 0)); }
static int do_attribute(char **a) { return set_attribute(a[0], a[1]); }
static int do_transact(char **a) { /* one question to a file of selinuxfs */
    char answer[4096];
    int file = open(a[0], O_RDWR | O_CLOEXEC), error;
    if (file < 0) return errno;
    error = write(file, a[1], strlen(a[1])) < 0 ? errno : read_from(file, answer, sizeof answer);
    if (!error) say(answer);
    close(file);
    return error;
}

/* ---- sockets ---- */

static int address_of(const char *protocol, const char *ip, const char *port, struct sockaddr_storage *to, socklen_t *size) {
    memset(to, 0, sizeof *to);
    struct sockaddr_in *four = (void *)to;
    struct sockaddr_in6 *six = (void *)to;
    if (strchr(protocol, '6')) {
        *six = (struct sockaddr_in6){ .sin6_family = AF_INET6, .sin6_port = htons((uint16_t)atoi(port)) };
        *size = sizeof *six;
        inet_pton(AF_INET6, ip, &six->sin6_addr);
        return socket(AF_INET6, *protocol == 't' ? SOCK_STREAM : SOCK_DGRAM, 0);
    }
    *four = (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port)) };
    *size = sizeof *four;
    inet_pton(AF_INET, ip, &four->sin_addr);
    return socket(AF_INET, *protocol == 't' ? SOCK_STREAM : SOCK_DGRAM, 0);
}
static int do_bind(char **a) {
    struct sockaddr_storage to;
    socklen_t size;
    int on = 1, socket = address_of(a[0], a[1], a[2], &to, &size);
    if (socket < 0) return errno;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    return failed(bind(socket, (void *)&to, size));
}
static int do_connect(char **a) {
    struct sockaddr_storage to;
    socklen_t size;
    int socket = address_of(a[0], a[1], a[2], &to, &size);
    return socket < 0 ? errno : failed(connect(socket, (void *)&to, size));
}
static int do_sendto(char **a) {
    struct sockaddr_storage to;
    socklen_t size;
    int socket = address_of(a[0], a[1], a[2], &to, &size);
    return socket < 0 ? errno : failed((int)sendto(socket, "x", 1, 0, (void *)&to, size));
}
static int do_socket(char **a) { return failed(socket(atoi(a[0]), atoi(a[1]), atoi(a[2]))); }
static int do_socketioctl(char **a) {
    char buffer[512] = "lo";
    int file = socket(AF_INET, SOCK_DGRAM, 0);
    return file < 0 ? errno : failed(ioctl(file, strtoul(a[0], 0, 0), buffer));
}
static struct sockaddr_un local(const char *path) {
    struct sockaddr_un to = { .sun_family = AF_UNIX };
    snprintf(to.sun_path, sizeof to.sun_path, "%s", path);
    return to;
}
static int do_connectto(char **a) {
    struct sockaddr_un to = local(a[0]);
    int file = socket(AF_UNIX, SOCK_STREAM, 0);
    return file < 0 ? errno : failed(connect(file, (void *)&to, sizeof to));
}
static int do_bindto(char **a) {
    struct sockaddr_un to = local(a[0]);
    int file = socket(AF_UNIX, SOCK_STREAM, 0);
    return file < 0 ? errno : failed(bind(file, (void *)&to, sizeof to));
}
static int do_listen(char **a) { /* serves until it is stopped */
    struct sockaddr_un to = local(a[0]);
    int file = socket(AF_UNIX, SOCK_STREAM, 0);
    if (file < 0 || bind(file, (void *)&to, sizeof to) < 0 || listen(file, 16) < 0) return errno;
    serving();
    return 0;
}

/* ---- processes ---- */

static int steps(char **words);
static int execute(char *program, char **steps_there) {
    char *words[MOST_WORDS + 3] = { program, "do" };
    int count = 2;
    while (*steps_there && count < MOST_WORDS + 2) words[count++] = *steps_there++;
    outcome->executed = 1;
    execv(program, words);
    outcome->executed = 0;
    return errno;
}
static int do_wait(char **a) { (void)a; serving(); return 0; }
static int do_nonewprivs(char **a) { (void)a; return failed(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)); }
static int do_kill(char **a) { return failed(kill(atoi(a[0]), atoi(a[1]))); }
static int do_ptrace(char **a) { return failed((int)ptrace(PTRACE_SEIZE, atoi(a[0]), 0, 0)); }
static int do_fork(char **a) {
    (void)a;
    pid_t child = fork();
    if (child == 0) _exit(0);
    return child < 0 ? errno : failed(waitpid(child, 0, 0));
}
static int do_klog(char **a) { char text[256]; return failed(klogctl(atoi(a[0]), text, sizeof text)); }
static int do_userfault(char **a) { (void)a; return failed((int)syscall(SYS_userfaultfd, O_CLOEXEC | 1 /* UFFD_USER_MODE_ONLY */)); }
static int do_expect(char **a) { /* the text so far */ return strcmp(outcome->text, a[0]) ? EBADMSG : 0; }

static const struct { const char *name; int arguments; int (*act)(char **); } known[] = {
    { "read", 1, do_read }, { "open", 2, do_open }, { "write", 2, do_write }, { "append", 2, do_append }, { "create", 1, do_create },
    { "mkdir", 1, do_mkdir }, { "rmdir", 1, do_rmdir }, { "unlink", 1, do_unlink }, { "rename", 2, do_rename }, { "link", 2, do_link },
    { "symlink", 2, do_symlink }, { "readlink", 1, do_readlink }, { "stat", 1, do_stat }, { "chmod", 2, do_chmod }, { "mkfifo", 1, do_mkfifo },
    { "mknod", 4, do_mknod }, { "list", 1, do_list }, { "map", 2, do_map }, { "ioctl", 2, do_ioctl }, { "mount", 3, do_mount },
    { "bindmount", 2, do_bindmount }, { "getlabel", 1, do_getlabel }, { "setlabel", 2, do_setlabel }, { "attribute", 2, do_attribute },
    { "transact", 2, do_transact }, { "bind", 3, do_bind }, { "connect", 3, do_connect }, { "sendto", 3, do_sendto }, { "socket", 3, do_socket },
    { "socketioctl", 1, do_socketioctl }, { "connectto", 1, do_connectto }, { "bindto", 1, do_bindto }, { "listen", 1, do_listen },
    { "wait", 0, do_wait }, { "nonewprivs", 0, do_nonewprivs }, { "kill", 2, do_kill }, { "ptrace", 1, do_ptrace },
    { "fork", 0, do_fork }, { "klog", 1, do_klog }, { "userfault", 0, do_userfault }, { "expect", 1, do_expect },
};

/* Does steps until one fails; "exec" takes what follows it along. */
static int steps(char **words) {
    for (outcome->step = 0; *words; outcome->step++) {
        char *name = *words++, **arguments = words;
        int count = 0, error = ENOSYS;
        if (!strcmp(name, "exec")) {
            if (!*words) return outcome->error = EINVAL;
            char *program = *words++;
            if (*words && !strcmp(*words, ";")) words++;
            return outcome->error = execute(program, words);
        }
        while (*words && strcmp(*words, ";")) { words++; count++; }
        if (*words) *words++ = 0;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if (!strcmp(known[i].name, name)) error = known[i].arguments == count ? known[i].act(arguments) : EINVAL;
        outcome->error = error;
        if (error) return error;
    }
    return 0;
}

/* ---- the agent ---- */

static int messages = -1, records = -1, line = -1;

static void answer(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void answer(const char *format, ...) {
    char text[2 * LONGEST_LINE];
    va_list values;
    va_start(values, format);
    int size = vsnprintf(text, sizeof text, format, values);
    va_end(values);
    for (int done = 0; done < size && done < (int)sizeof text - 1;) {
        ssize_t written = write(line, text + done, (size_t)(size - done));
        if (written < 0) _exit(1);
        done += (int)written;
    }
}

/* Records reach the log from a thread of the kernel, in the order of their making. So the agent adds one of its own, and those before it are all. */
static void tell_records(const char *id) {
    struct { struct nlmsghdr header; char text[64]; } mark = { 0 };
    struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };
    snprintf(mark.text, sizeof mark.text, "typedpolicy-end-of-%s.", id);
    mark.header = (struct nlmsghdr){ .nlmsg_len = NLMSG_LENGTH(strlen(mark.text) + 1), .nlmsg_type = AUDIT_USER_AVC, .nlmsg_flags = NLM_F_REQUEST };
    if (sendto(records, &mark, mark.header.nlmsg_len, 0, (void *)&kernel, sizeof kernel) < 0) {
        answer("%s\tbroken\tmark: %s\n", id, strerror(errno));
        return;
    }
    for (;;) {
        char text[8192], *message, *end;
        ssize_t size = read(messages, text, sizeof text - 1);
        if (size < 0 && errno == EPIPE) continue; /* the ring was faster than we are: go on with what it still has */
        if (size < 0) return;
        text[size] = 0;
        if (!(message = strchr(text, ';'))) continue;
        message++;
        if ((end = strchr(message, '\n'))) *end = 0;
        if (strstr(message, mark.text)) return;
        if (!strncmp(message, "audit: ", 7) || !strncmp(message, "SELinux: ", 9)) answer("%s\trecord\t%s\n", id, message);
    }
}

static void quiet_descriptors(void) {
    syscall(SYS_close_range, 0, ~0U, 0);
    for (int i = 0; i < 3; i++) open("/dev/null", O_RDWR);
}

static pid_t begin(const char *context, char **words) {
    pid_t child = fork();
    if (child) return child;
    quiet_descriptors();
    int error = strcmp(context, "-") ? set_attribute("current", context) : 0;
    if (error) { outcome->error = error; _exit(254); }
    outcome->entered = 1;
    _exit(steps(words));
}

static void ask(char **words, int count) {
    const char *id = words[0];
    char path[64], context[512] = "";
    siginfo_t end;
    if (count < 3) { answer("%s\tbroken\ttoo few words\n", id); return; }
    memset(outcome, 0, sizeof *outcome);
    if (!strcmp(words[1], "stop")) {
        pid_t child = atoi(words[2]);
        kill(child, SIGKILL);
        waitpid(child, 0, 0);
        tell_records(id);
        answer("%s\tdone\t0\t0\t0\t\t\n", id);
        return;
    }
    pid_t child = begin(words[2], words + 3);
    int serves = 0;
    do {
        serves = !strcmp(words[1], "start") && __atomic_load_n(&outcome->ready, __ATOMIC_SEQ_CST);
        memset(&end, 0, sizeof end);
        if (serves) break;
        waitid(P_PID, (id_t)child, &end, WEXITED | WNOWAIT | (strcmp(words[1], "start") ? 0 : WNOHANG));
        if (!end.si_pid) usleep(500);
    } while (!end.si_pid);
    snprintf(path, sizeof path, "/proc/%d/attr/current", child);
    text_of(path, context, sizeof context);
    if (!serves) waitpid(child, 0, 0);
    tell_records(id);
    if (!outcome->entered) answer("%s\tbroken\t%s: %s\n", id, words[2], strerror(outcome->error));
    else if (serves) answer("%s\tserves\t0\t%d\t0\t%s\t%s\n", id, child, context, outcome->text);
    else answer("%s\t%s\t%d\t%d\t%d\t%s\t%s\n", id, end.si_code == CLD_EXITED ? "done" : "signal", end.si_status, outcome->step, outcome->executed, context, outcome->text);
}

static void network(void) {
    struct ifreq request = { .ifr_name = "lo" };
    int file = socket(AF_INET, SOCK_DGRAM, 0);
    if (file < 0 || ioctl(file, SIOCGIFFLAGS, &request) < 0) return;
    request.ifr_flags |= IFF_UP;
    ioctl(file, SIOCSIFFLAGS, &request);
    close(file);
}

static int agent(const char *device, const char *context) {
    struct termios settings;
    line = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (line < 0) return errno;
    tcgetattr(line, &settings);
    cfmakeraw(&settings);
    cfsetspeed(&settings, B115200);
    tcsetattr(line, TCSANOW, &settings);
    messages = open("/dev/kmsg", O_RDONLY | O_CLOEXEC);
    records = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_AUDIT);
    outcome = mmap(0, sizeof *outcome, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (messages < 0 || records < 0 || outcome == MAP_FAILED) return errno;
    lseek(messages, 0, SEEK_END);
    network();
    int error = set_attribute("current", context);
    if (!error) error = write_to("/sys/fs/selinux/enforce", O_WRONLY, "1", 1);
    if (error) return error;
    tell_records("0"); /* what booting and entering the domain have left */
    answer("0\tready\n");

    FILE *questions = fdopen(dup(line), "r");
    static char text[LONGEST_LINE];
    while (questions && fgets(text, sizeof text, questions)) {
        char *words[MOST_WORDS + 1], *rest = text;
        int count = 0;
        text[strcspn(text, "\n")] = 0;
        for (char *word; count < MOST_WORDS && (word = strsep(&rest, "\t")); count++) words[count] = word;
        words[count] = 0;
        if (!strcmp(words[0], "end")) break;
        ask(words, count);
    }
    reboot(RB_POWER_OFF);
    return 0;
}

static int load(const char *path) {
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) < 0) return errno;
    void *policy = mmap(0, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    return policy == MAP_FAILED ? errno : write_to("/sys/fs/selinux/load", O_RDWR, policy, (size_t)status.st_size);
}

int main(int count, char **words) {
    if (count >= 2 && !strcmp(words[1], "do")) return steps(words + 2);
    int error = count == 3 && !strcmp(words[1], "load") ? load(words[2])
        : count == 4 && !strcmp(words[1], "agent") ? agent(words[2], words[3]) : EINVAL;
    if (error) fprintf(stderr, "probe %s: %s\n", count > 1 ? words[1] : "", strerror(error));
    return error;
}
