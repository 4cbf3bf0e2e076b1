/* The agent. A question is one line, its words parted by tabs, and so is an answer; what is large lies in a window of memory that host and guest share.
 *
 *   ID  as CONTEXT STEPS     a new process enters CONTEXT and does the steps; "-" is the agent's own context
 *   ID  start CONTEXT STEPS  the same, and does not wait for the end: for what serves
 *   ID  stop PID             ends what start began
 *   ID  place KIND PATH      makes a program, file or folder where there is none, and what is above it; each gets its label
 *   ID  file MODE SIZE PATH  makes a file of SIZE bytes of the window; it gets its label
 *   ID  label PATH           labels a path again, and all below it
 *   ID  batch SIZE           questions to the security server, a line each, in the window; so are the answers
 *   ID  load SIZE            hands the kernel another policy, which is in the window
 *   ID  talk PORT SIZE SECONDS  sends what is in the window to a port of the guest; what comes back is there then
 *
 * The agent's own domain is the only permissive one, so that its children may enter any context while the kernel goes on enforcing. What a
 * child comes to is in memory that it shares with the agent, since a confined domain may write to no pipe of the agent's.
 * The context that a process ends in is read from outside, after its end and before it is reaped.
 */

enum { MARK_PATIENCE = 300000 };

static int messages = -1, records = -1, line = -1, labeller = -1;

static void answer_line(const char *text) { if (write_all(line, text, length(text))) leave(1); }

#define answer(...) do { static char _text[2 * LONGEST_LINE]; print(_text, sizeof _text, __VA_ARGS__); answer_line(_text); } while (0)

/* Records reach the log from a thread of the kernel, in the order of their making. So the agent adds one of its own, and those before it are all. */
static void tell_records(const char *id) {
    struct { struct nlmsghdr header; char text[64]; } mark = { 0 };
    struct sockaddr_nl kernel = { .nl_family = AF_NETLINK_FAMILY };
    print(mark.text, sizeof mark.text, "typedpolicy-end-of-%s.", id);
    mark.header = (struct nlmsghdr){ .nlmsg_len = NLMSG_LENGTH((unsigned)length(mark.text) + 1), .nlmsg_type = AUDIT_USER_AVC, .nlmsg_flags = NLM_F_REQUEST };
    long sent = sys(sendto, records, &mark, mark.header.nlmsg_len, 0, &kernel, sizeof kernel);
    if (sent < 0) {
        answer("%s\tbroken\tmark: error %d\n", id, error_of(sent));
        return;
    }
    for (;;) {
        static char text[8192];
        char *message, *end;
        long size = sys(read, messages, text, sizeof text - 1);
        if (size == -EPIPE) continue; /* the ring was faster than we are: go on with what it still has */
        if (size < 0) return;
        text[size] = 0;
        if (!(message = find(text, ';'))) continue;
        message++;
        if ((end = find(message, '\n'))) *end = 0;
        if (find_text(message, mark.text)) return;
        if ((length(message) > 9 && !memcmp(message, "audit: ", 7)) || (length(message) > 9 && !memcmp(message, "SELinux: ", 9))) answer("%s\trecord\t%s\n", id, message);
    }
}

/* ---- labels: the real setfiles reads paths from a pipe, so that it reads the file contexts once ---- */

static int start_labeller(void) {
    int pipe[2];
    char *words[] = { "/usr/sbin/setfiles", "-F", "-e", "/proc", "-e", "/sys", "-e", "/guest", "-f", "-", "/guest/file_contexts", 0 }, *nothing[] = { 0 };
    long error = sys(pipe2, pipe, O_CLOEXEC);
    if (error < 0) return error_of(error);
    long child = sys(fork);
    if (child == 0) {
        sys(dup2, pipe[0], 0);
        sys(execve, words[0], words, nothing);
        leave(127);
    }
    sys(close, pipe[0]);
    labeller = pipe[1];
    return child < 0 ? error_of(child) : 0;
}

/* A path is labelled when the mark, which follows it and whose label is always wrong before, has its label again. */
static int label(const char *path) {
    static const char mark[] = "/typedpolicy/mark", wrong[] = "system_u:object_r:typedpolicy_place_t:s0";
    char now[512];
    int status;
    must(error_of(sys(lsetxattr, mark, "security.selinux", wrong, sizeof wrong, 0)), "the mark of the labels");
    if (write_all(labeller, path, length(path)) || write_all(labeller, "\n", 1) || write_all(labeller, mark, sizeof mark - 1) || write_all(labeller, "\n", 1)) return EPIPE;
    for (int i = 0; i < MARK_PATIENCE; i++) {
        long size = sys(lgetxattr, mark, "security.selinux", now, sizeof now - 1);
        now[size < 0 ? 0 : size] = 0;
        if (!find_text(now, "typedpolicy_place_t")) return 0;
        if (sys(wait4, -1, &status, 1 /* WNOHANG */, 0) > 0) return ECHILD;
        nap(1);
    }
    return ETIMEDOUT;
}

