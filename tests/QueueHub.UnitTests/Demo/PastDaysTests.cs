using System.Text.Json;
using QueueHub.Contracts.Tickets;
using QueueHub.Demo.PastDays;
using QueueHub.History;
using QueueHub.TestSupport;

namespace QueueHub.UnitTests.Demo;

/// <summary>Made-up days look like the real ones they stand for.</summary>
public class PastDaysTests
{
    private static readonly DateOnly Monday = new(2026, 9, 7);

    // No visit of the past goes to another office; what the end of the day ends comes on some days.
    private static readonly StopEnd[] Rare = [StopEnd.Moved, StopEnd.Expired, StopEnd.Closed];

    [Fact]
    public void The_same_seed_brings_the_same_days_and_another_seed_others()
    {
        Assert.Equal(Text(Past("naegok").Day(Monday)), Text(Past("naegok").Day(Monday)));
        Assert.NotEqual(Text(Past("naegok").Day(Monday)), Text(Past("naegok", seed: 2).Day(Monday)));
        Assert.NotEqual(Text(Past("naegok").Day(Monday)), Text(Past("naegok").Day(Monday.AddDays(7))));

        static string Text(PastDay? day) => JsonSerializer.Serialize(day!.Tickets, TicketHistory.Json) + JsonSerializer.Serialize(day.Stretches, CounterStretch.Json);
    }

    [Fact]
    public void Every_visit_is_over_and_its_times_add_up()
    {
        foreach (var office in DemoOffices.Documents)
        {
            var day = Past(office.Slug).Day(Monday)!;

            Assert.All(day.Tickets, ticket =>
            {
                Assert.True(ticket.State is TicketState.Done or TicketState.Cancelled or TicketState.Expired, $"{ticket.Number} is {ticket.State}");
                Assert.Equal(ticket.Since, ticket.EndedAt);
                var times = ticket.WaitingMs + ticket.CalledMs + ticket.ServingMs + ticket.ParkedMs + ticket.NoShowMs;
                Assert.Equal((ticket.EndedAt!.Value - ticket.IssuedAt).TotalMilliseconds, times);
                Assert.True(ticket.Ordinal < 0);
                Assert.InRange(ticket.Number, office.Service(ticket.Journey[0])!.From, office.Service(ticket.Journey[0])!.To);
                Assert.Equal(ticket.WaitingMs, ticket.Stops.Sum(stop => stop.WaitingMs));
                Assert.Equal(ticket.ServingMs, ticket.Stops.Sum(stop => stop.ServingMs));
                Assert.All(ticket.Stops, stop => Assert.True(stop.End is not null && stop.EndedAt >= stop.Joined));
            });
            Assert.Equal(day.Tickets.Count, day.Tickets.Select(ticket => ticket.Ordinal).Distinct().Count());
            Assert.All(day.Stretches, stretch => Assert.True(stretch.Until > stretch.Since));
        }
    }

    [Fact]
    public void A_counter_serves_one_at_a_time_and_only_while_it_is_open()
    {
        var day = Past("seocho").Day(Monday)!;

        foreach (var counter in day.Tickets.SelectMany(ticket => ticket.Stops).Where(stop => stop is { Calls: 1, ParkedMs: 0, CalledAt: not null }).GroupBy(stop => stop.Counter))
        {
            var visits = counter.OrderBy(stop => stop.CalledAt).ToList();
            Assert.All(visits.Zip(visits.Skip(1)), pair => Assert.True(pair.First.EndedAt <= pair.Second.CalledAt));
            var open = day.Stretches.Where(stretch => stretch.Counter == counter.Key && stretch.State == CounterState.Open).ToList();
            Assert.All(visits, stop => Assert.Contains(
                open, stretch => stretch.Since.ToUnixTimeMilliseconds() <= stop.CalledAt && stop.EndedAt <= stretch.Until!.Value.ToUnixTimeMilliseconds()));
        }
    }

