using System.Collections.Immutable;

namespace TypedPolicy.Sepol.Linking;

/// <summary>The outcome of linking.</summary>
public sealed class LinkResult
{
    internal LinkResult(ImmutableArray<LinkMessage> messages, bool isCut, byte[]? policy, string? fileContexts)
    {
        Messages = messages;
        IsCut = isCut;
        Policy = policy;
        FileContexts = fileContexts;
    }

    /// <summary>Whether there is a policy.</summary>
    public bool Succeeded => Policy is not null;

    /// <summary>Every message, in order.</summary>
    public ImmutableArray<LinkMessage> Messages { get; }

    /// <summary>The errors that name a cause; all of them if none names a place.</summary>
    public IEnumerable<LinkMessage> Causes
    {
        get
        {
            var errors = Messages.Where(m => m.Severity == LinkSeverity.Error).ToList();
            return errors.Exists(m => !m.IsConsequence) ? errors.Where(m => !m.IsConsequence) : errors;
        }
    }

    /// <summary>Whether libsepol wrote more than is kept.</summary>
    public bool IsCut { get; }

    /// <summary>The kernel policy; null if linking failed.</summary>
    public byte[]? Policy { get; }

    /// <summary>The file contexts in the order of their precedence; null if linking failed.</summary>
    public string? FileContexts { get; }
}
