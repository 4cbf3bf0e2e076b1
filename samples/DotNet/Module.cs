using TypedPolicy;

[assembly: PolicyModule("dotnet", Version = "1.0.0")]
