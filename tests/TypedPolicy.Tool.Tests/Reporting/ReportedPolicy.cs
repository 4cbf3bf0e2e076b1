using System.Text.Json;
using System.Text.RegularExpressions;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Reporting;

/// <summary>A policy as TypedPolicy writes it from C#, and its report.</summary>
internal sealed partial class ReportedPolicy : IDisposable
{
    public const string Cil = """
        ; Policy module web 1.0, made by TypedPolicy from C#. Change the C#, not this file.

        ; boolean Example.WebWrites
        ; Lets web write its pages.
        (boolean web_writes false)

        ; attribute Example.IWebDomain
        ; What serves pages.
        ;;* lmx 5 "Domains.cs"
        (typeattribute web_domain)
        (allow web_domain web_page_t (file (getattr open read)))
        ;;* lme

        ; domain Example.Web
        ; Answers on its port.
        ;;* lmx 10 "Web.cs"
        (type web_t)
        (roletype system_r web_t)
        (typeattributeset domain web_t)
        (typeattributeset web_domain web_t)
        ;;* lme
        ;;* lmx 9 "Web.cs"
        (allow web_t web_t (capability (sys_admin dac_override)))
        (allow web_t web_port_t (tcp_socket (name_bind)))
        ;;* lme
        (booleanif web_writes
          (true
            (allow web_t web_page_t (file (write)))))
        (typetransition init_t web_exec_t process web_t)
        (allow init_t web_exec_t (file (execute open read)))
        (allow init_t web_t (process (transition)))
        (allow web_t web_exec_t (file (entrypoint execute read)))

        ; entrypoint Example.Web.Exec
        (type web_exec_t)
        (roletype object_r web_exec_t)
        (filecon "/usr/bin/web" file (system_u object_r web_exec_t ((s0) (s0))))

        ; file type Example.WebPage
        (type web_page_t)
        (roletype object_r web_page_t)
        (filecon "/srv/web(/.*)?" any (system_u object_r web_page_t ((s0) (s0))))

        ; port type Example.WebPort
        (type web_port_t)
        (roletype object_r web_port_t)
        (portcon tcp 8088 (system_u object_r web_port_t ((s0) (s0))))

        ; Findings that are meant so, and why.
        ;;* lmx 8 "Web.cs"
        ; TP5003 web_t: It mounts the pages.
        ;;* lme

        """;

    private readonly TemporaryFolder _folder = new();

    public ReportedPolicy() => KeptPolicies.Isolate();

    public string At(string name) => _folder.At(name);

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes a policy, and the report of it.</summary>
    public string Report(string cil = Cil, params string[] options)
    {
        _folder.Write("web.cil", cil);
        TypedPolicyCommand.Run(["report", "--policy", At("web.cil"), "-o", At("report.html"), .. options]).Succeeds();
        return File.ReadAllText(At("report.html"));
    }

    /// <summary>The facts that a page carries.</summary>
    public static JsonElement Facts(string page)
    {
        using var document = JsonDocument.Parse(Data().Match(page).Groups["data"].Value);
        return document.RootElement.Clone();
    }

    [GeneratedRegex("""<script type="application/json" id="data">(?<data>[^<]*)</script>""")]
    private static partial Regex Data();
}
