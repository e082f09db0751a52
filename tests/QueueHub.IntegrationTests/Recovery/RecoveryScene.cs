using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts.Tickets;
using QueueHub.History;
using QueueHub.IntegrationTests.Tickets;
using QueueHub.Live;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Recovery;

/// <summary>What citizens and nodes do while Redis is lost and comes back.</summary>
internal static class RecoveryScene
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>A way to a Redis that can be cut, silenced or led elsewhere.</summary>
    public static FaultProxy Link(this OwnRedis redis) => new(new UnixDomainSocketEndPoint(redis.Socket));

    public static string ConnectionString(this FaultProxy link) => $"127.0.0.1:{link.EndPoint.Port}";

    public static OfficeState State(this RunningHub hub) => hub.StateNow()!;

    // A node that reads the office anew knows nothing for a moment.
    private static OfficeState? StateNow(this RunningHub hub) => hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office);

    // A form whose contents are lost is another matter.
    public static string Row(TicketRow ticket) => JsonSerializer.Serialize(ticket with { Form = null }, RowJson.Default.TicketRow);

    /// <summary>The ticket behind a link.</summary>
    public static TicketRow ByTokenOf(this OfficeState state, IssuedTicket ticket) => state.ByToken(TicketToken.Hash(ticket.Url.Split('/')[^1]))!;

    /// <summary>A citizen who presses again until there is a number.</summary>
    public static async Task<IssuedTicket> IssuedAgainAsync(this RunningHub hub)
    {
        using var citizen = hub.NewClient();
        var request = new IssueRequest(Seocho.NewRequestId(), Seocho.Service);
        IssuedTicket? issued = null;
        await Eventually.TrueAsync(
            async () =>
            {
                using var response = await citizen.PostAsJsonAsync($"/api/offices/{Seocho.Office}/tickets", request);
                Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, $"{response.StatusCode}");
                issued = response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<IssuedTicket>() : null;
                return issued is not null;
            },
            "the office works again", Limit);
        return issued!;
    }

    /// <summary>Waits until the office works at this node: on a shared Redis it is founded only when all nodes have had time to say what they know of it.</summary>
    public static async Task<RunningHub> WorkingAsync(this Task<RunningHub> starting)
    {
        var hub = await starting;
        var followers = hub.Services.GetRequiredService<OfficeFollowers>();
        await Eventually.TrueAsync(() => followers.Memory(Seocho.Office) is { Witness: true, State.DayOpen: true } && !followers.IsStale(Seocho.Office), "the office works", Limit);
        return hub;
    }

    public static Task FollowsAsync(this RunningHub hub, OfficeState state) => Eventually.TrueAsync(
        () => hub.StateNow() is { } now && (now.Epoch, now.Version) == (state.Epoch, state.Version), "the other node has followed", Limit);

    public static Task HistoryFollowsAsync(this RunningHub hub) => Eventually.TrueAsync(
        async () => await hub.Services.GetRequiredService<HistoryQueries>().FloorAsync(Seocho.Office) is { } floor && floor.Version == hub.StateNow()?.Version,
        "history has everything", Limit);
}
