using TypedPolicy.Tool;
using TypedPolicy.Tool.Children;

ChildWatch.Start();
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
