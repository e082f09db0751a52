using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace QueueHub.IntegrationTests;

/// <summary>What a class writes to the log.</summary>
internal sealed class Heard<T> : ILogger<T>
{
    private readonly ConcurrentQueue<(LogLevel Level, string Sentence)> _sentences = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _sentences.Enqueue((logLevel, formatter(state, exception)));

    /// <summary>What was said since this was last asked.</summary>
    public List<string> Take(LogLevel level = LogLevel.Information)
    {
        var taken = new List<string>();
        while (_sentences.TryDequeue(out var entry))
        {
            if (entry.Level >= level)
            {
                taken.Add(entry.Sentence);
            }
        }

        return taken;
    }
}
