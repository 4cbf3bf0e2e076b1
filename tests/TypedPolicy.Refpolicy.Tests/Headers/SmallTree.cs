using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Refpolicy.Tests.Headers;

/// <summary>A header tree of our own: the macros that headers need, and a few interfaces that use everything.</summary>
internal static class SmallTree
{
    public const string Support = """
        define(`gen_require',`require { $1 }')
        define(`optional_policy',`optional { $1 ifelse(`$2',`',`',`} else { $2 ')}')
        define(`needs_boolean',`ifelse(regexp($1,`\w'),-1,`',`bool regexp($1,`\(\w+\)',`\1');
        needs_boolean(regexp($1,`\w+\(.*\)',`\1'))')')
        define(`tunable_policy',`gen_require(`needs_boolean(`$1')') if ($1) { $2 ifelse(`$3',`',`',`} else { $3 ')}')
        define(`gen_tunable',`bool $1 $2;')
        define(`refpolicywarn',`errprint(`$1')')
        define(`look_perms',`{ getattr look_more_perms }')
        define(`look_more_perms',`{ read open }')
        define(`walk_pattern',`allow $1 $2:dir look_perms; allow $1 $3:$4 look_perms;')
        """;

    public const string Ponds = """
        ## <summary>Water and what swims in it.</summary>

        ########################################
        ## <summary>
        ##	Look into
        ##	a pond &amp; its mud.
        ## </summary>
        ## <desc>
        ##	<p>First.</p>
        ##	<p>Second.</p>
        ## </desc>
        ## <param name="domain">
        ##	<summary>
        ##	Who looks.
        ##	</summary>
        ## </param>
        ## <infoflow type="read" weight="10"/>
        ## <rolecap/>
        #
        interface(`pond_look',`
        	gen_require(`
        		type pond_t, mud_t;
        	')
        	# nothing is taken
        	walk_pattern($1, pond_t, mud_t, file)
        ')

        ## <summary>Swim.</summary>
        ## <param name="role"><summary>The role.</summary></param>
        ## <param name="domain"><summary>Who swims.</summary></param>
        interface(`pond_swim',`
        	gen_require(`
        		attribute swimmer;
        		attribute_role swimmer_roles;
        	')
        	pond_look($2)
        	typeattribute $2 swimmer;
        	roleattribute $1 swimmer_roles;
        	optional_policy(`
        		gen_require(`type fish_t;')
        		dontaudit $2 fish_t:process signal;
        	')
        	ifdef(`has_ice',`allow $2 ice_t:file read;',`
        		tunable_policy(`pond_deep && !pond_frozen',`allow $2 pond_t:dir search;',`dontaudit $2 pond_t:dir search;')
        	')
        ')

        ## <param name="domain"><summary>Who digs.</summary></param>
        ## <param name="made"><summary>What comes out.</summary></param>
        ## <param name="class"><summary>Of which class.</summary></param>
        ## <param name="name" optional="true"><summary>Its name.</summary></param>
        interface(`pond_dig',`
        	gen_require(`type pond_t;')
        	type_transition $1 pond_t:$3 $2 $4;
        ')

        ## <summary>Everything of a kind of frog.</summary>
        ## <param name="prefix"><summary>The frog.</summary></param>
        ## <param name="domain"><summary>Who keeps it.</summary></param>
        template(`frog_template',`
        	type $1_frog_t;
        	gen_tunable($1_croaks, false)
        	pond_look($1_frog_t)
        	allow $2 $1_frog_t:process { signal sigkill };
        	tunable_policy(`$1_croaks',`allow $1_frog_t self:process signal;')
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        ## <param name="except" optional="true"><summary>What not.</summary></param>
        interface(`pond_take_all_except',`
        	gen_require(`attribute water_type;')
        	allow $1 { water_type $2 }:file { read };
        ')

        interface(`pond_old',`
        	refpolicywarn(`$0($*) is deprecated, please use pond_look() instead.')
        	pond_look($1)
        ')

        interface(`pond_broken',`
        	no_such_thing($1)
        ')
        """;

    public static HeaderTree Read(params HeaderFile[] more) =>
        HeaderTree.Read([new("support/water.spt", Support), new("nature/pond.if", Ponds), new("build.conf", "TYPE ?= mcs\nDISTRO ?= debian\n"), .. more]);
}
