using System.Globalization;
using Google.Protobuf.Reflection;

namespace Cnaim.Contracts.Tests;

/// <summary>What callers of a protobuf file hold on to, a line each: fields by number, name, type and label, values of enumerations, methods.</summary>
internal static class ProtoSurface
{
    public static string Of(FileDescriptor file) => string.Join(
        '\n',
        file.MessageTypes.SelectMany(Messages).SelectMany(Fields)
            .Concat(file.EnumTypes.Concat(file.MessageTypes.SelectMany(Messages).SelectMany(message => message.EnumTypes)).SelectMany(Values))
            .Concat(file.Services.SelectMany(Methods))
            .Order(StringComparer.Ordinal));

    /// <summary>Lines of the released copy that are gone or changed: somebody's call breaks.</summary>
    public static IReadOnlyList<string> Broken(string released, string now) =>
        [.. released.Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(now.Split('\n'), StringComparer.Ordinal)];

    private static IEnumerable<MessageDescriptor> Messages(MessageDescriptor message) => message.NestedTypes.SelectMany(Messages).Prepend(message);

    private static IEnumerable<string> Fields(MessageDescriptor message) => message.Fields.InFieldNumberOrder()
        .Select(field => string.Create(
            CultureInfo.InvariantCulture, $"field {message.FullName}.{field.Name} = {field.FieldNumber} {LabelOf(field)}{TypeOf(field)}{(field.RealContainingOneof is { } choice ? " of " + choice.Name : "")}"))
        .Prepend("message " + message.FullName);

    private static IEnumerable<string> Values(EnumDescriptor type) =>
        type.Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"value {type.FullName}.{value.Name} = {value.Number}"));

    private static IEnumerable<string> Methods(ServiceDescriptor service) => service.Methods
        .Select(method => $"rpc {service.FullName}/{method.Name}({Stream(method.IsClientStreaming)}{method.InputType.FullName}) returns ({Stream(method.IsServerStreaming)}{method.OutputType.FullName})");

    private static string LabelOf(FieldDescriptor field) => field.IsMap ? "map " : field.IsRepeated ? "repeated " : field.HasPresence && field.FieldType is not FieldType.Message ? "optional " : "";

    private static string TypeOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message or FieldType.Group => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        var type => type.ToString().ToLowerInvariant(),
    };

    private static string Stream(bool isStream) => isStream ? "stream " : "";
}
