using TypedPolicy;

[assembly: PolicyModule("inventory", Version = "1.3.0")]
