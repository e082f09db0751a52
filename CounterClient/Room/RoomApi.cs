using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;

namespace CounterClient;

/// <summary>Problem details, as far as the room reads them: the code and the sentence.</summary>
public sealed record RoomProblem(string? Code, string? Title = null)
{
    /// <summary>True when nobody is signed in any more.</summary>
    public bool SignedOut => Code == ProblemCodes.SignInRequired;

    /// <summary>True when the command may still have to be done: the same request may be sent again.</summary>
    public bool IsOpen => Code is ProblemCodes.Unknown or ProblemCodes.Unavailable or ProblemCodes.Busy;
}

/// <summary>Either what was asked for, or why not.</summary>
public sealed record RoomAnswer<T>(T? Value, RoomProblem? Problem)
    where T : class;

/// <summary>What the room asks and orders over HTTP; never throws for what a network can cause.</summary>
public interface IRoomApi
{
    Task<RoomAnswer<RoomList>> RoomsAsync(CancellationToken stop);
    Task<RoomAnswer<List<Colleague>>> StaffAsync(string office, CancellationToken stop);

    /// <summary>The calls out of order of one business day, as yyyy-MM-dd.</summary>
    Task<RoomAnswer<List<LedgerEntry>>> LedgerAsync(string office, string day, CancellationToken stop);

    /// <summary>The incidents of the office, newest first.</summary>
    /// <param name="before">The page after <see cref="IncidentPage.Next"/>; null: the first one.</param>
    Task<RoomAnswer<IncidentPage>> IncidentsAsync(string office, long? before, CancellationToken stop);

    Task<RoomAnswer<Incident>> ReportAsync(string office, IncidentRequest request, string language, CancellationToken stop);
    Task<RoomAnswer<Incident>> NoteAsync(string office, string incident, IncidentNoteRequest request, string language, CancellationToken stop);

    /// <summary>Whether the record is as it was written.</summary>
    Task<RoomAnswer<ChainCheck>> CheckIncidentsAsync(string office, CancellationToken stop);

    /// <summary>The recovery room and who has it.</summary>
    Task<RoomAnswer<RecoveryRoom>> RecoveryAsync(string office, CancellationToken stop);

    Task<RoomAnswer<RecoveryRoom>> EndRecoveryAsync(string office, string booking, string language, CancellationToken stop);

    /// <summary>Sends a command once.</summary>
    Task<RoomAnswer<CommandReply>> SendAsync(string office, RoomOrder order, string requestId, string language, CancellationToken stop);
}

/// <inheritdoc cref="IRoomApi"/>
public sealed class RoomApi(HttpClient http, TimeProvider time) : IRoomApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task<RoomAnswer<RoomList>> RoomsAsync(CancellationToken stop) => AskAsync<RoomList>(HttpMethod.Get, Routes.Rooms, null, stop);

    public Task<RoomAnswer<List<Colleague>>> StaffAsync(string office, CancellationToken stop) =>
        AskAsync<List<Colleague>>(HttpMethod.Get, $"/api/offices/{Uri.EscapeDataString(office)}/staff", null, stop);

    public Task<RoomAnswer<List<LedgerEntry>>> LedgerAsync(string office, string day, CancellationToken stop) =>
        AskAsync<List<LedgerEntry>>(HttpMethod.Get, $"/api/offices/{Uri.EscapeDataString(office)}/ledger?day={day}", null, stop);

    public Task<RoomAnswer<IncidentPage>> IncidentsAsync(string office, long? before, CancellationToken stop) =>
        AskAsync<IncidentPage>(HttpMethod.Get, before is { } seq ? $"{Incidents(office)}?before={seq}" : Incidents(office), null, stop);

    public Task<RoomAnswer<Incident>> ReportAsync(string office, IncidentRequest request, string language, CancellationToken stop) =>
        AskAsync<Incident>(HttpMethod.Post, $"{Incidents(office)}?lang={language}", () => JsonContent.Create(request, RoomJson.Default.IncidentRequest), stop);

    public Task<RoomAnswer<Incident>> NoteAsync(string office, string incident, IncidentNoteRequest request, string language, CancellationToken stop) =>
        AskAsync<Incident>(
            HttpMethod.Post, $"{Incidents(office)}/{Uri.EscapeDataString(incident)}/notes?lang={language}",
            () => JsonContent.Create(request, RoomJson.Default.IncidentNoteRequest), stop);

    public Task<RoomAnswer<ChainCheck>> CheckIncidentsAsync(string office, CancellationToken stop) =>
        AskAsync<ChainCheck>(HttpMethod.Get, $"{Incidents(office)}/check", null, stop);

    public Task<RoomAnswer<RecoveryRoom>> RecoveryAsync(string office, CancellationToken stop) =>
        AskAsync<RecoveryRoom>(HttpMethod.Get, Recovery(office), null, stop);

    public Task<RoomAnswer<RecoveryRoom>> EndRecoveryAsync(string office, string booking, string language, CancellationToken stop) =>
        AskAsync<RecoveryRoom>(HttpMethod.Delete, $"{Recovery(office)}?booking={Uri.EscapeDataString(booking)}&lang={language}", null, stop);

    public Task<RoomAnswer<CommandReply>> SendAsync(string office, RoomOrder order, string requestId, string language, CancellationToken stop)
    {
        var body = order.Body(requestId);
        return AskAsync<CommandReply>(
            HttpMethod.Post, $"/api/offices/{Uri.EscapeDataString(office)}/room/{order.Path}?lang={language}",
            () => JsonContent.Create(body, RoomJson.Default.GetTypeInfo(body.GetType())!), stop);
    }

    private static string Incidents(string office) => $"/api/offices/{Uri.EscapeDataString(office)}/incidents";

    private static string Recovery(string office) => $"/api/offices/{Uri.EscapeDataString(office)}/recovery";

    internal async Task<RoomAnswer<T>> AskAsync<T>(HttpMethod method, string address, Func<HttpContent>? content, CancellationToken stop)
        where T : class
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using var request = new HttpRequestMessage(method, address) { Content = content?.Invoke() };
            using var response = await http.SendAsync(request, either.Token);
            return response.IsSuccessStatusCode
                ? await ReadAsync<T>(response.Content, either.Token) is { } value ? new(value, null) : new(null, new(ProblemCodes.Internal))
                : new(null, await ReadAsync<RoomProblem>(response.Content, either.Token) is { Code: not null } problem ? problem : new(CodeOf(response.StatusCode)));
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
    private static async Task<T?> ReadAsync<T>(HttpContent content, CancellationToken stop)
        where T : class
    {
        if (content.Headers.ContentType is not MediaTypeHeaderValue { MediaType: { } type } || !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return await content.ReadFromJsonAsync((JsonTypeInfo<T>)RoomJson.Default.GetTypeInfo(typeof(T))!, stop);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
