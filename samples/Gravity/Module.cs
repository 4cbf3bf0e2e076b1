using Gravitational.Policy;
using TypedPolicy;

[assembly: PolicyModule("gravity", Version = "7.1.0")]

// What the container runtime on a Gravity node labels its containers with.
[assembly: ContainerContexts(
    Process = typeof(Containers.Process),
    File = typeof(Containers.File))]
