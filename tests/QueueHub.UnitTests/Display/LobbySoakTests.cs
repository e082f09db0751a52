using DisplayClient;
using DisplayClient.Announcing;
using DisplayClient.Live;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts.Boards;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

/// <summary>What other tests hold at the same time would be taken for this one's.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Months in a minute: ten thousand calls, each heard, and nothing that grows with them.</summary>
[Collection(nameof(Alone))]
public class LobbySoakTests
{
    private const int Calls = 10_000;
    private const int Counters = 20;

    // What a run of the collector leaves by chance; a kept board would be ten times as much in all.
    private const long Flat = 1_500_000;

    private readonly OneThread _thread = new();
    private readonly FakeLinks _server = new();
    private readonly CountingSound _sound = new();
    private readonly FakeMemory _memory = new();
    private Board _truth = Board(1);

    [Fact]
    public void Ten_thousand_calls_are_all_made_and_leave_nothing_behind()
    {
        _server.Answer = () => _truth with { At = _thread.Time.GetUtcNow() };
        var lobby = new Lobby(
            new BoardConnection(_server, _thread.Time, NullLogger<BoardConnection>.Instance),
            new Announcer(_sound, _thread.Time, NullLogger<Announcer>.Instance), _thread.Time, _memory);
        _thread.Do(() => _ = lobby.RunAsync("seocho", CancellationToken.None));

        CallUpTo(1_000);
        var (before, kept) = (GC.GetTotalMemory(forceFullCollection: true), Kept());
        CallUpTo(Calls);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(Calls, _sound.Announcements);
        Assert.InRange(after - before, long.MinValue, Flat);
        Assert.InRange(Kept(), 1, kept + 1_000);
        Assert.Equal(Counters, lobby.Standing.Count);
    }

    // Every ten seconds the next counter calls, and the citizen before comes to it.
    private void CallUpTo(int last)
    {
        for (var id = _truth.Version + 1; id <= last + 1; id++)
        {
            var now = (_thread.Time.GetUtcNow() - Noon).TotalSeconds;
            var call = Call(id, now, (int)(id % 9999) + 1, $"{id % Counters + 1}");
            _truth = Board(id, now, calls: [call, .. _truth.Calls.Where(standing => standing.Counter != call.Counter)]) with
            {
                Recent = [.. _truth.Calls.Where(standing => standing.Counter == call.Counter).Concat(_truth.Recent).Take(10)],
            };
            _thread.Do(() => _server.Opened[^1].Push(_truth));
            for (var half = 0; half < 20; half++)
            {
                _thread.Do(() => _thread.Time.Advance(TimeSpan.FromMilliseconds(500)));
            }
        }
    }

    private int Kept() => _memory.Kept.Values.Sum(text => text.Length);

    private sealed class CountingSound : ISound
    {
        public int Announcements { get; private set; }

        public Task PlayAsync(IReadOnlyList<string> clips, CancellationToken cancellation)
        {
            Announcements++;
            return Task.CompletedTask;
        }
    }
}
