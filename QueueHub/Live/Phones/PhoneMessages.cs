using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using QueueHub.Contracts.Boards;

namespace QueueHub.Live.Phones;

/// <summary>The server-sent events of a phone. Not for two threads at the same time: the JSON writer is used again and again.</summary>
internal sealed class PhoneMessages : IDisposable
{
    private readonly Utf8JsonWriter _json = new(Stream.Null);

    /// <summary>What the phone is to show.</summary>
    public void Write(IBufferWriter<byte> output, PhoneTicket ticket)
    {
        output.Write("event: ticket\ndata: "u8);
        _json.Reset(output);
        JsonSerializer.Serialize(_json, ticket, PhoneJson.Default.PhoneTicket);
        _json.Flush();
        output.Write("\n\n"u8);
    }

    /// <summary>An event, not a comment: a page hears nothing of comments, and would wait for ever at the end of a line that has died without a word.</summary>
    public static void WriteAlive(IBufferWriter<byte> output) => output.Write("event: alive\ndata: \n\n"u8);

    public void Dispose() => _json.Dispose();
}

/// <summary>The JSON of a phone's ticket, as the web's defaults have it.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PhoneTicket))]
internal sealed partial class PhoneJson : JsonSerializerContext;
