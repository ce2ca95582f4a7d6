using Cnaim.Testing;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Shouldly;
using Xunit;

namespace Cnaim.Contracts.Tests;

/// <summary>Within a major version a protobuf file only grows: what was released stays as it was.</summary>
public sealed class When_a_protobuf_file_changes
{
    private static readonly string Released = Repository.At("contracts", "protos", "cnaim", "screening", "v1", "screening.released.txt");
    private static readonly FileDescriptor Present = Screening.V1.ScreeningReflection.Descriptor;

    [Fact]
    public void Should_break_nobody() => ApprovedFile.ShouldEqual(Released, ProtoSurface.Of(Present), ProtoSurface.Broken);

    [Fact]
    public void Should_be_found_out_whatever_was_broken()
    {
        Broken(file => file.MessageType[0].Field.RemoveAt(0)).ShouldNotBeEmpty("a field is gone");
        Broken(file => file.MessageType[0].Field[0].Number = 999).ShouldNotBeEmpty("a number changed");
        Broken(file => Retype(file.MessageType[0].Field[0])).ShouldNotBeEmpty("a type changed");
        Broken(file => file.MessageType[0].Field[0].Label = Opposite(file.MessageType[0].Field[0].Label)).ShouldNotBeEmpty("a label changed");
        Broken(file => file.Service[0].Method.RemoveAt(0)).ShouldNotBeEmpty("a method is gone");
        Broken(file => file.Service[0].Method[0].ServerStreaming ^= true).ShouldNotBeEmpty("a method streams");
        Broken(file => file.MessageType[0].Field.Add(new FieldDescriptorProto { Name = "later", Number = 998, Type = FieldDescriptorProto.Types.Type.String, Label = FieldDescriptorProto.Types.Label.Optional }))
            .ShouldBeEmpty("it only grew");
    }

    private static void Retype(FieldDescriptorProto field)
    {
        field.ClearTypeName();
        field.Type = FieldDescriptorProto.Types.Type.Fixed64;
    }

    private static FieldDescriptorProto.Types.Label Opposite(FieldDescriptorProto.Types.Label label) =>
        label is FieldDescriptorProto.Types.Label.Repeated ? FieldDescriptorProto.Types.Label.Optional : FieldDescriptorProto.Types.Label.Repeated;

    // The file as somebody might have changed it, built into a descriptor as a program would have it.
    private static IReadOnlyList<string> Broken(Action<FileDescriptorProto> change)
    {
        var file = Present.ToProto();
        change(file);
        var built = FileDescriptor.BuildFromByteStrings([.. Present.Dependencies.Select(dependency => dependency.SerializedData), file.ToByteString()]);
        return ProtoSurface.Broken(ProtoSurface.Of(Present), ProtoSurface.Of(built[^1]));
    }
}
