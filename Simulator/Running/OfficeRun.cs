using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Offices;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using Simulator.Acting;
using Simulator.Plan;

namespace Simulator.Running;

/// <summary>One office, day after day: looks at the staff's board and does what plan and clerks decide. All state it needs it can see again.</summary>
/// <param name="door">Clerks sign in one after another: checking a password is meant to be slow, and twenty at once would hold up everybody.</param>
internal sealed class OfficeRun(string slug, HubDoors doors, SignInRequest account, int seed, Pace pace, SemaphoreSlim door, Action<string> say)
{
    // As fast as a few people can press buttons, also after an outage.
    private const int MostAtOnce = 8;

    // After a command the board shows it within milliseconds; a hub that lost what it answered never does.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private static readonly IReadOnlyList<DayOfWeek> Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private readonly Dictionary<string, FormTemplate?> _forms = [];
    private string? _me;
    private string _epoch = "";
    private long _version;
    private (Citizen Citizen, IssueRequest Request)? _asking;

    /// <summary>Days without end, until cancelled; an outage is waited out.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var day = 0; !cancellation.IsCancellationRequested; day++)
        {
            await DayAsync(day, cancellation);
        }
    }

    /// <summary>One day, from the opening until the last citizen has gone; gives how many took a number.</summary>
    public async Task<int> DayAsync(int day, CancellationToken cancellation)
    {
        var office = await PatientlyAsync(() => doors.OfficeAsync(slug, cancellation), cancellation);
        var staffed = Roster.Staffed(office!).Select(counter => counter.Id).ToList();
        var lobby = new Lobby(DayPlan.For(office!, seed, day, Weekdays[day % Weekdays.Count]));
        var clock = pace.Start();
        Sightings? seen = null;
        var open = true;
        while (open)
        {
            await PatientlyAsync(
                async () =>
                {
                    (seen, open) = await LookAsync(office!, staffed, lobby, seen, day, clock(), cancellation);
                    return true;
                },
                cancellation);
            await pace.NextLookAsync(cancellation);
        }

        return lobby.Issued;
    }

    // One look at the board and everything that follows from it. False when the day is over.
    private async Task<(Sightings Seen, bool Open)> LookAsync(
        OfficeInfo office, List<string> staffed, Lobby lobby, Sightings? before, int day, TimeSpan now, CancellationToken cancellation)
    {
        _me ??= await SignInAsync(cancellation);
        var desk = await NewestAsync(cancellation);
        var seen = (before ?? Sightings.None(_me)).See(desk, now);
        if (desk.Stale)
        {
            return (seen, true);
        }

        var over = now >= Arrivals.Length && lobby.AllCame && desk.Counters.All(counter => counter.Staff != _me);
        if (over)
        {
            // Who is still waiting, set aside or absent goes home.
            await LeaveAsync(lobby.Known(desk.Waiting.Concat(desk.Parked).Concat(desk.NoShows)), cancellation);
            return (seen, desk.WaitingTotal > desk.Waiting.Count);
        }

        foreach (var citizen in lobby.Arriving(now, MostAtOnce))
        {
            lobby.Came(citizen, await IssueAsync(office, citizen, day, cancellation), now);
        }

        await LeaveAsync(lobby.GivingUp(desk.Waiting, now), cancellation);
        var deeds = Clerks.Decide(now, desk, seen, staffed, lobby.Of, pace.Walk);
        var refused = await Task.WhenAll(deeds.Select(deed => DoAsync(deed, cancellation)));
        return (seen with { Refused = seen.Refused.Union(refused.OfType<long>()) }, true);
    }

    private async Task<string> SignInAsync(CancellationToken cancellation)
    {
        await door.WaitAsync(cancellation);
        try
        {
            return await doors.SignInAsync(account, cancellation);
        }
        finally
        {
            door.Release();
        }
    }

    private async Task<DeskBoard> NewestAsync(CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var desk = await doors.DeskAsync(slug, cancellation);
            if (desk.Version >= _version || desk.Epoch != _epoch || TimeProvider.System.GetElapsedTime(began) > Settling)
            {
                (_epoch, _version) = (desk.Epoch, desk.Version);
                return desk;
            }

            await Task.Delay(5, cancellation);
        }
    }

    // The ticket when it was refused for good: nobody brings it back a second time.
    private async Task<long?> DoAsync(Deed deed, CancellationToken cancellation)
    {
        var answer = await doors.CommandAsync(slug, deed.Counter, deed.Verb, deed.Request(NewRequestId()), cancellation);
        Done(answer.Result?.Version);
        return answer.Refusal is not null && deed.Verb is (Verbs.Reinstate or Verbs.Resume) ? deed.Ticket : null;
    }

    private async Task<IssuedTicket?> IssueAsync(OfficeInfo office, Citizen citizen, int day, CancellationToken cancellation)
    {
        // Kept while it is unanswered: asked again with the same request id, nobody gets two numbers.
        if (_asking?.Citizen != citizen)
        {
            _asking = (citizen, new IssueRequest(
                NewRequestId(), citizen.Service, citizen.Language, citizen.Class, await AnswersAsync(office, citizen, day, cancellation)));
        }

        var answer = await doors.IssueAsync(slug, citizen.Class is null ? citizen.Device : null, _asking.Value.Request, cancellation);
        _asking = null;
        Done(answer.Result?.Version);
        return answer.Result;
    }

    private async Task<FormAnswers?> AnswersAsync(OfficeInfo office, Citizen citizen, int day, CancellationToken cancellation)
    {
        if (!citizen.WritesForm || office.Services.FirstOrDefault(service => service.Id == citizen.Service)?.Form is not { } id)
        {
            return null;
        }

        if (!_forms.TryGetValue($"{day}/{id}", out var template))
        {
            template = _forms[$"{day}/{id}"] = await doors.FormAsync(id, cancellation);
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone)).DateTime);
        return template is null ? null : FormWriter.Write(template, today, new Chance(seed, citizen.Device));
    }

    private async Task LeaveAsync(IReadOnlyList<Visit> visits, CancellationToken cancellation)
    {
        foreach (var visit in visits.Take(MostAtOnce * MostAtOnce))
        {
            await doors.CancelAsync(visit.Citizen.Device, visit.Url, new CounterRequest(NewRequestId()), cancellation);
        }
    }

    // What fails here is the hub's being away or busy: it is waited for.
    private async Task<T> PatientlyAsync<T>(Func<Task<T>> attempt, CancellationToken cancellation)
    {
        var told = false;
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or JsonException && !cancellation.IsCancellationRequested)
            {
                if (error is HttpRequestException { StatusCode: HttpStatusCode.Unauthorized } && _me is not null)
                {
                    // The session has ended: the next attempt signs in again.
                    _me = null;
                }
                else if (!told)
                {
                    told = true;
                    say($"{slug}: {error.Message}");
                }
            }

            await pace.RestAsync(cancellation);
        }
    }

    private void Done(long? version)
    {
        // Deeds of one look run side by side.
        var seen = Volatile.Read(ref _version);
        while (version > seen && Interlocked.CompareExchange(ref _version, version.Value, seen) is var present && present != seen)
        {
            seen = present;
        }
    }

    private static string NewRequestId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
