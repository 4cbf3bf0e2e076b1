#pragma warning disable CS1591 // The text of a message is its documentation.

using TypedPolicy.Model.Paths;

namespace TypedPolicy.Model.Diagnostics;

/// <content>TP4xxx: labels of files.</content>
public static partial class RuleCatalogue
{
    /// <summary>TP4001.</summary>
    public static class UnescapedMetacharacter
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.UnescapedMetacharacter, "Unescaped metacharacter in a path pattern", Categories.FileContexts, RuleScope.Symbol, "SELint W-004", hasFix: true);
        public static readonly RuleMessage Problem = new(DiagnosticId.UnescapedMetacharacter, "{0}"); // The sentence of Model/Paths
    }

    /// <summary>TP4002.</summary>
    public static class InvalidPathPattern
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.InvalidPathPattern, "Invalid path pattern", Categories.FileContexts, RuleScope.Policy, "setfiles; secilc is silent", hasFix: true);
        public static readonly RuleMessage QuoteOfM4 = new(DiagnosticId.InvalidPathPattern, "{0} has a quote of m4 in it (` or '), which m4 cannot quote. Rename the file, match the character with '.' in a [FileContextPattern], or set TypedPolicyFileContextFormat to plain.");
        public static readonly RuleMessage Problem = new(DiagnosticId.InvalidPathPattern, "{0}"); // The sentence of Model/Paths
    }

    /// <summary>TP4003.</summary>
    public static class PatternNotAnchored
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.PatternNotAnchored, "Top-level '|' or explicit anchor defeats ^...$", Categories.FileContexts, RuleScope.Policy, "libselinux", hasFix: true);
        public static readonly RuleMessage Problem = new(DiagnosticId.PatternNotAnchored, "{0}"); // The sentence of Model/Paths
    }

    /// <summary>TP4004.</summary>
    public static class PatternNeverMatches
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.PatternNeverMatches, "Path pattern can never match", Categories.FileContexts, RuleScope.Policy, "libselinux", hasFix: true);
        public static readonly RuleMessage Problem = new(DiagnosticId.PatternNeverMatches, "{0}"); // The sentence of Model/Paths
    }

    /// <summary>TP4005.</summary>
    public static class SuspiciousPattern
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.SuspiciousPattern, "Suspicious or dialect-dependent construct in a path", Categories.FileContexts, RuleScope.Symbol, "refpolicy check_fc_files.py", hasFix: true);
        public static readonly RuleMessage Problem = new(DiagnosticId.SuspiciousPattern, "{0}"); // The sentence of Model/Paths
    }

    /// <summary>TP4006.</summary>
    public static class UserOrRoleInPath
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.UserOrRoleInPath, "Path contains USER or ROLE", Categories.FileContexts, RuleScope.Symbol, "libsemanage semanage_split_fc");
        public static readonly RuleMessage Problem = new(DiagnosticId.UserOrRoleInPath, "{0}"); // The sentence of Model/Paths
    }

    /// <summary>TP4007.</summary>
    public static class HardCodedHome
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.HardCodedHome, "Hard-coded home directory", Categories.FileContexts, RuleScope.Symbol, "genhomedircon", hasFix: true);
        public static readonly RuleMessage Problem = new(DiagnosticId.HardCodedHome, "{0}"); // The sentence of Model/Paths
    }

    /// <summary>TP4008.</summary>
    public static class PathUnderEquivalence
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.PathUnderEquivalence, "Path under an equivalence of the target", Categories.FileContexts, RuleScope.Symbol, "Gravity; semanage's seobject.py", hasFix: true);
        public static readonly RuleMessage Alias = new(DiagnosticId.PathUnderEquivalence, "A label on {0} is never used: by the equivalence '{1} {2}' of {3}, paths below {1} are looked up below {2}. Write \"{4}\".");
        public static readonly RuleMessage AliasInExpansion = new(DiagnosticId.PathUnderEquivalence, "Of the paths that {0} matches, the label on {1} is never used: by the equivalence '{2} {3}' of {4}, it is looked up below {3}. Write a label for \"{5}\".");
        public static readonly RuleMessage SymbolicLink = new(DiagnosticId.PathUnderEquivalence, "restorecon never finds the label on {0}: {1} is a symbolic link to {2} on {3}, and restorecon looks files up by their resolved paths. Write \"{4}\".");
        public static readonly RuleMessage AliasWithoutText = new(DiagnosticId.PathUnderEquivalence, "A label on {0} is never used: by the equivalence '{1} {2}' of {3}, paths below {1} are looked up below {2}. Write the path below {2}.");
        public static readonly RuleMessage AliasInExpansionWithoutText = new(DiagnosticId.PathUnderEquivalence, "Of the paths that {0} matches, the label on {1} is never used: by the equivalence '{2} {3}' of {4}, it is looked up below {3}. Write a label for the path below {3}.");
        public static readonly RuleMessage SymbolicLinkWithoutText = new(DiagnosticId.PathUnderEquivalence, "restorecon never finds the label on {0}: {1} is a symbolic link to {2} on {3}, and restorecon looks files up by their resolved paths. Write the path below {2}.");
    }

    /// <summary>TP4009.</summary>
    public static class ConflictingLabels
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.ConflictingLabels, "Same path and kind, different labels", Categories.FileContexts, RuleScope.Policy, "secilc -v; setfiles");
        public static readonly RuleMessage DifferentLabels = new(DiagnosticId.ConflictingLabels, "{0} ({1}) is labelled {2} here and {3} elsewhere{4}. Keep one of them.");
    }

    /// <summary>TP4010.</summary>
    public static class RedundantLabel
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.RedundantLabel, "Label repeated, or never used", Categories.FileContexts, RuleScope.Policy, "setfiles: Multiple same specifications", hasFix: true, tag: "Unnecessary");
        public static readonly RuleMessage Repeated = new(DiagnosticId.RedundantLabel, "{0} has this label already. Take one of the two out.");
        public static readonly RuleMessage Shadowed = new(DiagnosticId.RedundantLabel, "The label on {0} is never used: {1} matches every path that it does and takes precedence, because it is more specific. Narrow {1}, or remove this label.");
    }

    /// <summary>TP4011.</summary>
    public static class LabelOfEveryAndOneKind
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.LabelOfEveryAndOneKind, "Same path with every kind and with one kind", Categories.FileContexts, RuleScope.Policy, "libselinux 3.4, 3.8 and 3.9 differ");
        public static readonly RuleMessage DiffersBetweenReleases = new(DiagnosticId.LabelOfEveryAndOneKind, "{0} has one label for every kind of file and another one for {1}: which of them holds differs between releases of libselinux. Give each label its kind.");
    }

    /// <summary>TP4012.</summary>
    public static class KindContradictsPattern
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.KindContradictsPattern, "Kind contradicts the pattern, or '/.*' leaves out the directory", Categories.FileContexts, RuleScope.Symbol, "libselinux", hasFix: true);
        public static readonly RuleMessage Problem = new(DiagnosticId.KindContradictsPattern, "{0}"); // The sentence of Model/Paths
    }

    /// <summary>TP4013.</summary>
    public static class LabelNotFileType
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.LabelNotFileType, "Type of a file label is not a file type", Categories.FileContexts, RuleScope.Base, "semanage's seobject.py; Android", hasFix: true);
        public static readonly RuleMessage DeclareFileType = new(DiagnosticId.LabelNotFileType, "Files are labelled {0}, which is not in {1}: programs that handle all files, restorecon among them, are not allowed to touch them. Declare it [FileType].");
        public static readonly RuleMessage LabelWithFileType = new(DiagnosticId.LabelNotFileType, "Files are labelled {0}, which is not in {1}: programs that handle all files, restorecon among them, are not allowed to touch them. Label the files with a file type.");
    }

    /// <summary>TP4014.</summary>
    public static class LabelIsDomainOrAttribute
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.LabelIsDomainOrAttribute, "Label is a domain or an attribute", Categories.FileContexts, RuleScope.Policy, "secilc");
        public static readonly RuleMessage Domain = new(DiagnosticId.LabelIsDomainOrAttribute, "{0} is a domain, the type of processes, and cannot label an object. Label it with a type made for it, such as a [FileType].");
        public static readonly RuleMessage Attribute = new(DiagnosticId.LabelIsDomainOrAttribute, "{0} is an attribute, and a label takes one type. Write one of its members.");
    }

    /// <summary>TP4015.</summary>
    public static class InvalidGenfsPath
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.InvalidGenfsPath, "Genfs path has a pattern or is relative", Categories.FileContexts, RuleScope.Policy, "Android; secilc is silent");
        public static readonly RuleMessage InvalidPath = new(DiagnosticId.InvalidGenfsPath, "The path of a genfs label {0}.");
    }

    /// <summary>TP4016.</summary>
    public static class FileTypeWithoutLabel
    {
        public static readonly RuleMetadata Rule = Info(DiagnosticId.FileTypeWithoutLabel, "File type without a file label", Categories.FileContexts, RuleScope.Policy, "Android contexts_mapping");
        public static readonly RuleMessage NoFile = new(DiagnosticId.FileTypeWithoutLabel, "No file ever has the type {0}: no path is labelled with it, no type transition results in it, and no domain may relabel to it. Add [FileContext(\"/…\")], or a [TypeTransition] where it is made.");
    }

    /// <summary>TP4017.</summary>
    public static class LabelDiffersFromBase
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.LabelDiffersFromBase, "Path is labelled differently by the base policy", Categories.FileContexts, RuleScope.Base, "secilc; Android");
        public static readonly RuleMessage OtherLabel = new(DiagnosticId.LabelDiffersFromBase, "{0} labels {1} with {2} already, and a path has one label. Allow access to that type, or label a path of your own.");
    }

    /// <summary>TP4018.</summary>
    public static class InvalidLevel
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.InvalidLevel, "Security level or range cannot be read", Categories.FileContexts, RuleScope.Policy, "secilc");
        public static readonly RuleMessage Unreadable = new(DiagnosticId.InvalidLevel, "{0}"); // The sentence of Model/Security/SecurityRange.cs
    }

    /// <summary>TP4019.</summary>
    public static class UnreachableFiles
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.UnreachableFiles, "Files that a domain may use but cannot reach", Categories.FileContexts, RuleScope.Base, "the kernel; secilc is silent", hasFix: true);
        public static readonly RuleMessage LackingEntries = new(DiagnosticId.UnreachableFiles, "{0} may {1} {2}{3}, but lacks {4}{5}. Add {6}, or leave {7} out if another program does that.");
        public static readonly RuleMessage PathNotSearchable = new(DiagnosticId.UnreachableFiles, "{0} may {1} {2}{3}, but may not search {4} on the way to {5}{6}. Add {7}.");
    }

    /// <summary>TP4020.</summary>
    public static class UnreachableLabels
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.UnreachableLabels, "Labelled files that no domain with rights to them can reach", Categories.FileContexts, RuleScope.Base, "the kernel; secilc is silent", hasFix: true);
        public static readonly RuleMessage NobodyReaches = new(DiagnosticId.UnreachableLabels, "No domain with rights to {0} reaches {1}{2}: {3} may not search {4}. {5}, or label a path that it can reach.");
    }

    /// <summary>TP4021.</summary>
    public static class PathWrittenAsGlob
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.PathWrittenAsGlob, "Literal path that is written as a glob", Categories.FileContexts, RuleScope.Symbol, "shells; secilc is silent", hasFix: true);
        public static readonly RuleMessage Problem = new(DiagnosticId.PathWrittenAsGlob, "{0}"); // The sentence of Model/Paths
    }

    /// <summary>The message for a problem of a path.</summary>
    /// <param name="kind">What is wrong with the path.</param>
    public static RuleMessage OfPath(PathProblemKind kind) => kind switch
    {
        PathProblemKind.UnescapedMetacharacter => UnescapedMetacharacter.Problem,
        PathProblemKind.InvalidPathPattern => InvalidPathPattern.Problem,
        PathProblemKind.PatternNotAnchored => PatternNotAnchored.Problem,
        PathProblemKind.PatternNeverMatches => PatternNeverMatches.Problem,
        PathProblemKind.SuspiciousPattern => SuspiciousPattern.Problem,
        PathProblemKind.UserOrRoleInPath => UserOrRoleInPath.Problem,
        PathProblemKind.HardCodedHome => HardCodedHome.Problem,
        PathProblemKind.KindContradictsPattern => KindContradictsPattern.Problem,
        PathProblemKind.PathWrittenAsGlob => PathWrittenAsGlob.Problem,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A path has no such problem."),
    };
}
