using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Security;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads labels: of files, ports, hosts, network interfaces, file systems and InfiniBand.</summary>
internal sealed class LabelReader(Session session)
{
    private static readonly EntityRef SystemUser = new(EntityKind.User, "system_u");

    /// <summary>Reads one label.</summary>
    public void Read(AttributeData attribute, AttributeKind word, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        var origin = session.Places.Of(attribute, carrier.Outer);
        if (word == AttributeKind.FileContextNone)
        {
            var form = attribute.Named("Form")?.Value is int f ? f : 0;
            File(attribute, form switch { 1 => AttributeKind.FileContextTree, 2 => AttributeKind.FileContextPattern, _ => AttributeKind.FileContext }, origin, null, into);
            return;
        }

        if (Context(attribute, origin, carrier) is not { } context)
        {
            return;
        }

        switch (word)
        {
            case AttributeKind.FileContext or AttributeKind.FileContextTree or AttributeKind.FileContextPattern:
                File(attribute, word, origin, context, into);
                break;
            case AttributeKind.Port:
                Port(attribute, origin, context, into);
                break;
            case AttributeKind.Node:
                Node(attribute, origin, context, into);
                break;
            case AttributeKind.Netif:
                Netif(attribute, origin, context, carrier, into);
                break;
            case AttributeKind.Genfs:
                Genfs(attribute, origin, context, into);
                break;
            case AttributeKind.FsUse when Symbol(attribute, 1, origin, "a file system") is { } filesystem:
                into.Add(new FsUseLabel(origin, attribute.Number(0) switch { 0 => "xattr", 1 => "task", _ => "trans" }, filesystem, context));
                break;
            case AttributeKind.InfinibandPkey:
                Pkey(attribute, origin, context, into);
                break;
            case AttributeKind.InfinibandEndPort when Symbol(attribute, 0, origin, "a device") is { } device:
                EndPort(attribute, device, origin, context, into);
                break;
        }
    }

    private LabelContext? Context(AttributeData attribute, Origin origin, Carrier carrier)
    {
        var type = attribute.AttributeClass!.Arity > 0 ? session.Types.Of(attribute, 0, carrier) : carrier.Subject;
        var user = attribute.Named("User") is { Value: ITypeSymbol given } ? session.Types.Named(given, carrier) : SystemUser;
        var level = attribute.Named("Level")?.Value as string ?? "s0";
        if (SecurityRange.TryParse(level, out var range, out var error))
        {
            return new LabelContext(user, type, range);
        }

        session.Report(RuleCatalogue.InvalidLevel.Unreadable.WithSentence(error), new Spot(origin));
        return null;
    }

    private void File(AttributeData attribute, AttributeKind form, Origin origin, LabelContext? context, ImmutableArray<Rule>.Builder into)
    {
        if (attribute.Text(0) is not { } text)
        {
            return;
        }

        var pattern = form switch
        {
            AttributeKind.FileContext => PathPattern.Literal(text),
            AttributeKind.FileContextTree => PathPattern.Tree(text),
            _ => PathPattern.Parse(text),
        };
        if (pattern.IsValid)
        {
            into.Add(new FileLabel(origin, pattern, (FileKind)attribute.Number(1), context));
            return;
        }

        foreach (var problem in pattern.Problems.Where(p => p.IsError))
        {
            session.Report(RuleCatalogue.OfPath(problem.Kind).WithSentence(problem.Message), new Spot(origin, SpotPart.Argument, 0, problem.Start, problem.Length), problem.Replacement is { } replacement ? new WriteText(text.Remove(problem.Start, problem.Length).Insert(problem.Start, replacement)) : null);
        }
    }

    private void Port(AttributeData attribute, Origin origin, LabelContext context, ImmutableArray<Rule>.Builder into)
    {
        var protocol = attribute.Number(0) switch { 0 => "tcp", 1 => "udp", 2 => "dccp", _ => "sctp" };
        var low = attribute.Number(1);
        var high = attribute.ConstructorArguments.Length > 2 ? attribute.Number(2) : low;
        if (NumberRanges.CheckPorts(low, high) is { } problem)
        {
            session.Report(RuleCatalogue.InvalidPort.Unreadable.WithSentence(problem.Message), new Spot(origin, SpotPart.Argument, 1), problem.IsInverted ? new SwapBounds() : null);
            return;
        }

        into.Add(new PortLabel(origin, protocol, low, high, context));
    }

