using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Conversion.Tests;

/// <summary>A module written by hand for Debian's headers, with forms that modules made by chance lack.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rules">Its rules, below <c>policy_module</c>.</param>
/// <param name="Interfaces">Its own interfaces.</param>
internal sealed record WrittenModule(string Name, string Rules, string Interfaces)
{
    /// <summary>All of them.</summary>
    public static WrittenModule[] All { get; } =
    [
        Make("wrasks", """
            type wrasks_t;
            type wrasks_exec_t;
            init_ranged_daemon_domain(wrasks_t, wrasks_exec_t, s0 - mcs_systemhigh)
            type wrasks_note_t;
            files_type(wrasks_note_t)
            type wrasks_pen_t;
            domain_type(wrasks_pen_t)
            wrasks_read_note(wrasks_t, "letter")
            wrasks_read_note(wrasks_pen_t)
            wrasks_keep_note(wrasks_t, wrasks_note_t)
            wrasks_keep_note(wrasks_pen_t)
            wrasks_use_note(wrasks_t, dir)
            wrasks_use_note(wrasks_pen_t, file)
            wrasks_desk_template(writing)
            wrasks_desk_template(reading)
            """,
            """
            ## <summary>Reads a note, or only looks where no name is given.</summary>
            ## <param name="domain"><summary>Who reads.</summary></param>
            ## <param name="name" optional="true"><summary>The name.</summary></param>
            interface(`wrasks_read_note',`
                gen_require(` type wrasks_note_t; ')
                ifelse(`$2',`',`
                    allow $1 wrasks_note_t:file getattr;
                ',`
                    allow $1 wrasks_note_t:file { getattr open read };
                ')
            ')
            ## <summary>Keeps a note in a type of its own, where one is given.</summary>
            ## <param name="domain"><summary>Who keeps it.</summary></param>
            ## <param name="type" optional="true"><summary>The type.</summary></param>
            interface(`wrasks_keep_note',`
                gen_require(` type wrasks_note_t; ')
                ifelse(`$2',`',`
                    allow $1 wrasks_note_t:file create;
                ',`
                    allow $1 $2:file { create write };
                ')
            ')
            ## <summary>Uses notes in the way of a kind of object.</summary>
            ## <param name="domain"><summary>Who uses them.</summary></param>
            ## <param name="class"><summary>The kind.</summary></param>
            interface(`wrasks_use_note',`
                gen_require(` type wrasks_note_t; ')
                allow $1 wrasks_note_t:$2 getattr;
                ifelse(`$2',`dir',`allow $1 wrasks_note_t:dir search;',`allow $1 wrasks_note_t:$2 open;')
            ')
            ## <summary>A desk.</summary>
            ## <param name="prefix"><summary>What it is for.</summary></param>
            template(`wrasks_desk_template',`
                type wrasks_$1_t;
                domain_type(wrasks_$1_t)
                ifelse(`$1',`writing',`allow wrasks_$1_t self:process signal;',`
                    ifelse(index(`$1',`read'),`0',`allow wrasks_$1_t self:process getsched;')
                ')
            ')
            """),
        Make("wrname", """
            type self_t;
            files_type(self_t)
            type arg1_t;
            domain_type(arg1_t)
            type file_perms_t;
            domain_type(file_perms_t)
            type owner_t;
            files_type(owner_t)
            type wrname_t;
            type wrname_self_exec_t;
            domain_type(wrname_t)
            domain_entry_file(wrname_t, wrname_self_exec_t)
            type wrname_wrname_exec_t;
            domain_entry_file(wrname_t, wrname_wrname_exec_t)
            type wrname_equals_t;
            domain_entry_file(wrname_t, wrname_equals_t)
            allow arg1_t self:process signal;
            allow arg1_t self_t:file { getattr read };
            allow file_perms_t owner_t:file { getattr write };
            allow wrname_t arg1_t:process signull;
            """),
        Make("wrmore", """
            gen_tunable(wrmore_wide, false)
            gen_require(`
                type etc_t; # of the base
                class capability sys_module;
                class cap_userns sys_module;
            ')
            type wrmore_t;
            domain_type(wrmore_t)
            typealias etc_t alias { wrmore_conf_t wrmore_old_t };
            allow wrmore_t wrmore_conf_t:file { getattr open };
            allow wrmore_t self:cap_userns ~{ sys_module };
            tunable_policy(`wrmore_wide',`
                allow wrmore_t self:capability ~{ sys_module };
                allow wrmore_t self:process *;
            ')
            wrmore_lend(wrmore_t)
            type wrmore_page_t;
            files_type(wrmore_page_t)
            filetrans_pattern(wrmore_t, wrmore_page_t, wrmore_page_t, dir, "``leaves''")
            wrmore_turn(wrmore_t)
            wrmore_worker_template(wrmore_web)
            # Only this helper listens.
            allow wrmore_web_helper_t self:tcp_socket listen;
            """,
            """
            ## <summary>Turns a page.</summary>
            ## <param name="domain"><summary>Who turns.</summary></param>
            interface(`wrmore_turn',`
                gen_require(` type wrmore_page_t; ')
                filetrans_pattern($1, wrmore_page_t, wrmore_page_t, file, "``interface''")
            ')
            ## <summary>Lends.</summary>
            ## <param name="domain"><summary>To whom.</summary></param>
            interface(`wrmore_lend',`
                gen_require(` type wrmore_t; class capability sys_module; class fd use; ')
                allow $1 wrmore_t:fd *;
                allow $1 self:capability ~{ sys_module };
            ')
            ## <summary>A worker with its helper.</summary>
            ## <param name="prefix"><summary>What it is called.</summary></param>
            template(`wrmore_worker_template',`
                type $1_t;
                domain_type($1_t)
                type $1_helper_t;
                domain_type($1_helper_t)
                allow $1_t $1_helper_t:process signal;
            ')
            """),
        Make("wrioctl", """
            gen_require(`
                class chr_file ioctl;
                class tcp_socket ioctl;
            ')
            type wrioctl_t;
            domain_type(wrioctl_t)
            type wrioctl_lamp_t;
            files_type(wrioctl_lamp_t)
            allow wrioctl_t wrioctl_lamp_t:chr_file ioctl;
            allowxperm wrioctl_t wrioctl_lamp_t:chr_file ioctl ~{ 0x5401 0x5500-0x55ff };
            auditallowxperm wrioctl_t wrioctl_lamp_t:chr_file ioctl { 0x5401 };
            dontauditxperm wrioctl_t self:tcp_socket ioctl ~{ 0x1 0x8910-0x8920 };
            neverallowxperm wrioctl_t wrioctl_lamp_t:chr_file ioctl 0x5401;
            """),
    ];

    /// <summary>Its files, as they are converted.</summary>
    public HeaderFile[] Files => Interfaces.Length == 0 ? [new(Name + ".te", Rules)] : [new(Name + ".te", Rules), new(Name + ".if", Interfaces)];

    private static WrittenModule Make(string name, string rules, string interfaces = "") => new(name, $"policy_module({name}, 1.0)\n{rules}\n", interfaces.Length == 0 ? "" : interfaces + "\n");
}
