using System.Text.Json;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;
using StackExchange.Redis;

namespace QueueHub.Tickets.Arrival;

/// <summary>The tickets that a phone took today at an office, known by its cookie: also without scripts a phone can be shown its own numbers.</summary>
public sealed class PhoneHolds(IConnectionMultiplexer redis, IOfficeStates states, TimeProvider time)
{
    /// <summary>What a phone goes by in an office's keys. Of this office and day alone: what tickets it had on other days is nobody's business.</summary>
    public static string NameOf(OfficeDocument office, string device, DateTimeOffset now) =>
        TicketToken.Hash($"{office.Slug}/{OfficeClock.Day(office, now)}/{device}")[..32];

    /// <summary>Its living tickets, in order of issue; none while Redis cannot be asked.</summary>
    public async Task<IReadOnlyList<TicketRow>> LivingAsync(OfficeDocument office, string? device)
    {
        if (device is null || states.Current(office.Slug) is not { } state)
        {
            return [];
        }

        var phone = NameOf(office, device, time.GetUtcNow());
        try
        {
            var held = await redis.GetDatabase().HashGetAsync(
                RedisKeys.Phones(office.Slug), [.. office.Services.Select(service => (RedisValue)$"{phone}:{service.Id}")]);
            return
            [
                .. held.Where(list => !list.IsNull)
                    .SelectMany(list => JsonSerializer.Deserialize<long[]>((string)list!) ?? [])
                    .Select(ordinal => state.Tickets.GetValueOrDefault(ordinal))
                    .OfType<TicketRow>()
                    .Where(ticket => ticket.Living)
                    .OrderBy(ticket => ticket.Ordinal),
            ];
        }
        catch (Exception error) when (RedisFaults.IsFault(error))
        {
            return [];
        }
    }

    /// <summary>Those of them that are on the way.</summary>
    public async Task<IReadOnlyList<TicketRow>> OnTheWayAsync(OfficeDocument office, string? device) =>
        [.. (await LivingAsync(office, device)).Where(ticket => ticket.State == TicketState.OnTheWay)];
}
