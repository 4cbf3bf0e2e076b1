/* The system calls and the few functions that the probe needs of a C library. Without one it is small, owes nothing to anybody's licence, is the same bytes
 * wherever it is compiled by the same compiler, and starts in a domain that may do nothing at all: a C library opens /dev/null first, and dies where it may not. */
#include <asm/signal.h>
#include <asm/siginfo.h>
#include <asm/stat.h>
#include <asm/termbits.h>
#include <asm/unistd.h>
#include <asm-generic/ioctls.h>
#include <linux/audit.h>
#include <linux/errno.h>
#include <linux/fcntl.h>
#include <linux/in.h>
#include <linux/in6.h>
#include <linux/mman.h>
#include <linux/mount.h>
#include <linux/netlink.h>
#include <linux/prctl.h>
#include <linux/ptrace.h>
#include <linux/reboot.h>
#include <linux/resource.h>
#include <linux/time.h>
#include <linux/un.h>
#include <linux/wait.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* What glibc's headers have, and the kernel's do not. */
enum { SOCK_STREAM = 1, SOCK_DGRAM = 2, SOCK_RAW = 3, SOCK_CLOEXEC = 02000000, SOL_SOCKET_LEVEL = 1, SO_REUSEADDR_OPTION = 2, AF_INET4 = 2, AF_INET6_FAMILY = 10, AF_NETLINK_FAMILY = 16 };
enum { MODE_KIND = 0170000, MODE_FOLDER = 0040000, MODE_LINK = 0120000, MODE_CHARACTER = 0020000, MODE_BLOCK = 0060000 };
struct interface { char name[16]; short flags; char rest[22]; };
struct entry { uint64_t inode; int64_t next; uint16_t size; uint8_t kind; char name[]; };

static long system_call(long number, long a, long b, long c, long d, long e, long f) {
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    register long r9 __asm__("r9") = f;
    long result;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
    return result;
}
#define pick(a, b, c, d, e, f, g, ...) system_call(a, (long)(b), (long)(c), (long)(d), (long)(e), (long)(f), (long)(g))
/* A system call by its name; what it returns below zero is the number of an error. */
#define sys(name, ...) pick(__NR_##name, ##__VA_ARGS__, 0, 0, 0, 0, 0, 0)

/* 0, or the number of the error; an address may look like a number below zero, too. */
static int error_of(long result) { return result < 0 && result > -4096 ? (int)-result : 0; }

/* ---- bytes and text; the compiler calls the first three by itself ---- */

void *memset(void *into, int byte, size_t size) { for (char *at = into; size--;) *at++ = (char)byte; return into; }
void *memcpy(void *into, const void *from, size_t size) { __asm__ volatile("rep movsb" : "+D"(into), "+S"(from), "+c"(size) : : "memory"); return into; }
int memcmp(const void *a, const void *b, size_t size) {
    for (const unsigned char *x = a, *y = b; size--; x++, y++) if (*x != *y) return *x - *y;
    return 0;
}

static size_t length(const char *text) { size_t size = 0; while (text[size]) size++; return size; }
static int same(const char *a, const char *b) { size_t size = length(a); return size == length(b) && !memcmp(a, b, size); }
static int starts_with(const char *text, const char *start, size_t size) { return length(text) >= size && !memcmp(text, start, size); }
static char *find(char *text, char wanted) { for (; *text; text++) if (*text == wanted) return text; return 0; }
static char *find_text(char *text, const char *wanted) {
    for (size_t size = length(wanted); *text; text++) if (*text == *wanted && starts_with(text, wanted, size)) return text;
    return 0;
}

/* A number, in base 10, 8 (0 in front) or 16 (0x in front). */
static unsigned long number(const char *text) {
    unsigned long value = 0, base = 10;
    if (*text == '0') base = text[1] == 'x' || text[1] == 'X' ? 16 : 8;
    for (text += base == 16 ? 2 : 0; *text; text++) {
        unsigned digit = *text >= '0' && *text <= '9' ? (unsigned)(*text - '0') : *text >= 'a' && *text <= 'f' ? (unsigned)(*text - 'a' + 10) : *text >= 'A' && *text <= 'F' ? (unsigned)(*text - 'A' + 10) : 99;
        if (digit >= base) break;
        value = value * base + digit;
    }
    return value;
}
static int whole(const char *text) { return *text == '-' ? -(int)number(text + 1) : (int)number(text); }

