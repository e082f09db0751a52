using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using QueueHub.Contracts;

namespace CounterClient;

/// <summary>Why a door did not give what was asked for.</summary>
/// <param name="Title">The server's sentence, in the clerk's language; null when it gave none.</param>
public sealed record DoorProblem(string? Code, string? Title = null)
{
    /// <summary>True when nobody is signed in any more.</summary>
    public bool SignedOut => Code == ProblemCodes.SignInRequired;

    /// <summary>True when it may have been done all the same: the same request may be sent again.</summary>
    public bool IsOpen => Code is ProblemCodes.Unknown or ProblemCodes.Unavailable or ProblemCodes.Busy;
}

/// <summary>Either what was asked for, or why not.</summary>
public sealed record DoorAnswer<T>(T? Value, DoorProblem? Problem = null)
    where T : class;

/// <summary>Asks the server's HTTP doors in JSON; never throws for what a network can cause.</summary>
public sealed class JsonDoor(HttpClient http, TimeProvider time, JsonSerializerContext json)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="body">Null: none.</param>
    public async Task<DoorAnswer<T>> AskAsync<T>(HttpMethod method, string address, object? body, CancellationToken stop)
        where T : class
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var request = new HttpRequestMessage(method, address)
            {
                Content = body is null ? null : JsonContent.Create(body, json.GetTypeInfo(body.GetType())!),
            };
            using var response = await http.SendAsync(request, either.Token);
            return response.IsSuccessStatusCode
                ? await ReadAsync<T>(response.Content, either.Token) is { } value ? new(value) : new(null, new(ProblemCodes.Internal))
                : new(null, await ReadAsync<DoorProblem>(response.Content, either.Token) is { Code: not null } problem ? problem : new(CodeOf(response.StatusCode)));
        }
        catch (HttpRequestException)
        {
            return new(null, new(ProblemCodes.Unknown));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(null, new(ProblemCodes.Unknown));
        }
    }

    private static string CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ProblemCodes.SignInRequired,
        HttpStatusCode.Forbidden => ProblemCodes.Forbidden,
        HttpStatusCode.NotFound => ProblemCodes.NotFound,
        HttpStatusCode.TooManyRequests => ProblemCodes.RateLimited,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ProblemCodes.Unavailable,
        _ => ProblemCodes.Internal,
    };

    // A proxy in between may answer with a page of its own: then the status is all there is.
    private async Task<T?> ReadAsync<T>(HttpContent content, CancellationToken stop)
        where T : class
    {
        if (content.Headers.ContentType is not MediaTypeHeaderValue { MediaType: { } type } || !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return await content.ReadFromJsonAsync((JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))!, stop);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
