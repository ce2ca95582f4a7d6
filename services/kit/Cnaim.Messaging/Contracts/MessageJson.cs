using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cnaim.Messaging.Contracts;

/// <summary>How messages are written: camelCase, absent when null. Serialized once, when they are collected; the relay publishes the stored bytes.</summary>
internal static class MessageJson
{
    public static readonly JsonSerializerOptions Options = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = 32,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
