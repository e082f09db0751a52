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
public static class PhoneStream
{
    public static void MapPhoneStream(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(
            app.ServiceProvider.GetRequiredService<PhoneSweep>().EndAll);

        // Nothing of what follows routing concerns a stream without a body, whose link is all that is asked for; and each step would be kept in memory
        // for as long as the phone stays.
        app.MapGet("/{office}/t/{token}/events", RunAsync).WithName("TicketEvents").WithTags("Citizen").Produces<PhoneTicket>(contentType: "text/event-stream")
            .ShortCircuit();
    }

    private static async Task RunAsync(
        string office, string token, IOffices offices, IOfficeStates states, PhoneSweep sweep, StayingConnections connections,
        IHostApplicationLifetime lifetime, HttpContext http)
    {
        using var seat = connections.TryTake(Follower.Phone, http);
        if (seat is null)
        {
            await connections.RefuseAsync(Follower.Phone, http);
            return;
        }

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

        if (read.ByToken(TicketToken.Hash(token)) is not { } ticket)
        {
            await Problems.Of(http, ProblemCodes.UnknownTicket).ExecuteAsync(http);
            return;
        }

        await BeginAsync(http);
        var phone = sweep.Join(document.Slug, ticket.Ordinal, http.Response.BodyWriter);
        await using var gone = http.RequestAborted.UnsafeRegister(static phone => ((Phone)phone!).End(), phone);
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            phone.End();
        }

        await phone.Ended;
        sweep.Leave(phone);
    }

    private static async Task BeginAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.StartAsync();

        // Reconnects spread out: a thousand phones cut at once must not return in the same instant. It goes out with the first message.
        var retry = string.Create(CultureInfo.InvariantCulture, $"retry: {Random.Shared.Next(1000, 4000)}\n\n");
        Encoding.ASCII.GetBytes(retry, http.Response.BodyWriter);
    }
}
