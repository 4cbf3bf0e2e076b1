using System.Collections.Immutable;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Model.Targets;

/// <summary>A base policy that modules are written for.</summary>
/// <param name="Name">The word for it in <c>TypedPolicyTargets</c>.</param>
/// <param name="Title">What a person calls it.</param>
/// <param name="Equivalences">Its <c>file_contexts.subs_dist</c>, the most specific lines last.</param>
/// <param name="Memberships">What each kind of type joins.</param>
/// <param name="Facts">What the table has on it.</param>
public sealed partial record Target(string Name, string Title, Equivalences Equivalences, Memberships Memberships, TargetFacts Facts)
{
    /// <summary>
    /// Whether its <c>semodule</c> refuses a policy that breaks a neverallow rule: <c>expand-check</c> in <c>/etc/selinux/semanage.conf</c>, as its package has it. Where that is
    /// unknown it does not: no distribution whose file could be read checks.
    /// </summary>
    public bool ChecksNeverAllow => Facts.ExpandCheck == true;

    /// <summary>Whether its base follows the reference policy as Debian's does, and not Fedora's branch of it.</summary>
    public bool IsOfDebianLine => Facts.Line == "debian";

    /// <summary>The attributes of the base policy that a kind of type joins, sorted.</summary>
    public ImmutableArray<string> MembershipsOf(TypeKind kind) => Memberships[kind];

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