/* Makes the folders above a path that are missing, and labels the first of them with all that is in it; the path itself otherwise. */
static int label_new(const char *path, const char *first) { return label(*first ? first : path); }

static void first_missing(const char *path, char *into, size_t size) {
    struct stat status;
    print(into, size, "%s", path);
    for (char *slash = find(into + 1, '/'); slash; slash = find(slash + 1, '/')) {
        *slash = 0;
        if (sys(stat, into, &status) == -ENOENT) return;
        *slash = '/';
    }
    *into = 0;
}

static int place(const char *kind, const char *path) {
    char first[4096];
    struct stat status;
    if (sys(stat, path, &status) == 0) return 0;
    first_missing(path, first, sizeof first);
    make_above(path);
    int error = *kind == 'p' ? copy_file("/guest/probe", path, 0755) : *kind == 'd' ? error_of(sys(mkdir, path, 0755)) : write_to(path, O_WRONLY | O_CREAT, "x", 1);
    return error ? error : label_new(path, first);
}

static int place_content(const char *path, unsigned mode, size_t size) {
    char first[4096];
    first_missing(path, first, sizeof first);
    make_above(path);
    sys(unlink, path);
    int file = (int)sys(open, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode), error = file < 0 ? -file : write_all(file, window, size);
    if (file >= 0) { sys(fchmod, file, mode); sys(close, file); }
    return error ? error : label_new(path, first);
}

/* ---- the security server: "access SOURCE TARGET CLASS PERMISSION", "create", "member", "relabel" of SOURCE TARGET CLASS [NAME], "context CONTEXT" ---- */

static unsigned long number_in(const char *format, const char *class, const char *permission) {
    char path[512], text[32];
    print(path, sizeof path, format, class, permission);
    return text_of(path, text, sizeof text) ? 0 : number(text);
}

static size_t ask_server(char *question, char *into, size_t size) {
    static char class[256];
    static unsigned long class_number;
    char *words[8] = { 0 }, path[64], sent[2048], got[2048];
    int count = 0;
    for (char *at = question; at && count < 6; at = find(at, ' ')) {
        if (count) *at++ = 0;
        words[count++] = at;
    }
    if (count > 3 && !same(words[3], class)) {
        print(class, sizeof class, "%s", words[3]);
        class_number = number_in("/sys/fs/selinux/class/%s/index", class, "");
    }
    if (count > 3 && !class_number) return print(into, size, "!%d", ENOENT);
    if (count == 2) print(sent, sizeof sent, "%s", words[1]);
    else if (count > 4 && *words[0] == 'c') print(sent, sizeof sent, "%s %s %d %s", words[1], words[2], (int)class_number, words[4]);
    else print(sent, sizeof sent, "%s %s %d", words[1], words[2], (int)class_number);
    print(path, sizeof path, "/sys/fs/selinux/%s", words[0]);
    int file = (int)sys(open, path, O_RDWR | O_CLOEXEC), error = error_of(file);
    if (!error) error = error_of(sys(write, file, sent, length(sent)));
    if (!error) error = read_from(file, got, sizeof got);
    if (file >= 0) sys(close, file);
    if (error) return print(into, size, "!%d", error);
    if (*words[0] != 'a') return print(into, size, "%s", got);
    unsigned long bit = number_in("/sys/fs/selinux/class/%s/perms/%s", class, words[4] ? words[4] : "");
    char allowed[20] = "0x";
    for (int i = 0; i < 16 && got[i] && got[i] != ' '; i++) { allowed[i + 2] = got[i]; allowed[i + 3] = 0; }
    return bit ? print(into, size, "%d", (int)(number(allowed) >> (bit - 1) & 1)) : print(into, size, "!%d", ENOENT);
}