    private void Node(AttributeData attribute, Origin origin, LabelContext context, ImmutableArray<Rule>.Builder into)
    {
        if (attribute.Text(0) is not { } address || attribute.Text(1) is not { } mask)
        {
            return;
        }

        if (!NetworkAddress.TryParse(address, out var host, out var error))
        {
            session.Report(RuleCatalogue.InvalidAddress.Unreadable.WithSentence(error), new Spot(origin, SpotPart.Argument));
        }
        else if (!NetworkAddress.TryParse(mask, out var bits, out error))
        {
            session.Report(RuleCatalogue.InvalidAddress.Unreadable.WithSentence(error), new Spot(origin, SpotPart.Argument, 1));
        }
        else if (NetworkAddress.CheckNode(host, bits) is { } problem)
        {
            session.Report(RuleCatalogue.InvalidAddress.Unreadable.WithSentence(problem), new Spot(origin));
        }
        else
        {
            into.Add(new NodeLabel(origin, host.ToString(), bits.ToString(), context));
        }
    }

    private void Netif(AttributeData attribute, Origin origin, LabelContext context, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        if (Symbol(attribute, 0, origin, "a network interface") is { } name)
        {
            var packets = attribute.Named("PacketType") is { Value: ITypeSymbol type } ? context with { Type = session.Types.Named(type, carrier) } : context;
            into.Add(new NetifLabel(origin, name, context, packets));
        }
    }

    private void Genfs(AttributeData attribute, Origin origin, LabelContext context, ImmutableArray<Rule>.Builder into)
    {
        if (Symbol(attribute, 0, origin, "a file system") is not { } filesystem || attribute.Text(1) is not { } path)
        {
            return;
        }

        var sign = path.IndexOfAny(['*', '?', '[', ']', '(', ')', '|', '\\', '^', '$', '+', '{', '}']);
        var problem = !path.StartsWith("/", StringComparison.Ordinal) ? "must begin with '/'. Write the path from the root of the file system"
            : sign >= 0 ? $"is not a pattern: it matches all paths that begin with it. Write it without '{path[sign]}'"
            : !CilString.IsQuotable(path) || path.Any(char.IsWhiteSpace) ? "must not contain whitespace, quotes or control characters. Remove them"
            : null;
        if (problem is not null)
        {
            session.Report(RuleCatalogue.InvalidGenfsPath.InvalidPath.With(problem), new Spot(origin, SpotPart.Argument, 1, Math.Max(sign, 0), sign < 0 ? 0 : 1));
            return;
        }

        var kind = attribute.Named("Kind")?.Value is int k ? (FileKind)k : FileKind.Any;
        into.Add(new GenfsLabel(origin, filesystem, path, kind, context));
    }

    private void Pkey(AttributeData attribute, Origin origin, LabelContext context, ImmutableArray<Rule>.Builder into)
    {
        var (low, high) = (attribute.Number(1), attribute.Number(2));
        if (attribute.Text(0) is not { } prefix)
        {
            return;
        }

        if (!NetworkAddress.TryParse(prefix, out var address, out var error) || (error = NetworkAddress.CheckSubnetPrefix(address)) is not null)
        {
            session.Report(RuleCatalogue.InvalidAddress.Unreadable.WithSentence(error), new Spot(origin, SpotPart.Argument));
        }
        else if (NumberRanges.CheckPartitionKeys(low, high) is { } problem)
        {
            session.Report(RuleCatalogue.InvalidPort.Unreadable.WithSentence(problem.Message), new Spot(origin, SpotPart.Argument, 1), problem.IsInverted ? new SwapBounds() : null);
        }
        else
        {
            into.Add(new InfinibandPkeyLabel(origin, address.ToString(), low, high, context));
        }
    }

    private void EndPort(AttributeData attribute, string device, Origin origin, LabelContext context, ImmutableArray<Rule>.Builder into)
    {
        var port = attribute.Number(1);
        if (NumberRanges.CheckEndPort(port) is { } problem)
        {
            session.Report(RuleCatalogue.InvalidPort.Unreadable.WithSentence(problem.Message), new Spot(origin, SpotPart.Argument, 1), problem.IsInverted ? new SwapBounds() : null);
            return;
        }

        into.Add(new InfinibandEndPortLabel(origin, device, port, context));
    }

    /// <summary>A name of the system, such as a file system's, in CIL as it is.</summary>
    private string? Symbol(AttributeData attribute, int index, Origin origin, string what)
    {
        if (attribute.Text(index) is not { } text)
        {
            return null;
        }

        var isName = text.Length is > 0 and < 256 && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or ':' or '@');
        if (!isName)
        {
            session.Report(RuleCatalogue.InvalidAddress.InvalidInterfaceName.With(PlainText.Excerpt(text, longest: 40), what), new Spot(origin, SpotPart.Argument, index));
        }

        return isName ? text : null;
    }
}