/* Writes text with %s and %d in it; returns its size. What does not fit is left out. */
static size_t print(char *into, size_t size, const char *format, ...) {
    va_list values;
    size_t used = 0;
    va_start(values, format);
    for (; *format; format++) {
        char digits[24], one[2] = { *format, 0 };
        const char *part = one;
        if (*format == '%' && *++format == 's') part = va_arg(values, const char *);
        else if (format[-1] == '%') {
            long value = va_arg(values, int);
            unsigned long left = value < 0 ? (unsigned long)-value : (unsigned long)value;
            char *at = digits + sizeof digits;
            *--at = 0;
            do *--at = (char)('0' + left % 10); while (left /= 10);
            if (value < 0) *--at = '-';
            part = at;
        }
        for (; *part && used + 1 < size; part++) into[used++] = *part;
    }
    va_end(values);
    into[used] = 0;
    return used;
}

/* ---- what takes more than one call ---- */

static void leave(int status) { for (;;) sys(exit_group, status); }

static void nap(long milliseconds) {
    struct __kernel_timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000 };
    sys(nanosleep, &time, 0);
}

static int write_all(int file, const void *bytes, size_t size) {
    for (size_t done = 0; done < size;) {
        long written = sys(write, file, (const char *)bytes + done, size - done);
        if (written <= 0) return written ? error_of(written) : EIO;
        done += (size_t)written;
    }
    return 0;
}

static int write_to(const char *path, int flags, const void *bytes, size_t size) {
    int file = (int)sys(open, path, flags | O_CLOEXEC, 0644);
    if (file < 0) return -file;
    long written = sys(write, file, bytes, size);
    sys(close, file);
    return written < 0 ? error_of(written) : written == (long)size ? 0 : EIO;
}

/* Reads text once, without the line end or zero that it may end in. */
static int read_from(int file, char *into, size_t size) {
    long count = sys(read, file, into, size - 1);
    if (count < 0) return error_of(count);
    while (count > 0 && (into[count - 1] == '\n' || into[count - 1] == 0)) count--;
    into[count] = 0;
    return 0;
}

static int text_of(const char *path, char *into, size_t size) {
    int file = (int)sys(open, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), error;
    if (file < 0) return -file;
    error = read_from(file, into, size);
    sys(close, file);
    return error;
}

/* The first bytes of a file; returns how many, or the error below zero. */
static long bytes_of(const char *path, char *into, size_t size) {
    int file = (int)sys(open, path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return file;
    long count = sys(read, file, into, size);
    sys(close, file);
    return count;
}

static int set_attribute(const char *name, const char *context) {
    char path[64];
    print(path, sizeof path, "/proc/thread-self/attr/%s", name);
    return write_to(path, O_WRONLY, context, length(context));
}

/* Makes the directories above a path that are not there. */
static void make_above(const char *path) {
    char folder[4096];
    print(folder, sizeof folder, "%s", path);
    for (char *slash = find(folder + 1, '/'); slash; slash = find(slash + 1, '/')) {
        *slash = 0;
        sys(mkdir, folder, 0755);
        *slash = '/';
    }
}

static int copy_file(const char *from, const char *to, unsigned mode) {
    static char part[1 << 16];
    int source = (int)sys(open, from, O_RDONLY | O_CLOEXEC), target, error = 0;
    if (source < 0) return -source;
    target = (int)sys(open, to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode & 07777);
    if (target < 0) error = -target;
    for (long count; !error && (count = sys(read, source, part, sizeof part)) != 0;) error = count < 0 ? error_of(count) : write_all(target, part, (size_t)count);
    sys(close, source);
    if (target >= 0) sys(close, target);
    return error;
}

int main(int count, char **words);
__attribute__((used)) static void start(long *stack) { leave(main((int)*stack, (char **)(stack + 1))); }
__asm__(".globl _start\n_start: xor %ebp, %ebp\nmov %rsp, %rdi\nand $-16, %rsp\ncall start\n");
