using System.Globalization;
using Dapper;
using QueueHub.History;
using QueueHub.Live;
using QueueHub.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Crashes;

/// <summary>Acknowledged means kept: processes are killed under load, and every answer that was given must be true afterwards.</summary>
public class CrashTests(EngineFixture engines)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // More by hand: QUEUEHUB_CRASH_ROUNDS=300 ./test CrashTests; a seed that failed is printed and replays the same victims.
    private static readonly int Rounds = FromEnvironment("QUEUEHUB_CRASH_ROUNDS") ?? 10;
    private static readonly int Seed = FromEnvironment("QUEUEHUB_CRASH_SEED") ?? Random.Shared.Next();

    [Fact]
    public async Task Whatever_is_killed_every_acknowledged_command_is_there_once_and_history_has_it()
    {
        _ = engines.Engines;
        var random = new Random(Seed);
        await using var hub = await CrashedHub.StartAsync();
        var load = new Load(hub);
        await load.SignInAsync();
        using var stop = new CancellationTokenSource();
        Task[] people = [.. Enumerable.Range(0, 3).Select(_ => load.CitizenAsync(stop.Token)), load.ClerkAsync("1", stop.Token), load.ClerkAsync("2", stop.Token)];

        for (var round = 1; round <= Rounds; round++)
        {
            var victim = (Victim)((round - 1 + Seed & int.MaxValue) % 5);
            var enough = load.Done.Count + random.Next(1, 150);
            await ReachedAsync(() => load.Done.Count >= enough, people, $"seed {Seed}, round {round}: work goes on before {victim} is killed");
            await hub.KillAsync(victim);
        }

        var last = load.Done.Count + 50;
        await ReachedAsync(() => load.Done.Count >= last, people, $"seed {Seed}: work goes on after the last round");
        await stop.CancelAsync();
        await Task.WhenAll(people).WaitAsync(Limit);

        await AcknowledgedAreInHistoryAsync(hub, [.. load.Done]);
    }

    private static async Task AcknowledgedAreInHistoryAsync(CrashedHub hub, IReadOnlyList<Acknowledged> done)
    {
        await using var connection = await hub.PostgresAsync();
        var newest = done.Max(command => command.Version);
        await Eventually.TrueAsync(
            async () => await connection.QuerySingleAsync<long>("select max(version) from event where office = @Office", new { Seocho.Office }) >= newest,
            "history has caught up", Limit);
        var payloads = await connection.QueryAsync<string>("select payload from event where office = @Office order by version", new { Seocho.Office });
        var log = payloads.Select(payload => LoggedEvent.Parse(payload).Event).ToDictionary(@event => @event.Version);

        Assert.Equal(Enumerable.Range(1, log.Count).Select(version => (long)version), log.Keys);
        Assert.All(done, command => Assert.Equal((command.Type, command.Number ?? Number(log[command.Version])), (log[command.Version].Type, Number(log[command.Version]))));

        // Everybody asked until there was an answer, so there are as many events as answers: nothing was done twice, and nothing by halves.
        Assert.Equal(
            done.GroupBy(command => command.Type).Select(group => (group.Key, group.Count())).Order(),
            log.Values.GroupBy(@event => @event.Type).Where(group => group.Key != EventType.DayOpened).Select(group => (group.Key, group.Count())).Order());

        var folded = log.Values.Aggregate(OfficeState.Empty(Seocho.Office) with { Epoch = log[1].Epoch }, Fold.Apply);
        await using var redis = await hub.RedisAsync();
        var present = await new OfficeLog(redis).JoinAsync(Seocho.Office);
        Assert.Equal((folded.Epoch, folded.Version), (present!.Epoch, present.Version));
        Assert.Equal(
            folded.Tickets.Values.OrderBy(row => row.Ordinal).Select(row => (row.Ordinal, row.Number, row.State, row.Counter)),
            present.Tickets.Values.OrderBy(row => row.Ordinal).Select(row => (row.Ordinal, row.Number, row.State, row.Counter)));
        Assert.Equal(folded.Line(Seocho.Service).AsEnumerable(), present.Line(Seocho.Service).AsEnumerable());
    }

    private static int? Number(OfficeEvent @event) => @event.Tickets is [var ticket, ..] ? ticket.Number : null;

    // A citizen or clerk who stopped with an error is the finding, not the time-out it causes.
    private static async Task ReachedAsync(Func<bool> condition, Task[] people, string what)
    {
        await Eventually.TrueAsync(() => condition() || people.Any(person => person.IsFaulted), what, Limit);
        if (people.FirstOrDefault(person => person.IsFaulted) is { } failed)
        {
            await failed;
        }
    }

    private static int? FromEnvironment(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
