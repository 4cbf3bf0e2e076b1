using TypedPolicy;

[assembly: PolicyModule("container_types", Version = "1.0.0")]
