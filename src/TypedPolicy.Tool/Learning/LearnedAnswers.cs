using TypedPolicy.Learning.Answers;
using TypedPolicy.Learning.Compiling;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Sepol;

namespace TypedPolicy.Tool.Learning;

/// <summary>What a log amounts to for a project: the answers, the edit, and what the edited policy still denies of the same log.</summary>
internal sealed class LearnedAnswers
{
    private readonly string _folder;

    private LearnedAnswers(LearnedLog log, LearnedEdit edit, LearnedLog after, string policyName, string folder) => (Log, Edit, After, PolicyName, _folder) = (log, edit, after, policyName, folder);

    /// <summary>The answers.</summary>
    public LearnedLog Log { get; }

    /// <summary>The edit.</summary>
    public LearnedEdit Edit { get; }

    /// <summary>The answers of the edited policy.</summary>
    public LearnedLog After { get; }

    /// <summary>What the policy is called in messages.</summary>
    public string PolicyName { get; }

    /// <summary>Whether the files were written.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>The edit as a difference of texts.</summary>
    public string Diff => string.Concat(Edit.Files.Select(f => UnifiedDiff.Of(NameOf(f), f.Before, f.After)));

    /// <summary>Learns.</summary>
    /// <param name="log">The log.</param>
    /// <param name="project">The project.</param>
    /// <param name="index">The interfaces of the base.</param>
    /// <param name="accepted">Permissions that are written although they are dangerous.</param>
    /// <exception cref="SepolException">The project does not link as it is.</exception>
    public static LearnedAnswers Of(AuditLogReader log, LearnedProject project, FinderIndex index, IReadOnlySet<string> accepted)
    {
        var before = CompiledPolicy.Of(project.Sources, CancellationToken.None);
        if (before.Blocking is { } problem)
        {
            throw new SepolException($"The project does not build: {problem}");
        }

        var facts = project.Link(before, index, accepted);
        var learned = Learner.Learn(log, facts);
        var edit = LearnedEdit.Of(before, learned, facts.HasType, CancellationToken.None);
        return new(learned, edit, edit.Files.IsEmpty ? learned : Learner.Learn(log, project.Link(edit.Policy, index, accepted)), facts.PolicyName, project.Sources.Folder);
    }

    /// <summary>The name of a file as the difference has it.</summary>
    public string NameOf(EditedText file) => Path.GetRelativePath(_folder, file.Path).Replace('\\', '/');

    /// <summary>Writes the files.</summary>
    public void Write()
    {
        WrittenFiles.Write(Edit.Files);
        IsWritten = !Edit.Files.IsEmpty;
    }
}