static size_t batch(size_t size) {
    char *question = window, *into = window + WINDOW / 2, *end = window + WINDOW;
    window[size] = 0;
    while (*question && into + 4096 < end) {
        char *next = find(question, '\n');
        if (next) *next++ = 0;
        into += ask_server(question, into, (size_t)(end - into) - 1);
        *into++ = '\n';
        question = next ? next : window + size;
    }
    size_t used = (size_t)(into - (window + WINDOW / 2));
    memcpy(window, window + WINDOW / 2, used);
    return used;
}

/* Sends the window to a port, and leaves in it what comes until the other side ends or is silent for too long; below zero, the error. */
static long talk(const char *port, size_t size, long seconds) {
    struct sockaddr_in6 to;
    struct { long seconds, microseconds; } patience = { seconds, 0 };
    unsigned length_of_address;
    int file = address_of("tcp", "127.0.0.1", port, &to, &length_of_address), error;
    if (file < 0) return file;
    sys(setsockopt, file, SOL_SOCKET_LEVEL, 20 /* SO_RCVTIMEO */, &patience, sizeof patience);
    error = error_of(sys(connect, file, &to, length_of_address));
    if (!error) error = write_all(file, window, size);
    size_t used = 0;
    for (long count; !error && used < WINDOW / 2 && (count = sys(read, file, window + used, WINDOW / 2 - used)) != 0; used += (size_t)count) {
        if (count == -EAGAIN) break;
        if (count < 0) { error = error_of(count); break; }
    }
    sys(close, file);
    return error ? -error : (long)used;
}

