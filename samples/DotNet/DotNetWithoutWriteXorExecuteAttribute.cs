using TypedPolicy;

namespace DotNet.Policy;

/// <summary>What a program needs besides that is started with <c>DOTNET_EnableWriteXorExecute=0</c>: memory that is written and executed by the same mapping. An attacker who can write memory then executes it.</summary>
[PolicyInterface]
[Justified("TP5002", "Without W^X, the code that the runtime compiles lies in such memory; whoever applies this has switched W^X off.")]
[Allow<Self>(ProcessPerms.Execmem)]
public sealed class DotNetWithoutWriteXorExecuteAttribute : PolicyInterfaceAttribute;
