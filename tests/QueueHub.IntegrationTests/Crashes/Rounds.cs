using System.Globalization;

namespace QueueHub.IntegrationTests.Crashes;

/// <summary>
/// A number of rounds, in each of which work is done and then something is struck. More by hand: <c>QUEUEHUB_CRASH_ROUNDS=300 ./test Crashes</c>; a failure
/// names the seed, and <c>QUEUEHUB_CRASH_SEED</c> replays the same victims after the same amounts of work.
/// </summary>
internal sealed class Rounds<TVictim>(int inTheSuite)
    where TVictim : struct, Enum
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TVictim[] Victims = Enum.GetValues<TVictim>();

    private readonly int _rounds = FromEnvironment("QUEUEHUB_CRASH_ROUNDS") ?? inTheSuite;
    private readonly int _seed = FromEnvironment("QUEUEHUB_CRASH_SEED") ?? Random.Shared.Next();

    /// <summary>Runs them over the people of <paramref name="load"/>; returns when all of them have had their last answer.</summary>
    public async Task RunAsync(Load load, Func<TVictim, Task> strike)
    {
        var random = new Random(_seed);
        using var stop = new CancellationTokenSource();
        Task[] people = [.. Enumerable.Range(0, 3).Select(_ => load.CitizenAsync(stop.Token)), load.ClerkAsync("1", stop.Token), load.ClerkAsync("2", stop.Token)];
        var round = 0;
        try
        {
            while (round++ < _rounds)
            {
                // Each in turn: a few rounds meet every one.
                var victim = Victims[(int)((uint)(round - 1 + _seed) % Victims.Length)];
                await GoesOnAsync(load, people, random.Next(1, 150), $"work goes on before {victim} is struck");
                await strike(victim);
            }

            await GoesOnAsync(load, people, 50, "work goes on after the last round");
            await stop.CancelAsync();
            await Task.WhenAll(people).WaitAsync(Limit);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"Seed {_seed}, round {round} of {_rounds}: {error.Message}", error);
        }
    }

    // A citizen or clerk who stopped with an error is the finding, not the time-out it causes.
    private static async Task GoesOnAsync(Load load, Task[] people, int commands, string what)
    {
        var enough = load.Done.Count + commands;
        await Eventually.TrueAsync(() => load.Done.Count >= enough || people.Any(person => person.IsFaulted), what, Limit);
        if (people.FirstOrDefault(person => person.IsFaulted) is { } failed)
        {
            await failed;
        }
    }

    private static int? FromEnvironment(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
