using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Cnaim.ServiceDefaults.Problems;

/// <summary>Reads the refusals that a static class lists in public static fields and properties.</summary>
internal static class RefusalReader
{
    private const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static;

    public static IReadOnlyList<Refusal> Of(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)] Type list)
    {
        var fields = list.GetFields(PublicStatic).Select(field => field.GetValue(null));
        var properties = list.GetProperties(PublicStatic).Where(property => property.PropertyType == typeof(Refusal)).Select(property => property.GetValue(null));
        Refusal[] refusals = [.. fields.Concat(properties).OfType<Refusal>()];
        return refusals.Length > 0
            ? refusals
            : throw new InvalidOperationException($"{list.Name} has no public static field or property of type {nameof(Refusal)}.");
    }
}
