#pragma warning disable CS1591 // The text of a message is its documentation.

namespace TypedPolicy.Model.Diagnostics;

/// <content>TP5xxx: access that gives much.</content>
public static partial class RuleCatalogue
{
    /// <summary>TP5001.</summary>
    public static class PermissiveDomain
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.PermissiveDomain, "Permissive domain left on", Categories.Security, RuleScope.Symbol, "Android CDD", hasFix: true);
        public static readonly RuleMessage Permissive = new(DiagnosticId.PermissiveDomain, "SELinux denies nothing to {0} while it is permissive. Remove [Permissive] before the policy is released.");
    }

    /// <summary>TP5002.</summary>
    public static class WritableExecutableMemory
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.WritableExecutableMemory, "Memory that is writable and executable", Categories.Security, RuleScope.Symbol, "practice");
        public static readonly RuleMessage Permission = new(DiagnosticId.WritableExecutableMemory, "{0} {1} {2}. Remove it, or state why it is needed with [Justified(\"TP5002\", \"…\")]."); // {2}: SensitivePermissions.cs
    }

    /// <summary>TP5003.</summary>
    public static class SensitivePermission
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.SensitivePermission, "Sensitive capability or process permission", Categories.Security, RuleScope.Symbol, "sechecker.ini; Android");
        public static readonly RuleMessage Permission = new(DiagnosticId.SensitivePermission, "{0} {1} {2}. Remove it, or state why it is needed with [Justified(\"TP5003\", \"…\")]."); // {2}: SensitivePermissions.cs
        public static readonly RuleMessage UnknownOption = new(DiagnosticId.SensitivePermission, "{0} lists '{1}', which is not a permission of a capability or process.");
        public static readonly RuleMessage MisspeltOption = new(DiagnosticId.SensitivePermission, "{0} lists '{1}', which is not a permission of a capability or process. Did you mean {2}?");
    }

    /// <summary>TP5004.</summary>
    public static class PolicyManagement
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.PolicyManagement, "Permission to manage the policy", Categories.Security, RuleScope.Symbol, "Fedora; sechecker.ini");
        public static readonly RuleMessage Permission = new(DiagnosticId.PolicyManagement, "{0} {1} {2}. Remove it, or state why it is needed with [Justified(\"TP5004\", \"…\")]."); // {2}: SensitivePermissions.cs
    }

    /// <summary>TP5005.</summary>
    public static class WritableExecutable
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.WritableExecutable, "Type that one domain may write and execute", Categories.Security, RuleScope.Policy, "sechecker ro_execs; gravity.if");
        public static readonly RuleMessage WriteAndExecute = new(DiagnosticId.WritableExecutable, "{0} may write {1} and also execute it, so an attacker who takes over the process can run any code. Give written files another type, or state why it is needed with [Justified(\"TP5005\", \"…\")].");
    }

    /// <summary>TP5006.</summary>
    public static class GuardedAccess
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.GuardedAccess, "Access that the base policy restricts", Categories.Security, RuleScope.Base, "neverallow rules of the base", hasFix: true);
        public static readonly RuleMessage ForbiddenToAll = new(DiagnosticId.GuardedAccess, "A neverallow rule of {0} forbids {4} {1} {2} on {3}; no type may have it. Remove the permission.");
        public static readonly RuleMessage MembershipNeeded = new(DiagnosticId.GuardedAccess, "A neverallow rule of {0} forbids {5} {1} {2} on {3}: only types in {4} may have it, and {5} is not in it. Apply an interface of the base that adds {5} to it, or remove the permission.");
        public static readonly RuleMessage InterfaceJoins = new(DiagnosticId.GuardedAccess, "A neverallow rule of {0} forbids {5} {1} {2} on {3}: only types in {4} may have it, and {5} is not in it. Apply [{6}] too, which adds {5} to it, or remove the permission.");
        public static readonly RuleMessage InterfaceGives = new(DiagnosticId.GuardedAccess, "A neverallow rule of {0} forbids {5} {1} {2} on {3}: only types in {4} may have it, and {5} is not in it. Write [{6}], which adds {5} to it and grants this, or remove the permission.");
    }

    /// <summary>TP5007.</summary>
    public static class BroadAccess
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.BroadAccess, "Write access to shared files, or to most files", Categories.Security, RuleScope.Base, "Android; gravity.te");
        public static readonly RuleMessage MostFiles = new(DiagnosticId.BroadAccess, "Most files of the system are in {0}, and this lets {1} {2} all of them. Name the types that are meant.");
        public static readonly RuleMessage SharedFiles = new(DiagnosticId.BroadAccess, "Files of many programs have the type {0}, and this lets {1} {2} all of them. Give its own files a type with [FileType] and a label, or a [TypeTransition] where it makes them.");
    }

    /// <summary>TP5008.</summary>
    public static class PrivilegedMembership
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.PrivilegedMembership, "Membership in a privileged attribute", Categories.Security, RuleScope.Base, "sechecker");
        public static readonly RuleMessage Exempt = new(DiagnosticId.PrivilegedMembership, "Members of {0} are exempt from neverallow rules or constraints of the base policy, and this makes {1} a member. Allow what it needs, or state why it must be a member with [Justified(\"TP5008\", \"…\")].");
    }

    /// <summary>TP5009.</summary>
    public static class IncompleteKernelLogAccess
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.IncompleteKernelLogAccess, "Kernel log access is incomplete", Categories.Security, RuleScope.Base, "the kernel; secilc is silent", hasFix: true);
        public static readonly RuleMessage SecondPermission = new(DiagnosticId.IncompleteKernelLogAccess, "{0} may {1} {2}{3}, but lacks {4}, which the kernel also requires. Add {5}.");
    }

    /// <summary>TP5010.</summary>
    public static class CategoriesWithoutEffect
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.CategoriesWithoutEffect, "Categories that do not restrict a domain", Categories.Security, RuleScope.Base, "constraints of the base; secilc is silent", hasFix: true);
        public static readonly RuleMessage NotConstrained = new(DiagnosticId.CategoriesWithoutEffect, "{0}, but categories do not restrict {1}{2}: the constraints on categories apply only to members of {3}, and {1} is not one. Add [MemberOf<…>] for {3} to it.");
    }
}
