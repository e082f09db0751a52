using System.Globalization;

namespace QueueHub.Notify;

/// <summary>One request to somebody else's server, whose faults are outcomes here and not errors. What is said of them names no address.</summary>
internal static class Exchange
{
    /// <summary>The longest that another server may make us wait.</summary>
    private static readonly TimeSpan LongestWish = TimeSpan.FromMinutes(5);

    /// <summary>Sends it; what was answered is for <paramref name="read"/> to judge.</summary>
    /// <param name="client">With a time limit.</param>
    public static async Task<Delivery> SendAsync(
        HttpClient client, HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<Delivery>> read, CancellationToken cancellation)
    {
        // The client's own limit ends with the headers; a body that never ends must not be waited for either.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(client.Timeout);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await read(response, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery.TryLater("no answer in time");
        }
        catch (HttpRequestException error)
        {
            return new Delivery.TryLater(error.HttpRequestError.ToString());
        }
        catch (IOException)
        {
            return new Delivery.TryLater("connection lost");
        }
    }

    /// <summary>The first bytes of a body: all that is looked at.</summary>
    public static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        const int Most = 16 * 1024;
        var body = new byte[Most];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var read = await stream.ReadAtLeastAsync(body, Most, throwOnEndOfStream: false, cancellation);
        return body[..read];
    }

    public static string Status(HttpResponseMessage response) => ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);

    /// <summary>When the other side wishes to be asked again.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta is { } wish && wish > TimeSpan.Zero ? (wish < LongestWish ? wish : LongestWish) : null;
}
