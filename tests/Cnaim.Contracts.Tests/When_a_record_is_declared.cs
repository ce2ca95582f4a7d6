using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Cnaim.Contracts.Tests;

public sealed partial class When_a_record_is_declared
{
    /// <summary>Words that a property of a message may not contain: integration.md section 3, "never a name, number, address, free text".</summary>
    private static readonly string[] PersonalWords =
    [
        "name", "names", "given", "family", "birth", "born", "age", "gender", "sex", "nationality", "address", "street", "phone", "mobile", "email", "mail", "document",
        "documents", "passport", "niss", "nif", "number", "iban", "note", "notes", "text", "comment", "description", "answer", "answers", "health", "photo", "income",
    ];

    private static readonly Type[] Simple = [typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(string), typeof(int), typeof(long), typeof(bool)];

    private static IEnumerable<Type> Records =>
        Catalogue.Assembly.GetExportedTypes().Where(type => type.IsClass && type.GetMethod("<Clone>$") is not null);

    private static IEnumerable<PropertyInfo> Properties => Records.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance));

    [Fact]
    public void Should_include_every_message() => Catalogue.Messages.Select(message => message.Type).Except(Records).ShouldBeEmpty();

    [Fact]
    public void Should_be_sealed_and_without_a_base() => Records.Where(type => !type.IsSealed || type.BaseType != typeof(object)).ShouldBeEmpty();

    [Fact]
    public void Should_have_properties_with_init_only() =>
        Properties.Where(property => property.SetMethod is null
            || !property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))).ShouldBeEmpty();

    [Fact]
    public void Should_have_no_behaviour() =>
        Records.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(member => member is MethodInfo { IsSpecialName: false } or FieldInfo { IsPublic: true })
            .Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}").ShouldBeEmpty();

    [Fact]
    public void Should_have_a_parameterless_constructor_only() =>
        Records.Where(type => type.GetConstructors().Any(constructor => constructor.GetParameters().Length > 0)).ShouldBeEmpty();

    [Fact]
    public void Should_use_simple_types_only() =>
        Properties.Where(property => !IsSimple(property.PropertyType)).Select(property => $"{property.DeclaringType!.Name}.{property.Name}").ShouldBeEmpty();

    [Fact]
    public void Should_be_either_required_or_optional_for_older_senders()
    {
        var nullability = new NullabilityInfoContext();

        Properties.Where(property => !property.IsDefined(typeof(RequiredMemberAttribute)) && !property.PropertyType.IsArray
            && nullability.Create(property).ReadState is not NullabilityState.Nullable)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void Should_have_no_name_that_looks_like_personal_data() =>
        Properties.Where(property => Words(property.Name).Any(word => PersonalWords.Contains(word, StringComparer.Ordinal)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").ShouldBeEmpty();

    private static bool IsSimple(Type type)
    {
        var inner = type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? type;
        return Simple.Contains(inner) || (Records.Contains(inner) && !Catalogue.Messages.Any(message => message.Type == inner));
    }

    private static IEnumerable<string> Words(string name) =>
        Word().Matches(name).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
