using System.Globalization;
using System.Text;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.Platform.Limits;
using QueueHub.Tickets;

namespace QueueHub.Live.Phones;

/// <summary>
/// A phone's live ticket as server-sent events. The message is computed when it is written, from the newest state, and only written when this
/// phone would show something else: a slow phone gets the newest truth, not a backlog, and its unsent bytes are bounded by one message.
/// </summary>
public sealed class PhoneStream(
    IOffices offices, IOfficeStates states, PhoneSweep sweep, StayingConnections connections, IHostApplicationLifetime lifetime)
{
    public static void MapPhoneStream(IEndpointRouteBuilder app)
    {
        // Made once: a handler that asked for its services would keep a scope of them in memory for as long as its phone stays, and whatever follows
        // routing would keep something, too. None of it concerns an answer without a body, to whoever has the link.
        var stream = ActivatorUtilities.CreateInstance<PhoneStream>(app.ServiceProvider);
        stream.EndWhenStopping();
        Map(app, "/{office}/t/{token}/events", "TicketEvents", http => stream.RunAsync(http, looksOnly: false));
        Map(app, "/{office}/w/{token}/events", "WatchEvents", http => stream.RunAsync(http, looksOnly: true));
    }

    private static void Map(IEndpointRouteBuilder app, string path, string name, RequestDelegate run) => app.MapGet(path, (Delegate)run)
        .WithName(name).WithTags("Citizen").Produces<PhoneTicket>(contentType: "text/event-stream").AllowAnonymous().ShortCircuit();

    private void EndWhenStopping() => lifetime.ApplicationStopping.Register(sweep.EndAll);

    private async Task RunAsync(HttpContext http, bool looksOnly)
    {
        using var seat = connections.TryTake(Follower.Phone, http);
        var (phone, code) = seat is null ? (null, null) : await JoinAsync(http, looksOnly);
        if (phone is null)
        {
            await (seat is null ? connections.RefuseAsync(Follower.Phone, http) : Problems.Of(http, code!).ExecuteAsync(http));
            return;
        }

        try
        {
            await using var gone = http.RequestAborted.UnsafeRegister(static phone => ((Phone)phone!).End(), phone);
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                phone.End();
            }

            await phone.Ended;
        }
        finally
        {
            sweep.Leave(phone);
        }
    }

    // The phone, or the code why there is none.
    private async Task<(Phone? Phone, string? Code)> JoinAsync(HttpContext http, bool looksOnly)
    {
        var (office, token) = ((string)http.GetRouteValue("office")!, (string)http.GetRouteValue("token")!);
        if (offices.Find(office) is not { } document)
        {
            return (null, ProblemCodes.UnknownOffice);
        }

        // "Unknown" would send away a citizen whose ticket this node has only not read yet.
        if (states.Current(document.Slug) is not { } state)
        {
            return (null, ProblemCodes.Unavailable);
        }

        var hash = TicketToken.Hash(token);
        if ((looksOnly ? state.ByWatch(hash) : state.ByToken(hash)) is not { } ticket)
        {
            return (null, ProblemCodes.UnknownTicket);
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.StartAsync();

        // Reconnects spread out: a thousand phones cut at once must not return in the same instant. It goes out with the first message.
        var retry = string.Create(CultureInfo.InvariantCulture, $"retry: {Random.Shared.Next(1000, 4000)}\n\n");
        Encoding.ASCII.GetBytes(retry, http.Response.BodyWriter);
        return (sweep.Join(document.Slug, ticket.Ordinal, http.Response.BodyWriter, looksOnly), null);
    }
}
