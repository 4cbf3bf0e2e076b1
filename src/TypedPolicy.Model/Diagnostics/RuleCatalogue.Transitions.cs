#pragma warning disable CS1591 // The text of a message is its documentation.

namespace TypedPolicy.Model.Diagnostics;

/// <content>TP3xxx: transitions and roles.</content>
public static partial class RuleCatalogue
{
    /// <summary>TP3001.</summary>
    public static class IncompleteDomainTransition
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.IncompleteDomainTransition, "Domain transition lacks execute, transition or entrypoint", Categories.Transitions, RuleScope.Policy, "The SELinux Notebook; sedta; secilc is silent", hasFix: true);
        public static readonly RuleMessage ProcessAccess = new(DiagnosticId.IncompleteDomainTransition, "A type transition grants nothing by itself, and no rule here allows {0}, so the program is not started. Write [DomainTransition<TExec, TTarget>], which grants all of it, or add the missing [Allow] attributes.");
    }

    /// <summary>TP3002.</summary>
    public static class ConflictingTransitions
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.ConflictingTransitions, "Conflicting transitions", Categories.Transitions, RuleScope.Policy, "secilc");
        public static readonly RuleMessage DifferentResults = new(DiagnosticId.ConflictingTransitions, "For {0} and {1}:{2} this {3} gives {4}, and another one gives {5}. Keep one of them, or tell them apart by type or file name.");
    }

    /// <summary>TP3003.</summary>
    public static class DomainWithoutEntrypoint
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.DomainWithoutEntrypoint, "Domain has no entrypoint", Categories.Transitions, RuleScope.Policy, "refpolicy domain_entry_file(); secilc is silent", hasFix: true);
        public static readonly RuleMessage NoEntrypoint = new(DiagnosticId.DomainWithoutEntrypoint, "Nothing can enter the domain {0}: it has no entrypoint. Nest an [Entrypoint] class in it, or add [Entrypoint<TExec>].");
    }

    /// <summary>TP3004.</summary>
    public static class DomainWithoutRole
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.DomainWithoutRole, "Domain that no role may run", Categories.Transitions, RuleScope.Policy, "secilc is silent", hasFix: true);
        public static readonly RuleMessage NoRole = new(DiagnosticId.DomainWithoutRole, "No role may run the domain {0}, so no process can be in it. Add [Role<SystemR>], or [Role<…>] for the role that starts it.");
    }

    /// <summary>TP3005.</summary>
    public static class OutsideDomainAttribute
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.OutsideDomainAttribute, "Type that acts on processes is not in the attribute 'domain'", Categories.Transitions, RuleScope.Base, "neverallow rules of the base", hasFix: true);
        public static readonly RuleMessage ActsOnProcesses = new(DiagnosticId.OutsideDomainAttribute, "A rule grants {0} access to processes, but {0} is not in the attribute 'domain': a neverallow rule of the base forbids that. Declare it [Domain].");
    }

    /// <summary>TP3006.</summary>
    public static class ExecutableWithoutLabel
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.ExecutableWithoutLabel, "Executable type has no file label", Categories.Transitions, RuleScope.Policy, "practice; secilc is silent", hasFix: true);
        public static readonly RuleMessage NoLabel = new(DiagnosticId.ExecutableWithoutLabel, "No file is labelled {0}, so its domain is never entered. Add [FileContext(\"{1}\", FileKind.File)].");
    }

    /// <summary>TP3007.</summary>
    public static class SharedEntrypoint
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.SharedEntrypoint, "Entrypoint that many programs share", Categories.Transitions, RuleScope.Base, "gravity.te; secilc is silent");
        public static readonly RuleMessage Shared = new(DiagnosticId.SharedEntrypoint, "The domain can be entered through every program of the type {0}, and many programs have that type. Give the program a type of its own with a nested [Entrypoint] class.");
    }

    /// <summary>TP3008.</summary>
    public static class NoNewPrivileges
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.NoNewPrivileges, "Service that systemd cannot enter under NoNewPrivileges", Categories.Transitions, RuleScope.Base, "refpolicy init.if; the kernel", hasFix: true);
        public static readonly RuleMessage NoTransition = new(DiagnosticId.NoNewPrivileges, "The service of a unit with NoNewPrivileges=, or with an option that implies it, stays in {0}: the kernel then also requires nnp_transition to {1}. Add NoNewPrivileges = true.");
    }

    /// <summary>TP3009.</summary>
    public static class ImpossibleFileName
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.ImpossibleFileName, "Named transition with a name that no file can have", Categories.Transitions, RuleScope.Policy, "checkmodule; secilc is silent");
        public static readonly RuleMessage InvalidText = new(DiagnosticId.ImpossibleFileName, "A name in the policy must not contain quotes or control characters.");
        public static readonly RuleMessage InvalidFileName = new(DiagnosticId.ImpossibleFileName, "A file name must not contain quotes or control characters.");
        public static readonly RuleMessage NotAFileName = new(DiagnosticId.ImpossibleFileName, "The file name of a transition {0}. Write the last part of the path, such as \"planet.sock\"; it is compared letter by letter.");
    }

    /// <summary>TP3010.</summary>
    public static class IncompleteFileTransition
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.IncompleteFileTransition, "File transition lacks create or add_name", Categories.Transitions, RuleScope.Policy, "The SELinux Notebook; secilc is silent", hasFix: true);
        public static readonly RuleMessage FileAccess = new(DiagnosticId.IncompleteFileTransition, "A type transition grants nothing by itself, and no rule here allows {0}, so the {1} is not created. Add the missing [Allow] attributes.");
    }

    /// <summary>TP3011.</summary>
    public static class NotOneEntrypoint
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.NotOneEntrypoint, "Target domain must have exactly one entrypoint", Categories.Transitions, RuleScope.Policy, "the TypedPolicy library");
        public static readonly RuleMessage NotExactlyOne = new(DiagnosticId.NotOneEntrypoint, "{0} {1}, but [DomainTransition<{2}>] needs exactly one. Name the executable: [DomainTransition<TExec, {2}>].");
    }

    /// <summary>TP3012.</summary>
    public static class UnreachableProgram
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.UnreachableProgram, "Transition to a program that the source cannot reach", Categories.Transitions, RuleScope.Base, "the kernel; secilc is silent", hasFix: true);
        public static readonly RuleMessage ProgramNotReached = new(DiagnosticId.UnreachableProgram, "{0} never starts {1}{2}: it may not search {3} on the way to {4}. Add {5}.");
    }

    /// <summary>TP3013.</summary>
    public static class RoleMayNotRunDomain
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.RoleMayNotRunDomain, "Role that may not run the domain of a transition", Categories.Transitions, RuleScope.Base, "the kernel; secilc is silent", hasFix: true);
        public static readonly RuleMessage SourceRole = new(DiagnosticId.RoleMayNotRunDomain, "{0} runs in the role {1}{2}, and {1} may not run {3}: {1} stays the role of the process, and the kernel refuses the context. Add [Role<…>] for {1} to the domain.");
        public static readonly RuleMessage ChangedRole = new(DiagnosticId.RoleMayNotRunDomain, "{0} {5} the role {1} but not {2}{3}: for {4} the kernel refuses the context, and the program is not started. Remove the role transition, and let the domain run in {1} with [Role<…>].");
    }
}
