/* The steps: what a process does when it is asked to, each a system call or a few that belong together. */

enum { LONGEST_LINE = 8192, MOST_WORDS = 128 };

/* What a child shares with the agent: the step that failed, its errno, what the steps had to say. */
struct outcome {
    int entered, executed, step, error, ready;
    char text[LONGEST_LINE];
};
static struct outcome alone, *outcome = &alone;

static void say(const char *text) {
    size_t used = length(outcome->text);
    for (; *text && used + 1 < sizeof outcome->text; text++) outcome->text[used++] = *text == '\n' || *text == '\t' ? ' ' : *text;
    outcome->text[used] = 0;
}

/* The name of a process that serves: anybody sees it, and setting it takes no permission. */
#define SERVING_NAME "serving a test"

static void ready(void) {
    sys(prctl, PR_SET_NAME, SERVING_NAME);
    outcome->ready = 1;
}
static void serving(void) { for (ready();;) sys(pause); }

/* ---- files ---- */

static int do_read(char **a) {
    char text[4096];
    int error = text_of(a[0], text, sizeof text);
    if (!error) say(text);
    return error;
}
static int do_open(char **a) {
    int flags = same(a[1], "read") ? O_RDONLY : same(a[1], "write") ? O_WRONLY : same(a[1], "append") ? O_WRONLY | O_APPEND : O_RDWR;
    return error_of(sys(open, a[0], flags | O_NONBLOCK));
}
static int do_write(char **a) { return write_to(a[0], O_WRONLY, a[1], length(a[1])); }
static int do_append(char **a) { return write_to(a[0], O_WRONLY | O_APPEND | O_CREAT, a[1], length(a[1])); }
static int do_create(char **a) { return write_to(a[0], O_WRONLY | O_CREAT | O_EXCL, "x", 1); }
static int do_chdir(char **a) { return error_of(sys(chdir, a[0])); }
static int do_mkdir(char **a) { return error_of(sys(mkdir, a[0], 0755)); }
static int do_rmdir(char **a) { return error_of(sys(rmdir, a[0])); }
static int do_unlink(char **a) { return error_of(sys(unlink, a[0])); }
static int do_rename(char **a) { return error_of(sys(rename, a[0], a[1])); }
static int do_link(char **a) { return error_of(sys(link, a[0], a[1])); }
static int do_symlink(char **a) { return error_of(sys(symlink, a[0], a[1])); }
static int do_readlink(char **a) { char to[512]; return error_of(sys(readlink, a[0], to, sizeof to)); }
static int do_stat(char **a) { struct stat status; return error_of(sys(lstat, a[0], &status)); }
static int do_chmod(char **a) { return error_of(sys(chmod, a[0], number(a[1]))); }
static int do_chown(char **a) { return error_of(sys(chown, a[0], whole(a[1]), whole(a[2]))); }
static int do_mkfifo(char **a) { return error_of(sys(mknod, a[0], 0010644, 0)); }
static int do_mknod(char **a) {
    unsigned long major = number(a[2]), minor = number(a[3]);
    return error_of(sys(mknod, a[0], (*a[1] == 'c' ? MODE_CHARACTER : MODE_BLOCK) | 0666, (minor & 0xff) | major << 8 | (minor & ~0xffUL) << 12));
}
static int do_list(char **a) {
    char entries[4096];
    int folder = (int)sys(open, a[0], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return -folder;
    long count;
    while ((count = sys(getdents64, folder, entries, sizeof entries)) > 0) { }
    sys(close, folder);
    return error_of(count);
}
static int do_map(char **a) {
    int file = (int)sys(open, a[0], O_RDONLY | O_CLOEXEC);
    return file < 0 ? -file : error_of(sys(mmap, 0, 4096, PROT_READ | (*a[1] == 'x' ? PROT_EXEC : 0), MAP_PRIVATE, file, 0));
}
static int do_ioctl(char **a) {
    char buffer[512] = "";
    int file = (int)sys(open, a[0], O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    return file < 0 ? -file : error_of(sys(ioctl, file, number(a[1]), buffer));
}
static int do_mount(char **a) { return error_of(sys(mount, a[0], a[1], a[2], 0, 0)); }
static int do_bindmount(char **a) { return error_of(sys(mount, a[0], a[1], 0, MS_BIND, 0)); }
static int do_program(char **a) { return copy_file("/guest/probe", a[0], 0755); }

/* ---- labels ---- */

static int do_getlabel(char **a) {
    char label[512];
    long size = sys(lgetxattr, a[0], "security.selinux", label, sizeof label - 1);
    if (size < 0) return error_of(size);
    label[size] = 0;
    say(label);
    return 0;
}
static int do_setlabel(char **a) { return error_of(sys(lsetxattr, a[0], "security.selinux", a[1], length(a[1]) + 1, 0)); }
static int do_attribute(char **a) { return set_attribute(a[0], a[1]); }
static int do_transact(char **a) { /* one question to a file of selinuxfs */
    char answer[4096];
    int file = (int)sys(open, a[0], O_RDWR | O_CLOEXEC);
    if (file < 0) return -file;
    int error = error_of(sys(write, file, a[1], length(a[1])));
    if (!error) error = read_from(file, answer, sizeof answer);
    if (!error) say(answer);
    sys(close, file);
    return error;
}

/* ---- sockets ---- */

/* One to eight numbers with colons between them, of which "::" leaves some out; or four with dots. */
static void read_address(const char *text, int six, unsigned char *into) {
    memset(into, 0, six ? 16 : 4);
    if (!six) {
        for (int i = 0; i < 4; i++) {
            into[i] = (unsigned char)number(text);
            while (*text && *text != '.') text++;
            if (*text) text++;
        }
    }
    else if (same(text, "::1")) into[15] = 1;
}

/* A new socket, and the address that a protocol (tcp, udp, sctp, dccp; with 6 for IPv6) and two words stand for. */
static int address_of(const char *protocol, const char *ip, const char *port, void *to, unsigned *size) {
    int six = protocol[3] == '6' || protocol[4 - (protocol[3] == 0)] == '6';
    int kind = *protocol == 't' || *protocol == 's' ? SOCK_STREAM : *protocol == 'u' ? SOCK_DGRAM : 6, which = *protocol == 's' ? 132 : *protocol == 'd' ? 33 : 0;
    unsigned short order = (unsigned short)number(port);
    order = (unsigned short)(order << 8 | order >> 8);
    if (six) {
        struct sockaddr_in6 *address = to;
        *address = (struct sockaddr_in6){ .sin6_family = AF_INET6_FAMILY, .sin6_port = order };
        read_address(ip, 1, address->sin6_addr.s6_addr);
        *size = sizeof *address;
    } else {
        struct sockaddr_in *address = to;
        *address = (struct sockaddr_in){ .sin_family = AF_INET4, .sin_port = order };
        read_address(ip, 0, (void *)&address->sin_addr);
        *size = sizeof *address;
    }
    return (int)sys(socket, six ? AF_INET6_FAMILY : AF_INET4, kind | SOCK_CLOEXEC, which);
}
static int bound(char **a, int *file) {
    struct sockaddr_in6 to;
    unsigned size;
    int on = 1;
    *file = address_of(a[0], a[1], a[2], &to, &size);
    if (*file < 0) return -*file;
    sys(setsockopt, *file, SOL_SOCKET_LEVEL, SO_REUSEADDR_OPTION, &on, sizeof on);
    return error_of(sys(bind, *file, &to, size));
}
static int do_bind(char **a) { int file; return bound(a, &file); }
static int do_serve(char **a) { /* listens at a port until it is stopped */
    int file, error = bound(a, &file);
    if (!error && *a[0] == 't') error = error_of(sys(listen, file, 16));
    if (!error) serving();
    return error;
}
static int do_connect(char **a) {
    struct sockaddr_in6 to;
    unsigned size;
    int file = address_of(a[0], a[1], a[2], &to, &size);
    return file < 0 ? -file : error_of(sys(connect, file, &to, size));
}
static int do_sendto(char **a) {
    struct sockaddr_in6 to;
    unsigned size;
    int file = address_of(a[0], a[1], a[2], &to, &size);
    return file < 0 ? -file : error_of(sys(sendto, file, "x", 1, 0, &to, size));
}
static int do_socket(char **a) { return error_of(sys(socket, number(a[0]), number(a[1]), number(a[2]))); }
static int do_socketioctl(char **a) {
    char buffer[512] = "lo";
    int file = (int)sys(socket, AF_INET4, SOCK_DGRAM, 0);
    return file < 0 ? -file : error_of(sys(ioctl, file, number(a[0]), buffer));
}
static int local(int kind, const char *path, struct sockaddr_un *to) {
    *to = (struct sockaddr_un){ .sun_family = 1 };
    print(to->sun_path, sizeof to->sun_path, "%s", path);
    return (int)sys(socket, 1, kind | SOCK_CLOEXEC, 0);
}
static int do_connectto(char **a) {
    struct sockaddr_un to;
    int file = local(SOCK_STREAM, a[0], &to);
    return file < 0 ? -file : error_of(sys(connect, file, &to, sizeof to));
}
static int do_sendlocal(char **a) {
    struct sockaddr_un to;
    int file = local(SOCK_DGRAM, a[0], &to);
    return file < 0 ? -file : error_of(sys(sendto, file, "x", 1, 0, &to, sizeof to));
}
static int bound_to(int kind, const char *path) {
    struct sockaddr_un to;
    int file = local(kind, path, &to);
    if (file < 0) return file;
    long result = sys(bind, file, &to, sizeof to);
    return result < 0 ? (int)result : file;
}
static int do_bindto(char **a) { return error_of(bound_to(SOCK_STREAM, a[0])); }
/* A message with a descriptor in it. */
struct passed {
    char byte[8];
    struct { void *at; size_t size; } part;
    struct { void *name; unsigned name_size, padding; void *parts; size_t count; void *control; size_t control_size; int flags, more; } message;
    struct { size_t size; int level, kind, descriptor, padding; } control;
};
static void prepare(struct passed *passed, int descriptor) {
    *passed = (struct passed){ .control = { sizeof(size_t) + 3 * sizeof(int), 1 /* SOL_SOCKET */, 1 /* SCM_RIGHTS */, descriptor, 0 } };
    passed->part.at = passed->byte;
    passed->part.size = 1;
    passed->message.parts = &passed->part;
    passed->message.count = 1;
    passed->message.control = &passed->control;
    passed->message.control_size = sizeof passed->control;
}
static int do_offer(char **a) { /* hands a file that it opened to everybody who connects, until it is stopped */
    struct passed passed;
    int file = (int)sys(open, a[1], O_RDONLY | O_CLOEXEC);
    if (file < 0) return -file;
    int at = bound_to(SOCK_STREAM, a[0]), error = error_of(at);
    if (!error) error = error_of(sys(listen, at, 16));
    if (error) return error;
    for (ready();;) {
        int peer = (int)sys(accept4, at, 0, 0, SOCK_CLOEXEC);
        prepare(&passed, file);
        if (peer >= 0) sys(sendmsg, peer, &passed.message, 0);
        sys(close, peer);
    }
}
static int do_take(char **a) { /* a descriptor that it may not have does not arrive, and nothing else says so */
    struct passed passed;
    struct sockaddr_un to;
    char text[4096];
    int file = local(SOCK_STREAM, a[0], &to), error = file < 0 ? -file : error_of(sys(connect, file, &to, sizeof to));
    if (error) return error;
    prepare(&passed, -1);
    error = error_of(sys(recvmsg, file, &passed.message, 0));
    if (!error && passed.message.control_size < sizeof(size_t) + 3 * sizeof(int)) error = EACCES;
    if (!error) error = read_from(passed.control.descriptor, text, sizeof text);
    if (!error) say(text);
    return error;
}
static int do_listen(char **a) { /* serves until it is stopped */
    int file = bound_to(SOCK_STREAM, a[0]), error = error_of(file);
    if (!error) error = error_of(sys(listen, file, 16));
    if (!error) serving();
    return error;
}
static int do_receive(char **a) { /* takes datagrams until it is stopped */
    int error = error_of(bound_to(SOCK_DGRAM, a[0]));
    if (!error) serving();
    return error;
}

/* ---- processes ---- */

static int execute(char *program, char **steps_there) {
    char *words[MOST_WORDS + 3] = { program, "do" }, *nothing[] = { 0 };
    int count = 2;
    while (*steps_there && count < MOST_WORDS + 2) words[count++] = *steps_there++;
    outcome->executed = 1;
    int error = error_of(sys(execve, program, words, nothing));
    outcome->executed = 0;
    return error;
}
/* The environment of programs of somebody else's. */
static char *environment[MOST_WORDS + 1] = { "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin", "HOME=/root", "LANG=C", "DOTNET_gcServer=0", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1" };

static int do_setenv(char **a) {
    char *equals = find(a[0], '=');
    int at = 0;
    if (!equals) return EINVAL;
    while (environment[at] && !starts_with(environment[at], a[0], (size_t)(equals + 1 - a[0]))) at++;
    if (at == MOST_WORDS) return E2BIG;
    environment[at] = a[0];
    return 0;
}
static int run(char **words) {
    outcome->executed = 1;
    int error = error_of(sys(execve, words[0], words, environment));
    outcome->executed = 0;
    return error;
}
static int do_wait(char **a) { (void)a; serving(); return 0; }
static int do_nonewprivs(char **a) { (void)a; return error_of(sys(prctl, PR_SET_NO_NEW_PRIVS, 1)); }
static int do_kill(char **a) { return error_of(sys(kill, whole(a[0]), number(a[1]))); }
static int do_ptrace(char **a) { return error_of(sys(ptrace, PTRACE_SEIZE, whole(a[0]), 0, 0)); }
static int do_fork(char **a) {
    (void)a;
    long child = sys(fork);
    if (child == 0) leave(0);
    return child < 0 ? error_of(child) : error_of(sys(wait4, child, 0, 0, 0));
}
static int do_klog(char **a) { char text[256]; return error_of(sys(syslog, number(a[0]), text, sizeof text)); }
static int do_userfault(char **a) { (void)a; return error_of(sys(userfaultfd, O_CLOEXEC | 1 /* UFFD_USER_MODE_ONLY */)); }
static int do_setuid(char **a) { return error_of(sys(setuid, whole(a[0]))); }
static int do_setgid(char **a) { return error_of(sys(setgid, whole(a[0]))); }
static int do_chroot(char **a) { return error_of(sys(chroot, a[0])); }
static int do_nice(char **a) { return error_of(sys(setpriority, 0, 0, whole(a[0]))); }
static int do_hostname(char **a) { return error_of(sys(sethostname, a[0], length(a[0]))); }
static int do_settime(char **a) {
    struct __kernel_timespec now;
    (void)a;
    sys(clock_gettime, 0, &now);
    return error_of(sys(clock_settime, 0, &now));
}
static int do_raiselimit(char **a) { /* above its hard limit */
    struct { unsigned long soft, hard; } limit;
    int error = error_of(sys(prlimit64, 0, number(a[0]), 0, &limit));
    limit.hard++;
    return error ? error : error_of(sys(prlimit64, 0, number(a[0]), &limit, 0));
}
static int do_lockmemory(char **a) { /* beyond its limit */
    struct { unsigned long soft, hard; } limit;
    (void)a;
    int error = error_of(sys(prlimit64, 0, 8 /* RLIMIT_MEMLOCK */, 0, &limit));
    limit.soft = 0;
    if (!error) error = error_of(sys(prlimit64, 0, 8, &limit, 0));
    return error ? error : error_of(sys(mlockall, 1 /* MCL_CURRENT */));
}
static int do_lease(char **a) {
    int file = (int)sys(open, a[0], O_RDONLY | O_CLOEXEC);
    return file < 0 ? -file : error_of(sys(fcntl, file, 1024 /* F_SETLEASE */, 0 /* F_RDLCK */));
}
static int do_setcapability(char **a) { /* one more that the file has when it is executed */
    struct { unsigned magic, data[4]; } capability = { 0x02000000, { 1, 0, 0, 0 } };
    return error_of(sys(setxattr, a[0], "security.capability", &capability, sizeof capability, 0));
}
static int do_call(char **a) { /* any system call that takes numbers */
    return error_of(system_call((long)number(a[0]), (long)number(a[1]), (long)number(a[2]), (long)number(a[3]), 0, 0, 0));
}
static int do_module(char **a) { (void)a; return error_of(sys(init_module, "not a module", 12, "")); }
static int do_executablememory(char **a) {
    (void)a;
    return error_of(sys(mmap, 0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
}
static int do_addkey(char **a) { return error_of(sys(add_key, "user", a[0], "x", 1, -2 /* the ring of the process, which is nobody else's */)); }
static int do_readring(char **a) {
    char keys[64];
    (void)a;
    int error = error_of(sys(keyctl, 0 /* KEYCTL_GET_KEYRING_ID */, -2, 1));
    return error ? error : error_of(sys(keyctl, 11 /* KEYCTL_READ */, -2, keys, sizeof keys));
}
static int do_expect(char **a) { /* the text so far */ return same(outcome->text, a[0]) ? 0 : EBADMSG; }

static const struct { const char *name; int arguments; int (*act)(char **); } known[] = {
    { "read", 1, do_read }, { "open", 2, do_open }, { "write", 2, do_write }, { "append", 2, do_append }, { "create", 1, do_create },
    { "mkdir", 1, do_mkdir }, { "chdir", 1, do_chdir }, { "setenv", 1, do_setenv }, { "rmdir", 1, do_rmdir }, { "unlink", 1, do_unlink }, { "rename", 2, do_rename }, { "link", 2, do_link },
    { "symlink", 2, do_symlink }, { "readlink", 1, do_readlink }, { "stat", 1, do_stat }, { "chmod", 2, do_chmod }, { "chown", 3, do_chown },
    { "mkfifo", 1, do_mkfifo }, { "mknod", 4, do_mknod }, { "list", 1, do_list }, { "map", 2, do_map }, { "ioctl", 2, do_ioctl },
    { "mount", 3, do_mount }, { "bindmount", 2, do_bindmount }, { "program", 1, do_program }, { "getlabel", 1, do_getlabel },
    { "setlabel", 2, do_setlabel }, { "attribute", 2, do_attribute }, { "transact", 2, do_transact }, { "bind", 3, do_bind },
    { "serve", 3, do_serve }, { "connect", 3, do_connect }, { "sendto", 3, do_sendto }, { "socket", 3, do_socket },
    { "socketioctl", 1, do_socketioctl }, { "connectto", 1, do_connectto }, { "sendlocal", 1, do_sendlocal }, { "bindto", 1, do_bindto },
    { "listen", 1, do_listen }, { "receive", 1, do_receive }, { "wait", 0, do_wait }, { "nonewprivs", 0, do_nonewprivs }, { "kill", 2, do_kill },
    { "ptrace", 1, do_ptrace }, { "fork", 0, do_fork }, { "klog", 1, do_klog }, { "userfault", 0, do_userfault }, { "setuid", 1, do_setuid },
    { "setgid", 1, do_setgid }, { "chroot", 1, do_chroot }, { "nice", 1, do_nice }, { "hostname", 1, do_hostname }, { "settime", 0, do_settime },
    { "raiselimit", 1, do_raiselimit }, { "module", 0, do_module }, { "executablememory", 0, do_executablememory }, { "addkey", 1, do_addkey },
    { "readring", 0, do_readring }, { "offer", 2, do_offer }, { "take", 1, do_take }, { "lockmemory", 0, do_lockmemory }, { "lease", 1, do_lease },
    { "setcapability", 1, do_setcapability }, { "call", 4, do_call }, { "expect", 1, do_expect },
};

/* Does steps until one fails; "exec" takes what follows it along, and so does "run". */
static int steps(char **words) {
    for (outcome->step = 0; *words; outcome->step++) {
        char *name = *words++, **arguments = words;
        int count = 0, error = ENOSYS;
        if (same(name, "run")) return outcome->error = *words ? run(words) : EINVAL;
        if (same(name, "exec")) {
            if (!*words) return outcome->error = EINVAL;
            char *program = *words++;
            if (*words && same(*words, ";")) words++;
            return outcome->error = execute(program, words);
        }
        while (*words && !same(*words, ";")) { words++; count++; }
        if (*words) *words++ = 0;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if (same(known[i].name, name)) error = known[i].arguments == count ? known[i].act(arguments) : EINVAL;
        outcome->error = error;
        if (error) return error;
    }
    return 0;
}
