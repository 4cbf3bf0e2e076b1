using Microsoft.CodeAnalysis;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>What an analyzer tells a fix arrives as it was.</summary>
public sealed class RemedyPropertiesTests
{
    private static readonly Remedy[] All =
    [
        new WriteText("/var/a\nb=\"c\" | d:e@f"), new WriteText(""), new WriteCode("global::TypedPolicy.FilePerms.Read | global::TypedPolicy.FilePerms.Open"), new GiveName("web_t"),
        new CorrectName("hhtpd_t", "httpd_t"), new MakeStatic(), new CloseTemplate("global::A.Base<global::A.Web>"), new KeepOneKind(EquatableArray.Of("Domain", "FileType")), new AddKind(EquatableArray.Of("Domain")),
        new RemoveKind("Domain"), new ChangeKind("FileType"), new WriteMember("file_type"), new SwapBounds(), new RemoveAttribute(), new WriteInterfaces(EquatableArray.Of("Files.SearchVar", "Logging.SendSyslogMsg")),
        new AddInterface("Files.SearchVar"), new MoveToOptionalBlock("apache"), new LabelPath("/usr/bin/web"), new JoinAttribute("mcs_constrained_type", "A.Web"), new AllowRole("system_r", "A.Web"),
        new AllowFileTransition(EquatableArray.Of(new TransitionAccess(true, "dir", "add_name"), new TransitionAccess(false, "file", "create"))),
        new AddAccess(EquatableArray.Of(new MissingAccess("var_t", null, "dir", "search"), new MissingAccess("web_t", "", "dir", "search"), new MissingAccess("web_var_t", "A.Web.Var", "file", null, "A.Web.Log")), "Files.SearchVar", null),
        new AddAccess(EquatableArray.Of(new MissingAccess("self", null, "capability", "net_bind_service")), null, "A.Web"),
    ];

    public static TheoryData<Remedy> Remedies => [.. All];

    [Theory]
    [MemberData(nameof(Remedies))]
    public void A_remedy_is_read_as_it_was_written(Remedy remedy) => Assert.Equal(remedy, RemedyProperties.Read(With(remedy)));

    [Fact]
    public void No_remedy_is_read_as_none() => Assert.Null(RemedyProperties.Read(With(null)));

    [Fact]
    public void Every_kind_of_remedy_is_tried_here() => Assert.Equal(
        typeof(Remedy).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Remedy))).Select(t => t.Name).Order(StringComparer.Ordinal),
        All.Select(r => r.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    private static Diagnostic With(Remedy? remedy) =>
        Diagnostic.Create(new DiagnosticDescriptor("TP0000", "Title", "Message", "Category", DiagnosticSeverity.Warning, isEnabledByDefault: true), Location.None, RemedyProperties.Write(remedy));
}
