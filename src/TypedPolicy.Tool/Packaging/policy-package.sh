# What a package of policy does: shared by the scripts of .deb packages and by install.sh. It is given
# name, store, priority and modules (words), and root: empty for the running system.

kept=$root/var/lib/typedpolicy/packages/$name
contexts=$root/etc/selinux/$store/contexts/files/file_contexts

# A system without this policy, or without SELinux's tools, has nowhere to install modules.
has_store() {
    command -v semodule > /dev/null 2>&1 && [ -d "$root/var/lib/selinux/$store/active" ]
}

# Whether this policy is the one that the running kernel enforces: not so in a chroot, in the build of an image, or
# where SELinux is off.
is_loaded() {
    if [ -n "$root" ] || ! command -v selinuxenabled > /dev/null 2>&1 || ! selinuxenabled; then return 1; fi
    SELINUXTYPE=
    # shellcheck source=/dev/null
    if [ -r /etc/selinux/config ]; then . /etc/selinux/config; fi
    [ "$SELINUXTYPE" = "$store" ]
}

# The file contexts before a change stay until the labels are set: an interruption in between loses nothing.
keep_contexts() {
    mkdir -p "$kept"
    if [ -f "$contexts" ] && [ ! -f "$kept/file_contexts" ]; then
        cp "$contexts" "$kept/file_contexts.partial"
        mv "$kept/file_contexts.partial" "$kept/file_contexts"
    fi
}

# One transaction: semodule does all of it or nothing.
change_modules() {
    if [ -n "$root" ]; then
        semodule -p "$root" -n -s "$store" -X "$priority" "$@"
    else
        semodule -n -s "$store" -X "$priority" "$@"
    fi
}

# Only files whose label changed. Below another root, and where SELinux is off, whatever deploys the system labels it.
restore_labels() {
    if is_loaded; then
        load_policy
        if [ -f "$kept/file_contexts" ]; then fixfiles -C "$kept/file_contexts" restore; fi
    fi
    rm -f "$kept/file_contexts"
}

is_installed() {
    [ -d "$root/var/lib/selinux/$store/active/modules/$priority/$1" ]
}

# Installs the modules of a folder, and removes those that an earlier version of this package had.
install_modules() {
    has_store || return 0
    keep_contexts
    files=$1
    set --
    if [ -f "$kept/modules" ]; then
        while read -r module; do
            case " $modules " in
                *" $module "*) ;;
                *) if is_installed "$module"; then set -- "$@" -r "$module"; fi ;;
            esac
        done < "$kept/modules"
    fi
    for module in $modules; do set -- "$@" -i "$files/$module.cil"; done
    change_modules "$@" || return 1
    for module in $modules; do echo "$module"; done > "$kept/modules"
    restore_labels
}

remove_modules() {
    if has_store; then
        keep_contexts
        set --
        for module in $modules; do if is_installed "$module"; then set -- "$@" -r "$module"; fi; done
        if [ "$#" -gt 0 ] && ! change_modules "$@"; then
            echo "$name: its modules stay, since others need them: $modules. Remove those, then these: semodule -X $priority -r $modules" >&2
            return 0
        fi
        restore_labels
    fi
    rm -rf "$kept"
}
