using System.Reflection;
using System.Runtime.CompilerServices;
using Cnaim.Testing;

namespace Cnaim.Architecture.Tests;

/// <summary>The assemblies of <c>services/kit</c> and the contracts, and their own types without what compilers and generators add.</summary>
internal static class Kit
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Repository.Files("services/kit", ".csproj").Concat(Repository.Files("contracts", ".csproj")).Select(project => Path.GetFileNameWithoutExtension(project) + ".dll")
            .Select(file => Path.Combine(AppContext.BaseDirectory, file)).Where(File.Exists).Order(StringComparer.Ordinal).Select(Assembly.LoadFrom)];

    public static IEnumerable<Type> Types => Assemblies.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Namespace?.StartsWith("Cnaim.", StringComparison.Ordinal) is true && !IsGenerated(type));

    public static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        || type.Name.Contains('<', StringComparison.Ordinal) || IsFromProtobuf(type) || (type.DeclaringType is { } outer && IsGenerated(outer));

    // Grpc.Tools writes stubs and messages of the .proto files into the project's own namespaces.
    private static bool IsFromProtobuf(Type type) =>
        type.Namespace is "Cnaim.Screening.V1" || type.Name.EndsWith("Reflection", StringComparison.Ordinal)
        || type.GetInterfaces().Any(face => face.FullName is "Google.Protobuf.IMessage");
}
