#pragma warning disable CS1591 // The text of a message is its documentation.

namespace TypedPolicy.Model.Diagnostics;

/// <content>TP2xxx: rules of access.</content>
public static partial class RuleCatalogue
{
    /// <summary>TP2001.</summary>
    public static class UnknownPermission
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.UnknownPermission, "Permission not in class, unknown class, or empty set", Categories.Rules, RuleScope.Policy, "SELint E-007, E-008; secilc", hasFix: true);
        public static readonly RuleMessage UnmappedMember = new(DiagnosticId.UnknownPermission, "{0}.{1} has no permissions. Add [ClassMapping(FilePerms.Read, …)].");
        public static readonly RuleMessage None = new(DiagnosticId.UnknownPermission, "No permission is given. Write at least one, such as FilePerms.Read.");
        public static readonly RuleMessage String = new(DiagnosticId.UnknownPermission, "A string is not a permission. Write a member of a permission enum, such as {0}.");
        public static readonly RuleMessage NotAPermission = new(DiagnosticId.UnknownPermission, "Expected a permission. Write members of a permission enum, such as FilePerms.Read | FilePerms.Open.");
        public static readonly RuleMessage NotAPermissionEnum = new(DiagnosticId.UnknownPermission, "{0} is not a permission enum. Put [ObjectClass], [ClassMap], [ClassPermission] or [External] on it, or use another one.");
        public static readonly RuleMessage ValueOutsideClass = new(DiagnosticId.UnknownPermission, "This value of {0} holds no permission, or one that {1} does not have. Write its members by name.");
        public static readonly RuleMessage NoClass = new(DiagnosticId.UnknownPermission, "No object class is given. Name at least one by its permissions, such as typeof(FilePerms).");
        public static readonly RuleMessage UnknownClass = new(DiagnosticId.UnknownPermission, "Unknown object class '{0}'. If the base policy has it, declare it as an enum with [ObjectClass] and [External].");
        public static readonly RuleMessage MisspeltClass = new(DiagnosticId.UnknownPermission, "Unknown object class '{0}'. Did you mean '{1}'?");
        public static readonly RuleMessage NotOfClass = new(DiagnosticId.UnknownPermission, "The object class {0} has no permission '{1}'.");
        public static readonly RuleMessage MisspeltOfClass = new(DiagnosticId.UnknownPermission, "The object class {0} has no permission '{1}'. Did you mean '{2}'?");
    }

    /// <summary>TP2002.</summary>
    public static class WildcardPermissions
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.WildcardPermissions, "Wildcard or complement permissions", Categories.Rules, RuleScope.Symbol, "SELint W-008", hasFix: true);
        public static readonly RuleMessage AllBut = new(DiagnosticId.WildcardPermissions, "This grants all but some permissions of {0}, including those that a newer kernel adds. Name the permissions that are needed.");
        public static readonly RuleMessage All = new(DiagnosticId.WildcardPermissions, "This grants every permission of {0}, including those that a newer kernel adds. Name the permissions that are needed.");
    }

    /// <summary>TP2003.</summary>
    public static class AuditAccessInAllow
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.AuditAccessInAllow, "audit_access in an allow rule", Categories.Rules, RuleScope.Symbol, "SELint W-013", hasFix: true);
        public static readonly RuleMessage AllowsNothing = new(DiagnosticId.AuditAccessInAllow, "audit_access allows nothing: it controls whether a denied access(2) is audited, and has an effect only in a dontaudit rule. Write [DontAudit] for it.");
    }

    /// <summary>TP2004.</summary>
    public static class OwnNameInsteadOfSelf
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.OwnNameInsteadOfSelf, "Type's own name instead of Self", Categories.Rules, RuleScope.Symbol, "SELint C-007", hasFix: true);
        public static readonly RuleMessage OwnName = new(DiagnosticId.OwnNameInsteadOfSelf, "{0} names itself as the target. Write Self.");
    }

    /// <summary>TP2005.</summary>
    public static class InvalidIoctlRequest
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.InvalidIoctlRequest, "Ioctl request inverted, over 16 bits or unreadable", Categories.Rules, RuleScope.Policy, "secilc is silent", hasFix: true);
        public static readonly RuleMessage Unreadable = new(DiagnosticId.InvalidIoctlRequest, "{0}"); // The sentence of Model/Security/IoctlRequests.cs
    }

    /// <summary>TP2006.</summary>
    public static class NamedPermissionSet
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.NamedPermissionSet, "Permissions for which a named set exists, or that lack 'open'", Categories.Rules, RuleScope.Symbol, "SELint S-010; Android", hasFix: true);
        public static readonly RuleMessage SetExists = new(DiagnosticId.NamedPermissionSet, "These are the permissions of the set {0}. Write {0}.");
        public static readonly RuleMessage WithoutOpen = new(DiagnosticId.NamedPermissionSet, "Without 'open' this covers only file descriptors that are inherited or passed in. {0} includes 'open'.");
        public static readonly RuleMessage WithoutOpenOrInherited = new(DiagnosticId.NamedPermissionSet, "Without 'open' this covers only file descriptors that are inherited or passed in. {0} includes 'open'. Use {1} if descriptors are meant to be passed in.");
    }

    /// <summary>TP2007.</summary>
    public static class RedundantRule
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.RedundantRule, "Rule repeated or subsumed", Categories.Rules, RuleScope.Policy, "gravity.te", hasFix: true, tag: "Unnecessary");
        public static readonly RuleMessage GrantedElsewhere = new(DiagnosticId.RedundantRule, "Another rule lets {0} do all of this on {1} already. Take this one out.");
    }

    /// <summary>TP2008.</summary>
    public static class ClassNeverOfTarget
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.ClassNeverOfTarget, "Object class never applies to the target type", Categories.Rules, RuleScope.Policy, "gravity.te; secilc is silent");
        public static readonly RuleMessage Capability = new(DiagnosticId.ClassNeverOfTarget, "The kernel checks {0} only between a process and itself, so on {1} this grants nothing. Write [Allow<Self>(…)].");
        public static readonly RuleMessage ProcessOfFile = new(DiagnosticId.ClassNeverOfTarget, "{0} is a file type, and {1} belongs to processes, so this grants nothing. Name a domain, or another class.");
        public static readonly RuleMessage SocketOfFile = new(DiagnosticId.ClassNeverOfTarget, "{0} is a file type, and {1} {2} the type of the process that created the socket, or of its port or address, so this grants nothing. Name a domain, or SockFilePerms for the file of a Unix socket.");
        public static readonly RuleMessage NetworkOfFile = new(DiagnosticId.ClassNeverOfTarget, "{0} is a file type, and no {1} has a file type, so this grants nothing. Name another type, or another class.");
        public static readonly RuleMessage ServiceOfExecutable = new(DiagnosticId.ClassNeverOfTarget, "systemd checks the class service against the type of the unit file, and {0} is the type of an executable. Name the type of the unit file.");
        public static readonly RuleMessage ServiceOfDomain = new(DiagnosticId.ClassNeverOfTarget, "systemd checks the class service against the type of the unit file, and {0} is a domain. Name the type of the unit file.");
        public static readonly RuleMessage FileOfDomain = new(DiagnosticId.ClassNeverOfTarget, "{0} is a domain, and no {1} has the type of a process, so this grants nothing. Name the type of the file.");
        public static readonly RuleMessage OutsideNetwork = new(DiagnosticId.ClassNeverOfTarget, "{0} is a network type, and no {1} has one, so this grants nothing. Name a network class such as TcpSocketPerms, or another type.");
    }

    /// <summary>TP2009.</summary>
    public static class NeverAllowViolated
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.NeverAllowViolated, "Neverallow violated", Categories.Rules, RuleScope.Policy, "secilc: neverallow check failed");
        public static readonly RuleMessage Forbidden = new(DiagnosticId.NeverAllowViolated, "This allows {0}, and a neverallow of this policy forbids it. Take the rule out, or the type out of one of the two.");
    }

    /// <summary>TP2010.</summary>
    public static class ExclusionWrittenOut
    {
        public static readonly RuleMetadata Rule = Hidden(DiagnosticId.ExclusionWrittenOut, "Attribute with an exclusion is expanded in every rule", Categories.Rules, RuleScope.Policy, "SELint X-002");
        public static readonly RuleMessage Expanded = new(DiagnosticId.ExclusionWrittenOut, "Each rule for {0} is written out for every type that its exclusion leaves, and the policy in the kernel grows by as many. Leave Expand out, so that the kernel keeps the attribute.");
    }

    /// <summary>TP2011.</summary>
    public static class UnreadableCil
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.UnreadableCil, "Raw CIL or expression cannot be read", Categories.Rules, RuleScope.Policy, "secilc");
        public static readonly RuleMessage Expression = new(DiagnosticId.UnreadableCil, "The expression cannot be read: {0}.");
        public static readonly RuleMessage Unreadable = new(DiagnosticId.UnreadableCil, "The CIL cannot be read: {0} (character {1}).");
        public static readonly RuleMessage Empty = new(DiagnosticId.UnreadableCil, "The CIL holds no statement. Write one, such as (allow a b (file (read))), or take the attribute out.");
        public static readonly RuleMessage NotAStatement = new(DiagnosticId.UnreadableCil, "'{0}' is not a CIL statement. A statement is a list that begins with a keyword, such as (allow a b (file (read))).");
    }

    /// <summary>TP2012.</summary>
    public static class IoctlListDeniesOthers
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.IoctlListDeniesOthers, "List of ioctl requests that denies all others", Categories.Rules, RuleScope.Policy, "kernel: avc_has_extended_perms; secilc is silent", hasFix: true);
        public static readonly RuleMessage OthersDenied = new(DiagnosticId.IoctlListDeniesOthers, "Once requests are listed to be {0}, the kernel denies {1} every ioctl request on {2} ({3}) that no [AllowIoctl] lists. Add [AllowIoctl] with the requests that are needed, or with \"0x0000-0xffff\" for all of them.");
    }

    /// <summary>TP2013.</summary>
    public static class IoctlListWithoutGrant
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.IoctlListWithoutGrant, "List of ioctl requests without a rule that grants ioctl", Categories.Rules, RuleScope.Policy, "kernel: avc_has_extended_perms; secilc is silent", hasFix: true);
        public static readonly RuleMessage NotGranted = new(DiagnosticId.IoctlListWithoutGrant, "No rule grants {0} the permission ioctl on {1} ({2}), so this has no effect. Grant ioctl with [Allow<…>], or remove this.");
    }
}
