using TypedPolicy.Conversion.Base;
using TypedPolicy.Conversion.Converting;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.Tests;

/// <summary>A base policy of our own, small enough to read: support macros, and interfaces as distributions have them.</summary>
internal static class SmallPolicy
{
    /// <summary>The headers.</summary>
    public static HeaderFile[] Files { get; } =
    [
        new("build.conf", "TYPE = mcs\nDISTRO = debian\n"),
        new("support/macros.spt", """
            define(`policy_module',`module $1 $2; require { role system_r; class file { read open getattr execute entrypoint }; }')
            define(`gen_require',`require { $1 }')
            define(`optional_policy',`optional { $1 ifelse(`$2',`',`',`} else { $2 ')}')
            define(`tunable_policy',`if ($1) { $2 ifelse(`$3',`',`',`} else { $3 ')}')
            define(`gen_tunable',`bool $1 $2;')
            define(`gen_context',`$1:$2')
            define(`look_file_perms',`{ getattr open read }')
            define(`same_file_perms',`{ getattr open read lock ioctl }')
            define(`keep_file_perms',`{ create open getattr setattr read write append rename link unlink ioctl lock watch watch_reads }')
            define(`keep_dir_perms',`{ create open getattr setattr read write link unlink rename search add_name remove_name reparent rmdir lock ioctl watch }')
            define(`serve_socket_perms',`{ ioctl read getattr lock write setattr append bind connect getopt setopt shutdown create listen accept }')
            define(`look_files_pattern',`allow $1 $2:dir search; allow $1 $3:file look_file_perms;')
            define(`refpolicywarn',`')
            # may_run(domain,program)
            define(`may_run',`allow $1 $2:file { execute execute_no_trans };')
            # 1. domain type
            # 2. directory
            # 3. new type
            define(`new_pattern',`allow $1 $2:dir { search write add_name }; type_transition $1 $2:$4 $3 $5;')
            """),
        new("system/shop.if", """
            ## <summary>Goods.</summary>
            ## <param name="domain"><summary>Who reads them.</summary></param>
            interface(`shop_read_goods',`
                gen_require(` type shop_goods_t; ')
                allow $1 shop_goods_t:file { read open };
            ')
            ## <summary>Each opens what the others are.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            interface(`shop_share',`
                allow $1 $1:file open;
            ')
            ## <summary>A service.</summary>
            ## <param name="domain"><summary>The domain.</summary></param>
            ## <param name="program"><summary>Its program.</summary></param>
            interface(`shop_service',`
                gen_require(` attribute domain, entry_type, exec_type, file_type, non_auth_file_type, non_security_file_type; role system_r; ')
                typeattribute $1 domain;
                typeattribute $2 entry_type, exec_type, file_type, non_auth_file_type, non_security_file_type;
                role system_r types $1;
                allow $1 $2:file { entrypoint execute read open };
            ')
            ## <summary>Work there.</summary>
            ## <param name="role"><summary>Who does.</summary></param>
            interface(`shop_work',`
                gen_require(` role clerk_r; ')
                allow $1 clerk_r;
            ')
            ## <summary>A kind of file.</summary>
            ## <param name="type"><summary>The type.</summary></param>
            interface(`shop_file',`
                gen_require(` attribute file_type, non_auth_file_type, non_security_file_type; ')
                typeattribute $1 file_type, non_auth_file_type, non_security_file_type;
            ')
            ## <summary>Shelves of a name.</summary>
            ## <param name="prefix"><summary>The name.</summary></param>
            template(`shop_shelf_template',`
                gen_require(` attribute file_type, non_auth_file_type, non_security_file_type; ')
                type shelf_$1_t, file_type, non_auth_file_type, non_security_file_type;
            ')
            ## <summary>A stall, where there are any.</summary>
            ## <param name="domain"><summary>Who looks after it.</summary></param>
            ## <param name="prefix"><summary>Its name.</summary></param>
            template(`shop_stall_template',`
                ifelse(`$2',`closed',`',`
                optional_policy(`
                    gen_require(` attribute stall; ')
                    type $2_stall_t, stall;
                    allow $1 $2_stall_t:file read;
                ')
                ')
            ')
            ## <summary>Almost everything.</summary>
            ## <param name="domain"><summary>Who may.</summary></param>
            interface(`shop_own',`
                allow $1 self:capability ~{ sys_module };
            ')
            ## <summary>A program of the shop's.</summary>
            ## <param name="program"><summary>The program.</summary></param>
            interface(`shop_program',`
                gen_require(` type porter_t; attribute entry_type, exec_type, file_type, non_auth_file_type, non_security_file_type; ')
                typeattribute $1 entry_type, exec_type, file_type, non_auth_file_type, non_security_file_type;
                allow porter_t $1:file { entrypoint execute read open };
            ')
            ## <summary>Starts it with more.</summary>
            ## <param name="domain"><summary>The domain.</summary></param>
            ## <param name="program"><summary>Its program.</summary></param>
            interface(`shop_raise',`
                gen_require(` type porter_t; ')
                range_transition porter_t $2:process s0;
            ')
            ## <summary>What was done once.</summary>
            ## <param name="domain"><summary>Who does it.</summary></param>
            interface(`shop_haggle',`
                refpolicywarn(`shop_haggle is no longer done. Use shop_share.')
                allow $1 self:process signal;
            ')
            ## <summary>New files get a type of their own.</summary>
            ## <param name="domain"><summary>Who makes them.</summary></param>
            ## <param name="private type"><summary>Their type.</summary></param>
            ## <param name="object"><summary>Their class.</summary></param>
            ## <param name="name" optional="true"><summary>Their name.</summary></param>
            interface(`shop_filetrans',`
                gen_require(` type shop_goods_t; ')
                type_transition $1 shop_goods_t:$3 $2 $4;
            ')
            """),
    ];

    private static readonly HeaderTree Tree = HeaderTree.Read(Files);

    /// <summary>The C# names of the base.</summary>
    public static BindingNames Names { get; } = BindingNames.Of(Tree);

    private static readonly HeaderBase Base = new(Tree, Names);

    /// <summary>Converts a module.</summary>
    public static ConvertedModule Convert(string te, string? interfaces = null, string? labels = null)
    {
        List<HeaderFile> files = [new("till.te", te)];
        if (interfaces is not null)
        {
            files.Add(new("till.if", interfaces));
        }

        if (labels is not null)
        {
            files.Add(new("till.fc", labels));
        }

        return ModuleConverter.Convert(Tree, SupportMacros.Read(Files), Base, files);
    }
}
