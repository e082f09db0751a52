using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QueueHub.Bench.Load;

/// <summary>One keep-alive connection that sends one request at a time: far cheaper than HttpClient, which would take from the server what it measures.</summary>
internal sealed class HttpCaller : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly string _headers;

    private HttpCaller(string headers) => _headers = headers;

    public static async Task<HttpCaller> ConnectAsync(Uri server, string headers = "")
    {
        var caller = new HttpCaller(headers);
        await caller._socket.ConnectAsync(IPAddress.Loopback, server.Port);
        return caller;
    }

    /// <summary>Sends a body of JSON; gives the status and the body of the answer.</summary>
    public async Task<(int Status, string Body)> PostAsync(string path, string body)
    {
        var request = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{_headers}\r\n{body}";
        await _socket.SendAsync(Encoding.UTF8.GetBytes(request));
        var length = 0;
        while (true)
        {
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            if (received == 0)
            {
                throw new IOException($"The server closed the connection of {path}.");
            }

            length += received;
            if (Parse(_buffer.AsSpan(0, length)) is { } answer)
            {
                return answer;
            }
        }
    }

    /// <summary>The same, for what must succeed.</summary>
    public async Task<string> MustAsync(string path, string body)
    {
        var (status, answer) = await PostAsync(path, body);
        return status is >= 200 and < 300 ? answer : throw new InvalidOperationException($"{path}: {status} {answer}");
    }

    public void Dispose() => _socket.Dispose();

    // Null while the answer is not whole.
    private static (int Status, string Body)? Parse(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        var status = Number(answer[9..]);
        var head = answer[..end];
        var body = answer[(end + 4)..];
        var at = head.IndexOf("ontent-Length: "u8);
        if (at >= 0)
        {
            var length = Number(head[(at + 15)..]);
            return body.Length < length ? null : (status, Encoding.UTF8.GetString(body[..length]));
        }

        return status == 204 ? (status, "") : body.EndsWith("0\r\n\r\n"u8) ? (status, Chunks(body)) : null;
    }

    private static int Number(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out int number, out _) ? number : throw new InvalidDataException("The answer is no HTTP.");

    private static string Chunks(ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder();
        while (Utf8Parser.TryParse(body, out int length, out var digits, 'x') && length > 0)
        {
            var chunk = body[(digits + 2)..];
            text.Append(Encoding.UTF8.GetString(chunk[..length]));
            body = chunk[(length + 2)..];
        }

        return text.ToString();
    }
}
