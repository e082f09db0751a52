using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DisplayClient.Announcing;
using DisplayClient.Live;
using QueueHub.Contracts.Boards;

namespace DisplayClient.Memory;

/// <summary>What one display of one office remembers: the calls it has announced, and its last board. Both are small, and each replaces the one before.</summary>
public sealed class LobbyMemory(IScreenMemory memory, TimeProvider time, string office)
{
    /// <summary>Time between two boards that are kept: nobody looks at them but after a power cut, and a screen's disk lives longer.</summary>
    public static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(30);

    /// <summary>An older board is of no use to anybody. By the screen's own clock, which may be wrong, but is as wrong as it was.</summary>
    public static readonly TimeSpan BoardLasts = TimeSpan.FromHours(12);

    /// <summary>More than are called within <see cref="NewCalls.Window"/>.</summary>
    private const int MostHeard = 100;

    private readonly Queue<HeardCall> _heard = new();
    private long? _keptAt;

    private string HeardKey => $"queuehub.heard.{office}";

    private string BoardKey => $"queuehub.board.{office}";

    /// <summary>The calls that were announced; null: this display was never here.</summary>
    public IReadOnlyList<HeardCall>? Heard()
    {
        if (Read(HeardKey, BoardJson.Default.HeardCallArray) is not { } heard)
        {
            return null;
        }
        foreach (var call in heard.TakeLast(MostHeard))
        {
            _heard.Enqueue(call);
        }
        return [.. _heard];
    }

    /// <summary>A call has been announced.</summary>
    public void Keep(BoardCall call)
    {
        _heard.Enqueue(new HeardCall(call.Id, call.Number, call.Counter));
        if (_heard.Count > MostHeard)
        {
            _heard.Dequeue();
        }
        memory.Write(HeardKey, JsonSerializer.Serialize(_heard.ToArray(), BoardJson.Default.HeardCallArray));
    }

    /// <summary>The last board; null when there is none that anybody should see.</summary>
    public Board? Board() =>
        Read(BoardKey, BoardJson.Default.KeptBoard) is { } kept && time.GetUtcNow() - kept.At is var age && age >= TimeSpan.Zero && age <= BoardLasts ? kept.Board : null;

    /// <summary>A board has arrived.</summary>
    public void Keep(Board board)
    {
        if (_keptAt is null || time.GetElapsedTime(_keptAt.Value) >= KeepEvery)
        {
            _keptAt = time.GetTimestamp();
            memory.Write(BoardKey, JsonSerializer.Serialize(new KeptBoard(time.GetUtcNow(), board), BoardJson.Default.KeptBoard));
        }
    }

    private T? Read<T>(string key, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return memory.Read(key) is { } text ? JsonSerializer.Deserialize(text, type) : null;
        }
        catch (JsonException)
        {
            // Of another version, or torn by the power cut.
            return null;
        }
    }
}

/// <summary>A board, and when it was kept by the screen's own clock.</summary>
public sealed record KeptBoard(DateTimeOffset At, Board Board);
