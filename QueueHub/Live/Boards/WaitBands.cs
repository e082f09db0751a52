using System.Collections.Immutable;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>
/// How long people still wait, as a band (docs/waiting-times.md): the work before somebody's turn is a sum of visits, so its mean and variance are sums, and
/// the counters that share a line do it as many times faster (Whitt 1999). Pure; what is the same for everybody is computed once, so it is for one thread.
/// </summary>
public sealed class WaitBands(OfficeState state, OfficeDocument office, DateTimeOffset now)
{
    // Counters that close for a while, tickets that come first by their class: what the visits do not tell, as part of the wait.
    private const double Unforeseen = 0.15;

    // A counter that helps goes back to its own lines whenever somebody comes there.
    private const double Helper = 0.5;

    private readonly long _now = Math.Max(now.ToUnixTimeMilliseconds(), state.At);
    private readonly Dictionary<string, ServiceTimes?> _times = [];
    private readonly Dictionary<(string Service, string? Target), Pool?> _pools = [];

    /// <summary>For a ticket; null unless it waits, and when too little is known or no counter serves it.</summary>
    public WaitBand? Of(TicketRow ticket) => ticket.State == TicketState.Waiting
        ? PoolOf(ticket.Service, ticket.Target)?.Band(new Place(ticket.Score, ticket.Ordinal))
        : null;

    /// <summary>For somebody who joins the line of a service now.</summary>
    /// <param name="credit">By how much that person goes before others, milliseconds.</param>
    public WaitBand? Newcomer(string service, long credit = 0) => PoolOf(service, null)?.Band(Joining(credit));

    /// <summary>How many would be ahead of that person.</summary>
    public int Ahead(string service, long credit = 0) => Before(state.Line(service), Joining(credit));

    private Place Joining(long credit) => new(_now - credit, long.MaxValue);

    private Pool? PoolOf(string service, string? target)
    {
        if (!_pools.TryGetValue((service, target), out var pool))
        {
            _pools[(service, target)] = pool = MakePool(service, target);
        }

        return pool;
    }

    private Pool? MakePool(string service, string? target)
    {
        if (TimesOf(service) is not { } own)
        {
            return null;
        }

        var lines = new List<Line>();
        var ownLine = target is null ? service : TicketRow.LineOf(target);
        var desks = Open.Where(row => target is null ? BoardBuilder.Serves(row, service) : row.Id == target)
            .Select(row => MakeDesk(
                row, ownLine, target is not null || row.Primary?.Contains(service) == true, own, lines))
            .ToArray();
        return desks.Length == 0 ? null : new Pool(own, state.Line(ownLine), [.. lines], desks);
    }

    // What a counter does before it takes anybody of a line: the ticket at it, whoever waits for it alone, and its other primary lines; of these all come
    // before whoever it only helps (call_next.lua).
    private Desk MakeDesk(CounterRow row, string ownLine, bool first, ServiceTimes own, List<Line> lines)
    {
        var work = default(Work).And(1, LeftAt(row, own));
        string[] primary = [TicketRow.LineOf(row.Id), .. row.Primary ?? []];
        if (first)
        {
            return new Desk(work, 1, Indexes(primary));
        }

        work = primary.Aggregate(work, (sum, line) => sum.And(state.Line(line).Count / Sharing(line), TimesOf(line) ?? own));
        return new Desk(work, Helper, Indexes(row.Helping ?? []));

        // An empty line, such as most counters' own, has nobody ahead of anybody.
        int[] Indexes(IEnumerable<string> names) => [.. names.Where(name => name != ownLine && state.Line(name).Count > 0).Select(Index)];

        int Index(string name)
        {
            var known = lines.FindIndex(line => line.Name == name);
            if (known < 0)
            {
                lines.Add(new Line(name, state.Line(name), TimesOf(name) ?? own, Sharing(name)));
            }

            return known < 0 ? lines.Count - 1 : known;
        }
    }

    private IEnumerable<CounterRow> Open => office.Counters.Select(counter => state.Counters.GetValueOrDefault(counter.Id)).OfType<CounterRow>()
        .Where(row => row.State == CounterState.Open);

    // How many counters take a line first.
    private double Sharing(string line) => Math.Max(1, Open.Count(row => row.Primary?.Contains(line) == true));

    private ServiceTimes LeftAt(CounterRow row, ServiceTimes otherwise)
    {
        if (row.Ticket is not { } ordinal || state.Tickets.GetValueOrDefault(ordinal) is not { } ticket)
        {
            return default;
        }

        var whole = TimesOf(ticket.Service) ?? otherwise;
        return whole with { Mean = whole.Left(_now - (ticket.CalledAt ?? _now)) };
    }

    private ServiceTimes? TimesOf(string service)
    {
        if (!_times.TryGetValue(service, out var times))
        {
            _times[service] = times = ServiceTimes.Of(state, service);
        }

        return times;
    }

    private static int Before(ImmutableSortedSet<Place> line, Place place) => line.IndexOf(place) is var index && index < 0 ? ~index : index;

    /// <summary>Another line, how long each of it takes, and how many counters share it.</summary>
    private readonly record struct Line(string Name, ImmutableSortedSet<Place> Places, ServiceTimes Times, double Sharing);

    /// <summary>Mean, and variance, of what is to be done, in milliseconds.</summary>
    private readonly record struct Work(double Mean, double Variance)
    {
        public Work And(double visits, ServiceTimes each) => new(Mean + (visits * each.Mean), Variance + (visits * each.Spread * each.Mean));
    }

    /// <summary>An open counter: what it has to do in any case, how much of it the line gets then, and the other lines (indexes) it takes in order.</summary>
    private sealed record Desk(Work Work, double Rate, int[] Lines);

    /// <summary>The counters that share a line.</summary>
    private sealed record Pool(ServiceTimes Own, ImmutableSortedSet<Place> Ahead, Line[] Lines, Desk[] Desks)
    {
        public WaitBand Band(Place place)
        {
            Span<double> before = stackalloc double[Lines.Length];
            for (var i = 0; i < Lines.Length; i++)
            {
                before[i] = Before(Lines[i].Places, place) / Lines[i].Sharing;
            }

            Span<(double Free, double Variance, double Rate)> desks = stackalloc (double, double, double)[Desks.Length];
            for (var i = 0; i < desks.Length; i++)
            {
                var own = Desks[i].Work;
                foreach (var line in Desks[i].Lines)
                {
                    own = own.And(before[line], Lines[line].Times);
                }

                desks[i] = (own.Mean, own.Variance, Desks[i].Rate);
            }

            // Each counter joins in when it is free: the turn comes when together they have done what is ahead in the line.
            desks.Sort(static (one, other) => one.Free.CompareTo(other.Free));
            var ahead = default(Work).And(Before(Ahead, place), Own);
            var (rate, busy, variance, turn) = (0.0, 0.0, ahead.Variance, double.PositiveInfinity);
            foreach (var desk in desks)
            {
                if (desk.Free >= turn)
                {
                    break;
                }

                rate += desk.Rate;
                busy += desk.Rate * desk.Free;
                variance += desk.Rate * desk.Variance;
                turn = (ahead.Mean + busy) / rate;
            }

            // A free counter takes who comes at once. Otherwise the own service's spread at least: more people of it ahead must never mean an earlier turn.
            var work = rate * turn;
            return turn <= 0
                ? new WaitBand(0, 1)
                : Quantiles.Band(turn, (Math.Max(variance / work, Own.Spread) / work) + Own.Doubt + (Unforeseen * Unforeseen));
        }
    }
}
