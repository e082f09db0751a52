using System.Collections.Immutable;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>
/// How long people have to expect to wait, by what each counter still has to do before their turn. A counter alone would take the work that is ahead of
/// somebody there; counters together share it, so their rates add up: two equal ones take half as long as one. Pure.
/// </summary>
public sealed class Expectation
{
    /// <summary>Finished services that the mean is taken of: the last ones, for the morning says little about the afternoon.</summary>
    public const int Recent = 20;

    /// <summary>Of fewer nothing is said.</summary>
    public const int Fewest = 5;

    private readonly OfficeState _state;
    private readonly ImmutableDictionary<string, double> _means;
    private readonly List<CounterRow> _open;
    private readonly long _now;

    private Expectation(OfficeState state, OfficeDocument office, DateTimeOffset now)
    {
        (_state, _now) = (state, now.ToUnixTimeMilliseconds());
        _open = [.. office.Counters.Select(counter => state.Counters.GetValueOrDefault(counter.Id)).OfType<CounterRow>().Where(row => row.State == CounterState.Open)];
        _means = office.ServiceIds.Select(service => (service, mean: Mean(state, service))).Where(pair => pair.mean is not null)
            .ToImmutableDictionary(pair => pair.service, pair => pair.mean!.Value);
    }

    private Expectation(Expectation other, List<CounterRow> open) => (_state, _now, _means, _open) = (other._state, other._now, other._means, open);

    public static Expectation Of(OfficeState state, OfficeDocument office, DateTimeOffset now) => new(state, office, now);

    /// <summary>The same, were this counter open like this.</summary>
    public Expectation With(CounterRow counter) => new(this, [.. _open.Where(row => row.Id != counter.Id), counter]);

    /// <summary>Minutes for somebody who joins the line of a service now; null when too little is known, or no counter serves it.</summary>
    public int? Newcomer(string service) => Minutes(service, null, line => _state.Line(line).Count);

    /// <summary>Minutes until the turn of each of the first waiting tickets of all lines, which come in the order of their score.</summary>
    public IReadOnlyList<int?> InOrder(IEnumerable<TicketRow> first)
    {
        var before = new Dictionary<string, int>();
        var minutes = new List<int?>();
        foreach (var ticket in first)
        {
            minutes.Add(Minutes(ticket.Service, ticket.Target, line => before.GetValueOrDefault(line)));
            before[ticket.Line] = before.GetValueOrDefault(ticket.Line) + 1;
        }

        return minutes;
    }

    private int? Minutes(string service, string? target, Func<string, int> before)
    {
        if (!_means.TryGetValue(service, out var mean))
        {
            return null;
        }

        var (rate, any) = (0.0, false);
        foreach (var counter in _open.Where(counter => target is null ? BoardBuilder.Serves(counter, service) : counter.Id == target))
        {
            any = true;
            var work = Work(counter, service, target is not null, mean, before);
            rate += work > 0 ? 1 / work : double.PositiveInfinity;
        }

        // Rounded first: of 1 / (1 / 30) not quite 30 is left.
        return any ? (int)Math.Ceiling(Math.Round(1 / rate / TimeSpan.MillisecondsPerMinute, 3)) : null;
    }

    // What the counter would do first if it were alone: the ticket at it, whoever waits for it alone, and its primary lines; of these all come before whoever
    // it only helps (see call_next.lua).
    private double Work(CounterRow counter, string service, bool first, double mean, Func<string, int> before)
    {
        var helps = !first && counter.Primary?.Contains(service) != true;
        Func<string, int> ahead = helps ? line => _state.Line(line).Count : before;
        var work = Left(counter, mean) + (ahead(TicketRow.LineOf(counter.Id)) * mean) + (counter.Primary ?? []).Sum(line => ahead(line) * MeanOf(line, mean));
        return helps ? work + (counter.Helping ?? []).Sum(line => before(line) * MeanOf(line, mean)) : work;
    }

    // A service that takes longer than others has not ended for that: some of it is always left.
    private double Left(CounterRow counter, double mean)
    {
        if (counter.Ticket is not { } ordinal || _state.Tickets.GetValueOrDefault(ordinal) is not { } ticket)
        {
            return 0;
        }

        var whole = MeanOf(ticket.Service, mean);
        return ticket is { State: TicketState.Serving, ServedAt: { } began } ? Math.Clamp(whole - (_now - began), whole / 4, whole) : whole;
    }

    private double MeanOf(string service, double otherwise) => _means.GetValueOrDefault(service, otherwise);

    private static double? Mean(OfficeState state, string service)
    {
        if (!state.Finished.TryGetValue(service, out var finished) || finished.Count < Fewest)
        {
            return null;
        }

        var (sum, count) = (0L, Math.Min(Recent, finished.Count));
        for (var i = finished.Count - count; i < finished.Count; i++)
        {
            sum += state.Tickets[finished[i].Ordinal].Took ?? 0;
        }

        return (double)sum / count;
    }
}
