using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Notify;

/// <summary>
/// Sends one notice: taken up by one node alone, tried again as long as it helps anybody. Each goes its own way, so one that hangs holds up no other; a command
/// never waits for any.
/// </summary>
internal sealed class Deliveries(
    Claims claims, Subscriptions subscriptions, IEnumerable<INotifier> notifiers, IOffices offices, IOfficeStates states, IOptions<NotifyOptions> options,
    TimeProvider time, ILogger<Deliveries> logger) : IDisposable
{
    private readonly Dictionary<string, INotifier> _notifiers = notifiers.ToDictionary(notifier => notifier.Channel);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _hosts = new();
    private readonly Meter _meter = new("QueueHub.Notify");
    private Counter<long> Notices => field ??= _meter.CreateCounter<long>("queuehub.notices", description: "Notices to pocketed phones, by kind, channel and outcome.");

    /// <summary>Returns when nothing more is to be done for it by this node: null when it is done for good, otherwise how long to leave it to another node.</summary>
    public async Task<TimeSpan?> DeliverAsync(NoticeKey key, Wish wish, CancellationToken cancellation)
    {
        var lease = options.Value.Lease;
        if (!await claims.TryTakeAsync(key, lease))
        {
            return await claims.IsDoneAsync(key) ? null : lease / 2;
        }

        for (var tries = 1; ; tries++)
        {
            if (Compose(key, wish) is not { } due || await subscriptions.ReadAsync(key.Office, due.Row, key.Channel) is not { } subscription)
            {
                // Called, gone or withdrawn meanwhile; should it be due again later, it is sent then.
                await claims.ReleaseAsync(key);
                return lease / 2;
            }

            var outcome = await TryAsync(key, due.Notice, subscription, cancellation);
            if (outcome is null)
            {
                return lease / 2;
            }

            var after = outcome is Delivery.TryLater later ? Retry.After(tries, later.After, Random.Shared.NextDouble()) : (TimeSpan?)null;
            if (after is null || time.GetUtcNow() + after > due.Notice.Until)
            {
                await EndAsync(key, due.Notice, outcome);
                return null;
            }

            logger.LogDebug("Office {Office}: {Kind} of ticket {Number} is tried again: {Outcome}", key.Office, key.Kind, due.Notice.Number, outcome);
            if (!await claims.HoldAsync(key, after.Value + lease))
            {
                return lease / 2;
            }

            await Task.Delay(after.Value, time, cancellation);
        }
    }

    public void Dispose() => _meter.Dispose();

    // Null when it was lost to another node while it waited for its turn.
    private async Task<Delivery?> TryAsync(NoticeKey key, Notice notice, Subscription subscription, CancellationToken cancellation)
    {
        var host = _hosts.GetOrAdd(Host(subscription), _ => new SemaphoreSlim(options.Value.PerHost));
        await host.WaitAsync(cancellation);
        try
        {
            return await claims.HoldAsync(key, options.Value.Lease) ? await _notifiers[key.Channel].SendAsync(notice, subscription, cancellation) : null;
        }
        finally
        {
            host.Release();
        }
    }

    private async Task EndAsync(NoticeKey key, Notice notice, Delivery outcome)
    {
        await claims.DoneAsync(key);
        Notices.Add(1, new("kind", key.Kind), new("channel", key.Channel), new("outcome", outcome.GetType().Name));
        switch (outcome)
        {
            case Delivery.Gone:
                await subscriptions.ForgetAsync(key.Office, key.Ticket, key.Channel);
                break;
            case Delivery.Refused refused:
                logger.LogWarning(
                    "Office {Office}: {Kind} of ticket {Number} was refused by {Channel}: {Reason}", key.Office, key.Kind, notice.Number, key.Channel, refused.Reason);
                break;
            case Delivery.TryLater late:
                logger.LogWarning(
                    "Office {Office}: {Kind} of ticket {Number} came too late for {Channel}: {Reason}", key.Office, key.Kind, notice.Number, key.Channel, late.Reason);
                break;
        }
    }

    // By the newest state: what is sent is true now.
    private (Notice Notice, TicketRow Row)? Compose(NoticeKey key, Wish wish)
    {
        var now = time.GetUtcNow();
        if (offices.Find(key.Office) is not { } office || states.Current(key.Office) is not { } state || !state.Tickets.TryGetValue(key.Ticket, out var row)
            || row.Leg != key.Leg || DueNotices.Kind(state, row, wish, now) != key.Kind)
        {
            return null;
        }

        var until = row.State == TicketState.Called ? DueNotices.CalledUntil(row) : now + DueNotices.AheadFor;
        return (new Notice(key.Kind, Subscriptions.IdOf(row), office.Name, row.Number, state.PeopleAhead(row) ?? 0, row.Counter, until), row);
    }

    // Known push services and one gateway: there are few.
    private static string Host(Subscription subscription) => subscription.Push is { } push ? new Uri(push.Endpoint).Authority : NotifyChannel.Number;
}
