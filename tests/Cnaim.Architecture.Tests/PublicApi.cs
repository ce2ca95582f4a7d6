using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cnaim.Architecture.Tests;

/// <summary>The public surface of an assembly as sorted text, one line a member.</summary>
internal static class PublicApi
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Render(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().Where(type => !Kit.IsGenerated(type)).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.AppendLine(Declaration(type));
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").AppendLine(line);
            }
        }

        return text.ToString();
    }

    private static string Declaration(Type type)
    {
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ when type.IsAssignableTo(typeof(Delegate)) => "delegate",
            _ => $"{(type.IsAbstract ? "abstract " : "")}{(type.IsSealed ? "sealed " : "")}{(type.GetMethod("<Clone>$") is null ? "class" : "record")}",
        };
        var bases = type.GetInterfaces().Where(face => face.IsPublic && !face.Name.StartsWith("IEquatable", StringComparison.Ordinal)).Select(Name).Order(StringComparer.Ordinal);
        var parents = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? bases.Prepend(Name(parent)) : bases;
        var list = string.Join(", ", parents);
        return $"{kind} {type.Namespace}.{Name(type)}{(list.Length > 0 ? " : " + list : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var isRecord = type.GetMethod("<Clone>$") is not null;
        foreach (var member in type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            var line = member switch
            {
                ConstructorInfo constructor when IsVisible(constructor) => $"{Access(constructor)}.ctor({Parameters(constructor)})",
                MethodInfo { IsSpecialName: false } method when IsVisible(method) && !IsRecordMember(isRecord, method) => Method(method),
                MethodInfo { IsSpecialName: true } method when IsVisible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => Method(method),
                PropertyInfo property when Accessors(property).Any(IsVisible) && property.Name is not "EqualityContract" => Property(property),
                FieldInfo { IsPublic: true, IsSpecialName: false } field => $"{(field.IsLiteral ? "const " : "")}{Name(field.FieldType)} {field.Name}{Value(field)}",
                EventInfo @event => $"event {Name(@event.EventHandlerType!)} {@event.Name}",
                _ => null,
            };
            if (line is not null)
            {
                yield return line;
            }
        }
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var kind = method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";
        return $"{Access(method)}{kind}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Property(PropertyInfo property)
    {
        var nullable = !property.PropertyType.IsValueType && Nullability.Create(property).ReadState is NullabilityState.Nullable ? "?" : "";
        var set = property.SetMethod is { } setter && IsVisible(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{required}{(Accessors(property).Any(accessor => accessor.IsStatic) ? "static " : "")}{Name(property.PropertyType)}{nullable} {property.Name} {{ get;{set} }}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        var nullable = !parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState is NullabilityState.Nullable ? "?" : "";
        var modifier = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : method.IsDefined(typeof(ExtensionAttribute)) && parameter.Position == 0 ? "this " : "";
        return $"{modifier}{Name(parameter.ParameterType)}{nullable} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "default") : "")}";
    }));

    private static string Name(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return type.IsArray ? Name(type.GetElementType()!) + "[]" : "ref " + Name(type.GetElementType()!);
        }

        var outer = type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." : "";
        var plain = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{outer}{plain}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : outer + plain;
    }

    private static string Value(FieldInfo field) => field.IsLiteral ? $" = {field.GetRawConstantValue() ?? "null"}" : "";

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static MethodInfo[] Accessors(PropertyInfo property) => property.GetAccessors(nonPublic: true);

    private static bool IsRecordMember(bool isRecord, MethodInfo method) => isRecord && method.Name is "PrintMembers" or "<Clone>$" or "Deconstruct";
}
