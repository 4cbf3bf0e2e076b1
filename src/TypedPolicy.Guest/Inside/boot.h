/* PID 1: hands the policy to the kernel, makes a root that can be labelled, and moves into it. Nothing is enforced before the agent says so. */

static void die(const char *what, int error) {
    char text[512];
    int console = (int)sys(open, "/dev/console", O_WRONLY);
    size_t size = print(text, sizeof text, "guest: %s (error %d)\n", what, error);
    write_all(console < 0 ? 2 : console, text, size);
    leave(1); /* the end of PID 1 is a panic, and a panic ends the machine */
}

static void must(int error, const char *what) { if (error) die(what, error); }

static int load(const char *path) {
    struct stat status;
    int file = (int)sys(open, path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || sys(fstat, file, &status) < 0) return ENOENT;
    long policy = sys(mmap, 0, status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (error_of(policy)) return error_of(policy);
    int error = write_to("/sys/fs/selinux/load", O_RDWR, (void *)policy, (size_t)status.st_size); /* byte for byte, in one write */
    sys(munmap, policy, status.st_size);
    sys(close, file);
    return error;
}

/* Moves what is in a folder into another file system; what is moved is gone at its old place, so that it takes no memory twice. */
static int move_all(const char *from, const char *to) {
    char entries[8192];
    int folder = (int)sys(open, from, O_RDONLY | O_DIRECTORY | O_CLOEXEC), error = 0;
    long count = 0;
    if (folder < 0) return -folder;
    while (!error && (count = sys(getdents64, folder, entries, sizeof entries)) > 0) {
        for (long at = 0; !error && at < count; at += ((struct entry *)(entries + at))->size) {
            char source[4096], target[4096], link[4096];
            struct entry *one = (struct entry *)(entries + at);
            struct stat status;
            if (same(one->name, ".") || same(one->name, "..")) continue;
            print(source, sizeof source, "%s/%s", from, one->name);
            print(target, sizeof target, "%s/%s", to, one->name);
            error = error_of(sys(lstat, source, &status));
            if (error) break;
            if ((status.st_mode & MODE_KIND) == MODE_FOLDER) {
                sys(mkdir, target, status.st_mode & 07777);
                error = move_all(source, target);
            } else if ((status.st_mode & MODE_KIND) == MODE_LINK) {
                long size = sys(readlink, source, link, sizeof link - 1);
                link[size < 0 ? 0 : size] = 0;
                error = error_of(sys(symlink, link, target));
            } else {
                error = copy_file(source, target, status.st_mode);
                sys(unlink, source);
            }
        }
    }
    sys(close, folder);
    return error ? error : error_of(count);
}

/* ---- the window: the memory of a device of QEMU's (ivshmem), which needs no driver and is none of the guest's own ---- */

enum { WINDOW = 32 << 20, HEAD = 6 + 13 * 8 }; /* what questions and answers use of it; the files that it holds at first may be more */

static char *window;

static char *find_window(void) {
    static const char devices[] = "/sys/bus/pci/devices";
    static char entries[8192];
    int folder = (int)sys(open, devices, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    long count = folder < 0 ? 0 : sys(getdents64, folder, entries, sizeof entries), at;
    sys(close, folder);
    for (at = 0; at < count; at += ((struct entry *)(entries + at))->size) {
        char path[512], text[32];
        const char *name = ((struct entry *)(entries + at))->name;
        struct stat status;
        print(path, sizeof path, "%s/%s/device", devices, name);
        if (*name == '.' || text_of(path, text, sizeof text) || !same(text, "0x1110")) continue;
        print(path, sizeof path, "%s/%s/enable", devices, name);
        write_to(path, O_WRONLY, "1", 1);
        print(path, sizeof path, "%s/%s/resource2", devices, name);
        int file = (int)sys(open, path, O_RDWR | O_CLOEXEC);
        if (file < 0 || sys(fstat, file, &status) < 0) continue;
        long mapped = sys(mmap, 0, status.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        sys(close, file);
        if (!error_of(mapped)) return (char *)mapped;
    }
    return 0;
}

static size_t hexadecimal(const char *text) {
    char digits[11] = "0x";
    memcpy(digits + 2, text, 8);
    return number(digits);
}

/* Makes the files of an archive (cpio, newc) that lies in the window. From there they take memory once; the kernel, which unpacks what it boots from, has that twice. */
static int unpack(const char *archive, const char *to) {
    for (size_t at = 0;;) {
        static char path[4096], target[4096];
        const char *head = archive + at, *name = head + HEAD;
        size_t mode = hexadecimal(head + 14), size = hexadecimal(head + 54), content = (at + HEAD + hexadecimal(head + 94) + 3) & ~3UL;
        int error = memcmp(head, "070701", 6) ? EINVAL : 0;
        if (error || same(name, "TRAILER!!!")) return error;
        at = (content + size + 3) & ~3UL;
        print(path, sizeof path, "%s/%s", to, name);
        if ((mode & MODE_KIND) == MODE_FOLDER) error = error_of(sys(mkdir, path, mode & 07777));
        else if ((mode & MODE_KIND) == MODE_LINK) {
            memcpy(target, archive + content, size < sizeof target ? size : sizeof target - 1);
            target[size < sizeof target ? size : sizeof target - 1] = 0;
            error = error_of(sys(symlink, target, path));
        } else {
            int file = (int)sys(open, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode & 07777);
            error = file < 0 ? -file : write_all(file, archive + content, size);
            sys(close, file);
        }
        if (error) return error;
    }
}

static void mount_at(const char *type, const char *path, const char *options) { must(error_of(sys(mount, type, path, type, 0, options)), path); }

static void boot(void) {
    char context[512], options[640], version[32] = "?";
    sys(mkdir, "/proc", 0755);
    sys(mkdir, "/sys", 0755);
    sys(mkdir, "/sysroot", 0755);
    mount_at("proc", "/proc", 0);
    mount_at("sysfs", "/sys", 0);
    write_to("/proc/sys/kernel/printk_ratelimit", O_WRONLY, "0", 1); /* else ten records in five seconds reach the log, and the others are lost */
    must(error_of(sys(mount, "selinuxfs", "/sys/fs/selinux", "selinuxfs", 0, 0)), "the kernel has no SELinux, or another security module was chosen");
    int error = load("/guest/policy");
    if (error) {
        text_of("/sys/fs/selinux/policyvers", version, sizeof version);
        print(options, sizeof options, "the kernel does not accept the policy; the newest version it reads is %s", version);
        die(options, error);
    }
    sys(unlink, "/guest/policy");

    /* A tmpfs that is mounted after the policy is there keeps labels, and as an object it has the label of a disk. */
    must(text_of("/guest/filesystem", context, sizeof context), "no context for the root");
    print(options, sizeof options, "mode=755,size=90%s%s%s", "%", *context ? ",fscontext=" : "", context);
    must(error_of(sys(mount, "root", "/sysroot", "tmpfs", 0, options)), "no root");
    if (!(window = find_window())) die("no shared memory", ENODEV);
    must(unpack(window, "/sysroot"), "not all files fit; give the guest more memory");
    sys(mkdir, "/sysroot/guest", 0755);
    must(move_all("/guest", "/sysroot/guest"), "not all files fit; give the guest more memory");
    mount_at("devtmpfs", "/sysroot/dev", 0);
    sys(mkdir, "/sysroot/dev/pts", 0755);
    sys(mount, "devpts", "/sysroot/dev/pts", "devpts", 0, 0);
    must(error_of(sys(umount2, "/sys/fs/selinux", 0)), "selinuxfs is in use");
    must(error_of(sys(mount, "/proc", "/sysroot/proc", 0, MS_MOVE, 0)), "/proc");
    must(error_of(sys(mount, "/sys", "/sysroot/sys", 0, MS_MOVE, 0)), "/sys");
    must(error_of(sys(chdir, "/sysroot")), "/sysroot");
    must(error_of(sys(mount, ".", "/", 0, MS_MOVE, 0)), "the root cannot be moved");
    must(error_of(sys(chroot, ".")), "the root cannot be entered");
    sys(chdir, "/");
    mount_at("selinuxfs", "/sys/fs/selinux", 0);

    /* What labels files writes to the console what it cannot do. */
    int console = (int)sys(open, "/dev/console", O_RDWR);
    for (int i = 0; i < 3 && console >= 0; i++) sys(dup2, console, i);
}
