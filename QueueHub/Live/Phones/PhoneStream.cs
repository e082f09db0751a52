using System.Globalization;
using System.Text;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Live.Boards;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Limits;
using QueueHub.Tickets;

namespace QueueHub.Live.Phones;

/// <summary>
/// A phone's live ticket as server-sent events. The message is computed when it is written, from the newest state, and only written when this
/// phone would show something else: a slow phone gets the newest truth, not a backlog, and its unsent bytes are bounded by one message.
/// </summary>
public static class PhoneStream
{
    // The module waits two and a half times as long before it takes the connection for dead.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    // An event, not a comment: a page hears nothing of comments, and would wait for ever at the end of a line that has died without a word.
    private const string Alive = "event: alive\ndata: \n\n";

    public static void MapPhoneStream(this IEndpointRouteBuilder app) =>
        app.MapGet("/{office}/t/{token}/events", RunAsync).WithName("TicketEvents").WithTags("Citizen").Produces<PhoneTicket>(contentType: "text/event-stream")
            .WithMetadata(new StaysOpen(Follower.Phone));

    private static async Task RunAsync(
        string office, string token, IOffices offices, IOfficeStates states, PhoneSweep sweep, TimeProvider time,
        IHostApplicationLifetime lifetime, HttpContext http)
    {
        if (offices.Find(office) is not { } document)
        {
            await Problems.Of(http, ProblemCodes.UnknownOffice).ExecuteAsync(http);
            return;
        }

        // "Unknown" would send away a citizen whose ticket this node has only not read yet.
        if (states.Current(document.Slug) is not { } read)
        {
            await Problems.Of(http, ProblemCodes.Unavailable).ExecuteAsync(http);
            return;
        }

        var hash = TicketToken.Hash(token);
        if (read.ByToken(hash) is not { } ticket)
        {
            await Problems.Of(http, ProblemCodes.UnknownTicket).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var phone = sweep.Join(document.Slug, ticket.Ordinal);
        try
        {
            // Reconnects spread out: a thousand phones cut at once must not return in the same instant.
            await WriteAsync(http, $"retry: {Random.Shared.Next(1000, 4000).ToString(CultureInfo.InvariantCulture)}\n\n", stop.Token);
            await FollowAsync(http, document, hash, phone, states, time, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The phone went away, or the server is stopping.
        }
        finally
        {
            sweep.Leave(phone);
        }
    }

    private static async Task FollowAsync(
        HttpContext http, OfficeDocument office, string tokenHash, Phone phone, IOfficeStates states, TimeProvider time, CancellationToken stop)
    {
        PhoneTicket? shown = null;
        while (true)
        {
            // The next day's state no longer holds the ticket: what the phone shows last stays.
            if (states.Current(office.Slug) is { } state && state.ByToken(tokenHash) is { } ticket)
            {
                var newest = PhoneTickets.Of(state, office, ticket, states.IsStale(office.Slug), states.Life(office.Slug));
                phone.Sent(newest.PeopleAhead, time.GetTimestamp());
                if (newest != shown)
                {
                    shown = newest;
                    await WriteAsync(http, $"event: ticket\ndata: {JsonSerializer.Serialize(newest, JsonSerializerOptions.Web)}\n\n", stop);
                }

                if (!ticket.Living)
                {
                    // Nothing will change any more: the module closes its end on a final state.
                    return;
                }
            }

            if (!await phone.WaitAsync(KeepAlive, time, stop))
            {
                await WriteAsync(http, Alive, stop);
            }
        }
    }

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken cancellation)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }
}
