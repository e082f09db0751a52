using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Npgsql;
using QueueHub.Bench.Servers;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Screens;

namespace QueueHub.Bench.Scenarios;

/// <summary>
/// The panels of a whole district, each with a visit before it: all ask every 400 ms whether it goes on, and a form whose answer is not there within 900 ms is hidden.
/// How long the answers take beside that limit, and what the asking costs.
/// </summary>
internal static class Panels
{
    // As many as the district has counters.
    private const int Count = 189;
    private const string Office = "hall";

    // As the page does it: see DisplayClient/Panels/Lease.cs.
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Row>> RunAsync(Workplace place)
    {
        await using var hub = await Hub.StartAsync(place, district: false, BenchOffice.Document(Office, Count));
        await hub.OpenAsync(Office, Count);
        await hub.IssueAsync(Office, Count);
        var visits = await ServeAsync(hub);
        var connections = new List<HubConnection>();
        try
        {
            foreach (var cookie in await PairAsync(hub.Postgres))
            {
                var connection = Connection(hub, cookie);
                connections.Add(connection);
                await connection.StartAsync();
                await connection.InvokeAsync<PanelBoard?>(nameof(IPanelHub.Watch));
            }

            await AskAsync(connections, visits, WarmUp);
            var (began, time) = (Stopwatch.GetTimestamp(), hub.Process.Time());
            var answers = (await AskAsync(connections, visits, Measured)).Order().ToList();
            var cores = (hub.Process.Time() - time) / Stopwatch.GetElapsedTime(began);
            var (half, most, last) = (answers[answers.Count / 2], answers[(int)(answers.Count * 0.999)], answers[^1]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {answers.Count / Measured.TotalSeconds:F0} questions/s; p50 {half.TotalMilliseconds:F1} ms, p99.9 {most.TotalMilliseconds:F1} ms, longest {last.TotalMilliseconds:F1} ms; hub {cores:P0} of a core"));
            return
            [
                new Row(
                    $"{Count} panels ask every {AskEvery.TotalMilliseconds:F0} ms whether the visit goes on: longest answer of {answers.Count:N0}", $"{last.TotalMilliseconds:F0} ms",
                    $"p50 {half.TotalMilliseconds:F1} ms, p99.9 {most.TotalMilliseconds:F1} ms; the hub takes {cores:P0} of a core for it",
                    $"≤ {(Limit - AskEvery).TotalMilliseconds:F0} ms, or a form would flicker", last <= Limit - AskEvery),
            ];
        }
        finally
        {
            await Task.WhenAll(connections.Select(connection => connection.DisposeAsync().AsTask()));
        }
    }

    private static async Task<long[]> ServeAsync(Hub hub)
    {
        var visits = new long[Count];
        using var clerk = await hub.ClerkAsync();
        for (var counter = 1; counter <= Count; counter++)
        {
            var called = await Hub.CommandAsync(clerk, Office, counter, "call-next");
            await Hub.CommandAsync(clerk, Office, counter, "start", called.Ticket);
            visits[counter - 1] = called.Ticket!.Value;
        }

        return visits;
    }

    // Pairing itself is limited, as it should be: these screens come into the table as it leaves them there.
    private static async Task<IReadOnlyList<string>> PairAsync(string postgres)
    {
        var tokens = Enumerable.Range(1, Count).Select(_ => ScreenSecrets.New()).ToArray();
        await using var source = NpgsqlDataSource.Create(postgres);
        await using var insert = source.CreateCommand(
            """
            insert into screen (id, kind, office, place, name, token_hash, browser, system, paired_by, paired_at, version)
            select 'panel-' || counter, 'panel', $1, counter::text, counter::text, hash, 'Chromium', 'Linux', (select id from staff limit 1), now(), ''
            from unnest($2) with ordinality as token (hash, counter)
            """);
        insert.Parameters.AddWithValue(Office);
        insert.Parameters.AddWithValue(tokens.Select(ScreenSecrets.Hash).ToArray());
        await insert.ExecuteNonQueryAsync();
        return [.. tokens.Select(token => $"qh.{ScreenKinds.Word(ScreenKind.Panel)}={token}")];
    }

    private static async Task<IReadOnlyCollection<TimeSpan>> AskAsync(IReadOnlyList<HubConnection> panels, long[] visits, TimeSpan time)
    {
        var answers = new ConcurrentBag<TimeSpan>();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(panels.Select(async (panel, place) =>
        {
            // They were not switched on in the same moment.
            await Task.Delay(AskEvery * Random.Shared.NextDouble());
            using var turns = new PeriodicTimer(AskEvery);
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                var asked = Stopwatch.GetTimestamp();
                if (!await panel.InvokeAsync<bool>(nameof(IPanelHub.Serves), visits[place]))
                {
                    throw new InvalidOperationException($"The panel of counter {place + 1} was told that its visit is over.");
                }

                answers.Add(Stopwatch.GetElapsedTime(asked));
                await turns.WaitForNextTickAsync();
            }
        }));
        return answers;
    }

    private static HubConnection Connection(Hub hub, string cookie) => new HubConnectionBuilder()
        .WithUrl(new Uri(hub.Url, Routes.PanelHub), options =>
        {
            options.Headers["Cookie"] = cookie;
            options.SkipNegotiation = true;
            options.Transports = HttpTransportType.WebSockets;
        })
        .Build();
}