    [Fact]
    public void Whatever_happens_in_an_office_happens_there()
    {
        var tickets = Days(Monday, 30).SelectMany(day => day.Tickets).ToList();
        var stops = tickets.SelectMany(ticket => ticket.Stops).ToList();

        Assert.Equal(Enum.GetValues<StopEnd>().Except(Rare), stops.Select(stop => stop.End!.Value).Distinct().Except(Rare).Order());
        Assert.Contains(stops, stop => stop.OutOfOrder);
        Assert.Contains(stops, stop => stop.ParkedMs > 0);
        Assert.Contains(tickets, ticket => ticket is { Recalls: > 0, State: TicketState.Done });
        Assert.Contains(tickets, ticket => ticket is { Reinstated: > 0, State: TicketState.Done });
        Assert.Contains(tickets, ticket => ticket is { Transfers: 0, Stops.Count: 2 });
        Assert.Contains(tickets, ticket => ticket.Transfers > 0);
        Assert.Equal(["clerk", "phone"], tickets.Select(ticket => ticket.Channel).Distinct().Order());
        Assert.True(tickets.Select(ticket => ticket.Class).Distinct().Count() > 1);
        Assert.All(tickets, ticket => Assert.Equal(ticket.FormTemplate is null ? 0 : 2, ticket.Pages));
        Assert.Contains(tickets, ticket => ticket.Pages > 0);
        Assert.Contains(tickets, ticket => ticket.Result is not null);
        Assert.InRange(tickets.Count(ticket => ticket.Rating is not null) / (double)tickets.Count, 0.1, 0.3);
    }

    [Fact]
    public void Mondays_and_the_ends_of_months_are_busier_and_years_grow()
    {
        var year = Enumerable.Range(0, 365).Select(day => new DateOnly(2025, 1, 1).AddDays(day)).Select(date => (Date: date, Tickets: Past("naegok").Day(date)?.Tickets.Count))
            .Where(day => day.Tickets is not null).ToList();

        double Mean(Func<DateOnly, bool> which) => year.Where(day => which(day.Date)).Average(day => day.Tickets!.Value);
        Assert.InRange(Mean(date => date.DayOfWeek == DayOfWeek.Monday) / Mean(date => date.DayOfWeek == DayOfWeek.Wednesday), 1.15, 1.45);
        Assert.InRange(Mean(date => date.AddDays(2).Month != date.Month) / Mean(date => date.AddDays(2).Month == date.Month), 1.03, 1.3);
        Assert.InRange(Mean(date => date.Month == 3) / Mean(date => date.Month == 8), 1.05, 1.4);
        Assert.True(Seasons.Busy(Monday) > Seasons.Busy(Monday.AddYears(-8)));
        Assert.True(Seasons.Digital(Monday.AddYears(-5)) < 0.7);
    }

    [Theory]
    [InlineData("2026-09-05")]
    [InlineData("2026-09-06")]
    [InlineData("2026-12-25")]
    public void Nobody_comes_when_the_office_is_closed(string date) =>
        Assert.Null(Past("naegok").Day(DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Whoever_comes_when_it_is_busy_waits_longer_and_was_told_so()
    {
        var days = Days(new DateOnly(2026, 1, 5), 120).ToList();
        var tickets = days.SelectMany(day => day.Tickets).Where(ticket => ticket.Stops[0].CalledAt is not null).ToList();
        double Wait(Func<DateTime, bool> when) => tickets.Where(ticket => when(Local(ticket.IssuedAt))).Average(ticket => ticket.WaitingMs / 60_000.0);

        Assert.True(Wait(at => at.Hour == 11) > Wait(at => at.Hour == 9) + 1);
        Assert.True(Wait(at => at.DayOfWeek == DayOfWeek.Monday) > Wait(at => at.DayOfWeek == DayOfWeek.Thursday));
        Assert.InRange(Wait(_ => true), 3, 30);
        var told = tickets.Where(ticket => ticket.ExpectedAt is not null)
            .Select(ticket => (ticket.ExpectedLow, ticket.ExpectedHigh, Minutes: (ticket.Stops[0].CalledAt!.Value - ticket.IssuedAt.ToUnixTimeMilliseconds()) / 60_000.0)).ToList();
        Assert.InRange(told.Count(band => band.Minutes >= band.ExpectedLow && band.Minutes <= band.ExpectedHigh) / (double)told.Count, 0.6, 0.95);
    }

    private static IEnumerable<PastDay> Days(DateOnly first, int count) =>
        Enumerable.Range(0, count).Select(day => Past("seocho").Day(first.AddDays(day))).OfType<PastDay>();

    private static PastOffice Past(string office, int seed = 1) => new(
        DemoOffices.Documents.Single(document => document.Slug == office), new SeoulFacts(), form => DemoOffices.Forms.Single(template => template.Id == form), seed);

    private static DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, SeoulFacts.Seoul).DateTime;
}