static int load_window(size_t size) { /* from memory of its own: what the kernel copies from must not be a device's */
    long copy = sys(mmap, 0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (error_of(copy)) return error_of(copy);
    memcpy((void *)copy, window, size);
    int error = write_to("/sys/fs/selinux/load", O_RDWR, (void *)copy, size);
    sys(munmap, copy, size);
    return error;
}

/* ---- processes under test ---- */

static void quiet_descriptors(void) {
    sys(close_range, 0, ~0U, 0);
    for (int i = 0; i < 3; i++) sys(open, "/dev/null", O_RDWR);
}

static int begin(const char *context, char **words) {
    int child = (int)sys(fork);
    if (child) return child;
    quiet_descriptors();
    sys(chdir, "/typedpolicy"); /* what has no slash in front is reached without a directory */
    int error = same(context, "-") ? 0 : set_attribute("current", context);
    if (error) { outcome->error = error; leave(254); }
    outcome->entered = 1;
    leave(steps(words));
    return 0;
}

/* Whether a program of somebody else's runs in a process. Ours are given no environment, and a copy of the agent has the agent's. Another one is there only after the
 * process has entered the domain of its program: who opens the file waits for an execve that is under way, and the kernel notes the environment after the context. */
static int runs_another(int child) {
    char path[64], own[512], its[512];
    long own_size, its_size;
    print(path, sizeof path, "/proc/%d/environ", child);
    own_size = bytes_of("/proc/self/environ", own, sizeof own);
    its_size = bytes_of(path, its, sizeof its);
    return its_size > 0 && (its_size != own_size || memcmp(own, its, (size_t)its_size));
}

/* Whether what was started is on its way: it runs another program, or it says so, in shared memory, or by its name after an execve has taken that from it. */
static int is_serving(int child, int others) {
    char path[64], name[32];
    if (others) return runs_another(child);
    if (__atomic_load_n(&outcome->ready, __ATOMIC_SEQ_CST)) return 1;
    print(path, sizeof path, "/proc/%d/comm", child);
    return outcome->executed && !text_of(path, name, sizeof name) && same(name, SERVING_NAME);
}

static void act(char **words) {
    const char *id = words[0];
    char path[64], context[512] = "";
    struct siginfo end;
    int starts = same(words[1], "start"), others = 0, serves = 0, sure = 0;
    memset(outcome, 0, sizeof *outcome);
    for (char **word = words + 3; *word; word++) others |= same(*word, "run");
    int child = begin(words[2], words + 3);
    do {
        serves = starts && is_serving(child, others) && ++sure > others; /* what cannot even start is gone at the second look */
        memset(&end, 0, sizeof end);
        if (serves) break;
        sys(waitid, P_PID, child, &end, WEXITED | WNOWAIT | (starts ? WNOHANG : 0), 0);
        if (!end.si_pid) nap(1);
    } while (!end.si_pid);
    print(path, sizeof path, "/proc/%d/attr/current", child);
    text_of(path, context, sizeof context);
    if (!serves) sys(wait4, child, 0, 0, 0);
    tell_records(id);
    if (!outcome->entered) answer("%s\tbroken\t%s: error %d\n", id, words[2], outcome->error);
    else if (serves) answer("%s\tserves\t0\t%d\t0\t%s\t%s\n", id, child, context, outcome->text);
    else answer("%s\t%s\t%d\t%d\t%d\t%s\t%s\n", id, end.si_code == CLD_EXITED ? "done" : "signal", end.si_status, outcome->step, outcome->executed, context, outcome->text);
}

static void ask(char **words, int count) {
    const char *id = words[0], *verb = count > 1 ? words[1] : "";
    long size = 0;
    int error = 0;
    if (count > 3 && (same(verb, "as") || same(verb, "start"))) { act(words); return; }
    if (count == 3 && same(verb, "stop")) {
        sys(kill, whole(words[2]), 9);
        sys(wait4, whole(words[2]), 0, 0, 0);
    }
    else if (count == 4 && same(verb, "place")) error = place(words[2], words[3]);
    else if (count == 5 && same(verb, "file")) error = place_content(words[4], (unsigned)number(words[2]), number(words[3]));
    else if (count == 3 && same(verb, "label")) error = label(words[2]);
    else if (count == 3 && same(verb, "batch")) size = (long)batch(number(words[2]));
    else if (count == 3 && same(verb, "load")) error = load_window(number(words[2]));
    else if (count == 5 && same(verb, "talk")) { size = talk(words[2], number(words[3]), (long)number(words[4])); error = error_of(size); }
    else error = EINVAL;
    tell_records(id);
    answer("%s\tdone\t%d\t%d\t0\t\t\n", id, error, error ? 0 : (int)size);
}

/* ---- setting out ---- */

static void network(void) {
    struct interface request = { .name = "lo" };
    int file = (int)sys(socket, AF_INET4, SOCK_DGRAM, 0);
    if (file < 0 || sys(ioctl, file, 0x8913 /* SIOCGIFFLAGS */, &request) < 0) return;
    request.flags |= 1; /* up */
    sys(ioctl, file, 0x8914 /* SIOCSIFFLAGS */, &request);
    sys(close, file);
}

static void serve(void) {
    static char context[512], text[LONGEST_LINE];
    struct termios settings;
    must(error_of(line = (int)sys(open, "/dev/ttyS1", O_RDWR | O_NOCTTY | O_CLOEXEC)), "no second serial line");
    sys(ioctl, line, TCGETS, &settings);
    settings.c_iflag = settings.c_oflag = settings.c_lflag = 0;
    settings.c_cflag = B115200 | CS8 | CREAD | CLOCAL;
    settings.c_cc[VMIN] = 1;
    settings.c_cc[VTIME] = 0;
    must(error_of(sys(ioctl, line, TCSETS, &settings)), "the serial line");
    must(error_of(messages = (int)sys(open, "/dev/kmsg", O_RDONLY | O_CLOEXEC)), "no /dev/kmsg");
    must(error_of(records = (int)sys(socket, AF_NETLINK_FAMILY, SOCK_RAW | SOCK_CLOEXEC, NETLINK_AUDIT)), "the kernel has no audit");
    outcome = (struct outcome *)sys(mmap, 0, sizeof *outcome, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    network();
    must(text_of("/guest/context", context, sizeof context), "no context for the agent");
    must(set_attribute("current", context), "the agent cannot enter its domain");
    must(start_labeller(), "setfiles does not start");
    must(label("/"), "setfiles could not label all files");
    must(label("/dev"), "setfiles could not label the devices");
    must(write_to("/sys/fs/selinux/enforce", O_WRONLY, "1", 1), "the kernel does not enforce");
    sys(lseek, messages, 0, 2);
    tell_records("0"); /* what booting and entering the domain have left */
    answer("0\tready\n");
    for (size_t used = 0;;) {
        long count = sys(read, line, text + used, sizeof text - 1 - used);
        if (count <= 0) break;
        text[used += (size_t)count] = 0;
        char *end = find(text, '\n');
        if (!end) { if (used + 1 >= sizeof text) used = 0; continue; }
        char *words[MOST_WORDS + 1];
        int words_count = 0;
        *end = 0;
        for (char *at = text; at && words_count < MOST_WORDS; at = find(at, '\t')) {
            if (words_count) *at++ = 0;
            words[words_count++] = at;
        }
        words[words_count] = 0;
        if (same(words[0], "end")) break;
        ask(words, words_count);
        used = 0; /* the host waits for the answer before it asks again */
    }
    sys(reboot, LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2, LINUX_REBOOT_CMD_POWER_OFF, 0);
}
