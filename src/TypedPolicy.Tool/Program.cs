using TypedPolicy.Tool;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Shell;

ChildWatch.Start();
return await CommandLine.RunAsync(args, StandardStreams.Output, StandardStreams.Error);
