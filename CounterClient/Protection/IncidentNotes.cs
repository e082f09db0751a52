using QueueHub.Contracts.Protection;

namespace CounterClient;

/// <summary>The clerk's side of the incident record: writing down, reading, adding. Nothing in it can be changed later, so a repeated request keeps its id.</summary>
/// <param name="changed">Something here is another one.</param>
public sealed class IncidentNotes(IProtectionApi api, string office, string counter, Action changed) : IDisposable
{
    /// <summary>Longest text that the record takes.</summary>
    public const int MaxNote = 2000;

    private readonly CancellationTokenSource _stop = new();
    private long? _next;

    /// <summary>Sentences are wanted in this language.</summary>
    public string Language { get; set; } = "ko";

    /// <summary>What the clerk may read, newest first; null until it was read.</summary>
    public IReadOnlyList<Incident>? Incidents { get; private set; }

    /// <summary>There are older ones.</summary>
    public bool More => _next is not null;

    /// <summary>A request is under way.</summary>
    public bool Busy { get; private set; }

    /// <summary>Why the last one failed.</summary>
    public DoorProblem? Problem { get; private set; }

    /// <summary>Reads the first page.</summary>
    public Task ReadAsync() => ReadAsync(null);

    /// <summary>Reads the next page.</summary>
    public Task ReadMoreAsync() => _next is { } before ? ReadAsync(before) : Task.CompletedTask;

    /// <summary>Writes down what happened; true when it stands in the record.</summary>
    public async Task<bool> ReportAsync(string requestId, long? ticket, string kind, string note) =>
        await RunAsync(stop => api.ReportAsync(office, new IncidentRequest(requestId, counter, ticket, kind, note), Language, stop)) is { } incident && Take(incident);

    /// <summary>Adds a note; true when it stands in the record.</summary>
    public async Task<bool> NoteAsync(string requestId, string incident, string note) =>
        await RunAsync(stop => api.NoteAsync(office, incident, new IncidentNoteRequest(requestId, note), Language, stop)) is { } noted && Take(noted);

    /// <summary>The clerk has read what failed.</summary>
    public void Dismiss() => Problem = null;

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task ReadAsync(long? before)
    {
        if (await RunAsync(stop => api.IncidentsAsync(office, before, stop)) is { } page)
        {
            Incidents = before is null ? page.Incidents : [.. Incidents ?? [], .. page.Incidents.Where(incident => Incidents?.Any(known => known.Id == incident.Id) != true)];
            _next = page.Next;
            changed();
        }
    }

    private async Task<T?> RunAsync<T>(Func<CancellationToken, Task<DoorAnswer<T>>> ask)
        where T : class
    {
        if (Busy)
        {
            return null;
        }

        (Busy, Problem) = (true, null);
        changed();
        var stop = _stop.Token;
        try
        {
            var answer = await ask(stop);
            Problem = answer.Problem;
            return answer.Value;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            Busy = false;
            changed();
        }
    }

    private bool Take(Incident incident)
    {
        var known = Incidents ?? [];
        Incidents = known.Any(other => other.Id == incident.Id) ? [.. known.Select(other => other.Id == incident.Id ? incident : other)]
            : Incidents is null ? null : [incident, .. known];
        changed();
        return true;
    }
}
