using TypedPolicy;

[assembly: PolicyModule("inventory", Version = "1.2.0")]
