using Spectre.Console;

namespace TypedPolicy.Tool.Shell;

/// <summary>Reports on standard error what takes long, where a person watches; standard output is for the answer alone.</summary>
internal static class Progress
{
    /// <summary>Does something that may take more than a second.</summary>
    public static T Run<T>(string what, Func<T> action) => Console.IsErrorRedirected
        ? action()
        : Run(what, action, AnsiConsole.Create(new() { Out = StandardStreams.Screen }));

    /// <summary>The same on a console.</summary>
    public static T Run<T>(string what, Func<T> action, IAnsiConsole console) => console.Status().Start(Markup.Escape(what), _ => action());
}
