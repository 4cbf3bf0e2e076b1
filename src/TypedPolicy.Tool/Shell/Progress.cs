using Spectre.Console;

namespace TypedPolicy.Tool.Shell;

/// <summary>Says on standard error what takes long, where a person watches; standard output is for the answer alone.</summary>
internal static class Progress
{
    /// <summary>Does something that may take more than a second.</summary>
    public static T Run<T>(string what, Func<T> action)
    {
        if (Console.IsErrorRedirected)
        {
            return action();
        }

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().Start(Markup.Escape(what), _ => action());
    }
}
