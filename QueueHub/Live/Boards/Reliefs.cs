using System.Collections.Immutable;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Boards;

/// <summary>
/// What would shorten a full line most: a counter to open, one to resume, or an open one that could call for it. Each possibility is reckoned as if it were so
/// already (<see cref="Expectation"/>). Only what the office's document lets a counter do is proposed. Pure.
/// </summary>
public static class Reliefs
{
    /// <summary>Less than this is not worth moving anybody.</summary>
    public const int LeastGain = 3;

    /// <summary>No other line is made to expect more than this longer.</summary>
    public const int MostHarm = 5;

    /// <summary>The best possibility for a line that is full or that no counter serves; null when it is neither, or nothing helps.</summary>
    public static DeskRelief? Of(OfficeState state, OfficeDocument office, Expectation expectation, string service, Pace pace, DateTimeOffset now)
    {
        if (!state.DayOpen || pace is not (Pace.Busy or Pace.NoCounter))
        {
            return null;
        }

        var before = office.ServiceIds.ToImmutableDictionary(id => id, expectation.Newcomer);
        return office.Counters.SelectMany(counter => Possible(counter, state.Counters.GetValueOrDefault(counter.Id), service, now))
            .Select(possible => (possible.Kind, possible.Counter, Then: expectation.With(possible.Counter)))
            .Where(possible => Helps(possible.Then.Newcomer(service)) && office.ServiceIds.All(id => id == service || Bears(id, possible.Then)))
            .Select(possible => new DeskRelief(possible.Counter.Id, possible.Kind, before[service], possible.Then.Newcomer(service)))
            .MinBy(relief => (relief.After ?? int.MaxValue, relief.Kind));

        // Where nobody can be called, any counter helps, also when it is not known how long visits take.
        bool Helps(int? after) => pace == Pace.NoCounter || before[service] - after >= LeastGain;
        bool Bears(string other, Expectation then) => before[other] is not { } minutes || then.Newcomer(other) - minutes <= MostHarm;
    }

    private static IEnumerable<(ReliefKind Kind, CounterRow Counter)> Possible(CounterDefinition counter, CounterRow? row, string service, DateTimeOffset now)
    {
        var meant = counter.Primary.Contains(service) || counter.Helping.Contains(service);
        switch (row?.State ?? CounterState.Closed)
        {
            case CounterState.Closed when meant:
                yield return (ReliefKind.Open, new CounterRow(counter.Id, CounterState.Open, now.ToUnixTimeMilliseconds(), Primary: counter.Primary, Helping: counter.Helping));
                break;

            // A break is left alone as long as it was meant to last.
            case CounterState.Paused when Calls(row!.Primary) || Calls(row.Helping):
                if (row.PauseUntil is not { } until || until <= now.ToUnixTimeMilliseconds())
                {
                    yield return (ReliefKind.Resume, row with { State = CounterState.Open });
                }

                break;
            case CounterState.Open when meant && !Calls(row!.Primary):
                if (!Calls(row.Helping))
                {
                    yield return (ReliefKind.Help, row with { Helping = [.. row.Helping ?? [], service] });
                }

                yield return (ReliefKind.Serve, row with { Primary = [.. row.Primary ?? [], service], Helping = [.. (row.Helping ?? []).Where(id => id != service)] });
                break;
        }

        bool Calls(IReadOnlyList<string>? services) => services?.Contains(service) == true;
    }
}
