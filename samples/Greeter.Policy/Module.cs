using TypedPolicy;

[assembly: PolicyModule("greeter", Version = "1.0.0")]
